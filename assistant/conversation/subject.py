"""The subject that a conversation is at: what a follow-up stays with, goes back to, or stands next to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.conversation.signs import FEW, NEW_SUBJECT
from assistant.evidence.library import Library
from assistant.evidence.matcher import Matcher
from assistant.question.facets import Want
from assistant.question.question import Question

About = Callable[[Question], tuple[int, ...]]
"""The recommendations that the answer to a question is about."""

#: Share of what the whole corpus says of a question that the subject at hand must say for the question to stay with it.
AS_WELL = 0.95


def says_something(question: Question) -> bool:
    """Whether a question names or is about anything that a follow-up may go on with."""
    return bool(
        question.recommendations
        or question.terms
        or question.themes
        or question.statuses is not None
        or question.whens
        or question.paragraphs
    )


def staying(question: Question, states: list[Question], library: Library, about: About) -> Question:
    """A question that names no subject of its own stays with the recommendation spoken of, where a passage of that says as much of it as any."""
    state = states[-1]
    own = (
        question.recommendations
        or question.paragraphs
        or question.themes
        or question.documents
        or question.sections
        or question.speakers
        or question.whens
        or question.statuses is not None
    )
    sets = question.has(Want.WHICH, Want.LIST, Want.COUNT, Want.COMPARE, Want.THEME)
    if own or sets or not 0 < len(question.terms) <= FEW or NEW_SUBJECT.search(question.text):
        return question
    numbers = state.recommendations or few(about(state))
    if len(numbers) != 1:
        return question
    matcher = Matcher(question, library)
    said = [(matcher.coverage(u.stems | u.lead), u.passage.recommendation) for u in library.units]
    best = max(s for s, _ in said)
    here = max((s for s, n in said if n == numbers[0]), default=0.0)
    if here < AS_WELL * best or here < 0.5:
        return question
    return replace(question, recommendations=numbers)


_FIRST = re.compile(
    r"\bthe (?:very )?(?:first|original|earlier) (?:one|question|recommendation|subject|thing|topic)\b",
    re.IGNORECASE,
)


def back_to_first(question: Question, states: list[Question], about: About) -> Question:
    """ "Back to the first one: …": what the conversation began with."""
    if not _FIRST.search(question.text) or question.recommendations:
        return question
    began = next((n for s in states if (n := s.recommendations or few(about(s)))), ())
    return replace(
        question, recommendations=began, terms=tuple(t for t in question.terms if t.text != "first")
    )


_BEFORE = re.compile(
    r"\b(?:the )?(?:one|recommendation|rec) (?:just |right )?before(?: (?:it|that|this))?\b|\bprevious (?:one|recommendation)\b|\bpreceding\b",
    re.IGNORECASE,
)

_NEXT = re.compile(
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


def few(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Recommendations that a pronoun may mean: not a whole list."""
    return numbers if len(numbers) <= 2 else ()
