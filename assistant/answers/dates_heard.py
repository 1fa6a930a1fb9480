"""The dated sentences that nearness tells to be meant, whatever words or dates a question shares with others."""

from __future__ import annotations

from assistant.answers.dated_sentences import Dated
from assistant.answers.matching import same_period, within
from assistant.evidence.asked import Asked
from assistant.evidence.heard_when import LEAD
from assistant.question.facets import Want

#: How much less near than the nearest a sentence may be that is meant as well.
AS_NEAR = 0.06


def heard_dated(asked: Asked, found: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """The dated sentences that are about as near as the nearest, best first, where that surely tells what is asked; else none."""
    question = asked.question
    asks = question.has(Want.WHEN) or question.has(Want.YES_NO)
    if not asks or (question.whens and not question.terms):
        return ()  # what says nothing but a date is near to whatever has one
    heard = asked.heard_when
    if heard is None or not heard.sure:
        return ()
    return tuple(d for d in found if heard.near.get(d.id, -1.0) >= heard.dated - AS_NEAR)


def of_date_doubted(asked: Asked, found: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """The sentences surely meant, where a question names one date: those with that date, where some nearly as near has it.

    None where nearness does not tell: then the date named may tell which sentence is meant. None either where it is asked
    whether that date is right, and one of the sentences has it: all of these are looked at.
    """
    named = asked.question.whens
    meant = heard_dated(asked, found) if len(named) == 1 else ()
    heard = asked.heard_when if meant else None
    if heard is None:
        return ()
    near = (d for d in found if heard.near.get(d.id, -1.0) >= heard.dated - LEAD)
    so = tuple(
        d for d in near if any(same_period(w, q) or within(w, q) for w in d.sentence.whens for q in named)
    )
    return meant if not so else () if asked.question.has(Want.YES_NO) else so
