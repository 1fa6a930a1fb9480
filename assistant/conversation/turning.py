"""A thing named after another of which something was asked: "and the chief inspector?" asks the same of that."""

from __future__ import annotations

from dataclasses import replace

from assistant.conversation.describing import SAYS_BEST, SAYS_IT, as_well, best_of, matching, says_of
from assistant.conversation.inheriting import KINDS
from assistant.conversation.replacing import bare_fragment
from assistant.conversation.signs import OPENER, points_back, things
from assistant.conversation.subject import names_something, spoken_of
from assistant.conversation.told import About
from assistant.evidence.matcher import Matcher
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question
from corpus.model import Part


def turned(question: Question, state: Question, library: Library, about: About) -> Question | None:
    """The same asked of the recommendation that a fragment names; None where it stays with the one spoken of, or names none."""
    if not _names_only(question):
        return None
    now = spoken_of(state, about)
    asked = state.wants & KINDS
    if not asked or not now:
        return None
    question = _without_gloss(question)
    matcher = matching(question, library)
    every = tuple(sorted(library.corpus.recommendations))
    says = {n: says_of(n, matcher, library) for n in every}
    first, anywhere = (max((some[i] for some in says.values()), default=0.0) for i in (0, 1))
    if anywhere < SAYS_BEST or as_well(says, now):
        return None
    number = best_of(every, matcher, library)
    if number in now:
        return None
    if number is None:
        return replace(question, wants=question.wants | asked) if first >= SAYS_IT else None
    dated = Want.WHEN in asked and _dates_it(matcher, number, library)
    return replace(
        question,
        recommendations=(number,),
        terms=question.terms if dated else (),
        wants=question.wants | asked,
    )


def _dates_it(matcher: Matcher, number: int, library: Library) -> bool:
    """Whether a recommendation's timescale speaks of a thing, which then may be one step of several."""
    own = (
        u for u in library.units if u.passage.recommendation == number and u.passage.part is Part.TIMESCALE
    )
    return any(matcher.coverage(s.stems) >= SAYS_IT for u in own for s in u.sentences)


def _names_only(question: Question) -> bool:
    """Whether a follow-up is a noun phrase after its opening, and asks nothing of its own."""
    return bool(
        not names_something(question)
        and not question.wants & KINDS
        and things(question)
        and OPENER.match(question.text)
        and bare_fragment(question.text)
        and not points_back(question.text)
    )


def _without_gloss(question: Question) -> Question:
    """What is named, without another noun phrase behind a comma that says the same ("and the nurses, the school ones?")."""
    named, comma, _ = question.focus.partition(", the ")
    own = tuple(t for t in question.terms if t.place_in(named.lower()) >= 0)
    return replace(question, focus=named, terms=own) if comma and own else question
