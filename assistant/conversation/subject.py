"""The subject that a conversation is at: what a follow-up stays with, goes back to, or stands next to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.conversation.signs import BACK_TO, FEW, NEW_SUBJECT, things
from assistant.conversation.told import About
from assistant.evidence.matcher import Matcher
from assistant.language.phrases import Phrases
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question
from corpus.patterns import lazy_regex

#: Share of what the whole corpus says of a question that the subject at hand must say for the question to stay with it.
AS_WELL = 0.95


#: What is asked of a recommendation's own words: only the things named tell which is meant.
OF_WORDS = {Want.ARGUMENT, Want.RECOMMENDATION, Want.RESPONSE, Want.STATUS}
#: So many recommendations are spoken of together.
TOGETHER = 2


def names_something(question: Question) -> bool:
    """Whether a question names what the documents can be looked up by: a place, a speaker, a status or a date."""
    return bool(
        question.recommendations
        or question.paragraphs
        or question.themes
        or question.documents
        or question.sections
        or question.speakers
        or question.whens
        or question.statuses is not None
    )


def says_something(question: Question) -> bool:
    """Whether a question names or is about anything that a follow-up may go on with."""
    asks_of_dates = question.has(Want.UNDATED, Want.EARLIEST, Want.LATEST)
    return bool(names_something(question) or question.terms or asks_of_dates)


def staying(question: Question, states: list[Question], library: Library, about: About) -> Question:
    """A question that names no subject of its own stays with the recommendation spoken of, where a passage of that says as much of it as any."""
    state = states[-1]
    sets = question.has(Want.WHICH, Want.LIST, Want.COUNT, Want.COMPARE, Want.THEME)
    if (
        names_something(question)
        or sets
        or not 0 < len(question.terms) <= FEW
        or NEW_SUBJECT.search(question.text)
    ):
        return question
    numbers = spoken_of(state, about)
    if not 0 < len(numbers) <= TOGETHER:
        return question
    if _names_again(question, state):
        return replace(question, recommendations=numbers)
    named = things(question) if question.wants & OF_WORDS else ()
    here = said_best(replace(question, terms=named or question.terms), numbers, library)
    return question if here is None else replace(question, recommendations=(here,))


def said_best(question: Question, numbers: Iterable[int], library: Library) -> int | None:
    """The recommendation of some that says most of a question; None where another place says more of it."""
    matcher = Matcher(question, library)
    said = [(matcher.coverage(u.stems | u.lead), u.passage.recommendation) for u in library.units]
    best = max(s for s, _ in said)
    here, number = max(((s, n) for s, n in said if n in set(numbers)), default=(0.0, None))
    return None if here < AS_WELL * best or here < 0.5 else number


def _names_again(question: Question, state: Question) -> bool:
    """Whether a thing of the question before is spoken of again as known ("what would the programme cover?")."""
    before = {s for t in state.terms for s in t.own}
    return any(
        before.issuperset(t.own)
        and re.search(rf"\b(?:the|that|this) {re.escape(t.text)}\b", question.text, re.I)
        for t in question.terms
    )


def spoken_of(state: Question, about: About) -> tuple[int, ...]:
    """The recommendations that a pronoun after a question may mean: those it names, or the ones chosen of them."""
    chooses = state.has(Want.WHICH, Want.UNDATED, Want.EARLIEST, Want.LATEST)
    if len(state.recommendations) > 1 and chooses:
        return (
            tuple(n for n in about(state).recommendations if n in state.recommendations)
            or state.recommendations
        )
    return state.recommendations or few(about(state).recommendations)


def back_to_earlier(question: Question, states: list[Question], library: Library, about: About) -> Question:
    """ "Back to the case reviews: …": the recommendation spoken of before the last that says most of it."""
    if question.recommendations or not BACK_TO.search(question.text):
        return question
    earlier = {n for s in states[:-1] for n in spoken_of(s, about)}
    number = said_best(question, earlier, library) if earlier else None
    return question if number is None else replace(question, recommendations=(number,))


_BEFORE = lazy_regex(
    r"\b(?:the )?(?:one|recommendation|rec) (?:just |right )?before(?: (?:it|that|this))?\b|\bprevious (?:one|recommendation)\b|\bpreceding\b",
    re.IGNORECASE,
)

_NEXT = lazy_regex(
    r"\b(?:the )?(?:next|following) (?:one|recommendation|rec)\b|\b(?:one|recommendation|rec) after(?: (?:it|that|this))?\b",
    re.IGNORECASE,
)


def neighbour_of(question: Question, state: Question) -> tuple[int, ...]:
    """The recommendation before or after the one spoken of, where a follow-up asks for it; else empty."""
    if len(state.recommendations) != 1:
        return ()
    if _BEFORE.search(question.text):
        return (state.recommendations[0] - 1,)
    if _NEXT.search(question.text):
        return (state.recommendations[0] + 1,)
    return ()


_PARAGRAPH_AFTER = Phrases(
    "(?:next|following) (?:para|paragraph)|(?:para|paragraph) (?:just |right |straight )?(?:after|below|following)"
)
_PARAGRAPH_BEFORE = Phrases(
    "(?:previous|preceding) (?:para|paragraph)|(?:para|paragraph) (?:just |right |straight )?(?:before|above|preceding)"
)


def neighbouring_paragraph(question: Question, state: Question, about: About) -> tuple[int, ...]:
    """The paragraph before or after the one spoken of, where a follow-up asks for it; else empty."""
    text, alone = question.text, state.paragraphs and not state.recommendations
    after = _PARAGRAPH_AFTER.search(text) or (alone and _NEXT.search(text))
    before = _PARAGRAPH_BEFORE.search(text) or (alone and _BEFORE.search(text))
    step = bool(after) - bool(before)
    if not step:
        return ()
    spoken = state.paragraphs or about(state).paragraphs
    return (spoken[0] + step,) if len(spoken) == 1 else ()


def few(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Recommendations that a pronoun may mean: not a whole list."""
    return numbers if len(numbers) <= TOGETHER else ()
