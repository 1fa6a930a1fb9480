"""Dated statements that fit a date in a question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.answers.asked import Asked
from assistant.evidence.library import Sentence, Unit
from corpus.model import Modality, When

#: Grains that name a period of their own; a question that names one means that very period.
_EXACT = {"day", "month", "season", "part_of_year", "half_year"}


@dataclass(frozen=True, slots=True)
class Match:
    """A dated sentence and the date expression of it that fits."""

    unit: Unit
    sentence: Sentence
    when: When


def sentences_with_dates(asked: Asked, recommendations: set[int]) -> list[Match]:
    """Every date expression of the given recommendations, in reading order."""
    return [
        Match(unit, sentence, when)
        for unit in asked.library.units
        if unit.passage.recommendation in recommendations
        for sentence in unit.sentences
        for when in sentence.whens
    ]


def deadline(when: When) -> date:
    """The day that orders a date expression: its last where it has one."""
    return when.last or when.first or date.max


def dated_matches(asked: Asked, recommendations: set[int]) -> list[Match]:
    """The dated statements that fit the dates of the question."""
    every = sentences_with_dates(asked, recommendations)
    found: list[Match] = []
    for asked_for in asked.question.whens:
        if asked_for.edtf is None:
            found += [m for m in every if m.when.wording.lower() == asked_for.wording.lower()]
            continue
        exact = [m for m in every if same_period(m.when, asked_for)]
        if asked_for.grain in _EXACT and exact and not _cumulative(asked_for):
            found += exact
        else:
            found += [m for m in every if within(m.when, asked_for)]
    return found


def _cumulative(when: When) -> bool:
    return when.modality in (Modality.BEFORE, Modality.AFTER) or "end of" in when.wording.lower()


def same_period(a: When, b: When) -> bool:
    """Whether two expressions name the same period, whatever bounds it."""
    if a.edtf is None or b.edtf is None:
        return a.wording.lower() == b.wording.lower()
    if a.grain != b.grain:
        return False
    ends = a.last is not None and a.last == b.last
    begins = a.first is not None and a.first == b.first
    if a.grain == "day":
        return ends or begins
    begins_or_ends = (
        a.first is not None
        and b.last is not None
        and (a.first.year, a.first.month) == (b.last.year, b.last.month)
    )
    ends_or_begins = (
        b.first is not None
        and a.last is not None
        and (a.last.year, a.last.month) == (b.first.year, b.first.month)
    )
    return ends or begins or begins_or_ends or ends_or_begins


def within(when: When, asked_for: When) -> bool:
    """Whether a date expression falls into the stretch that a question names."""
    if when.edtf is None or asked_for.edtf is None:
        return False
    if when.grain == "year" and asked_for.grain != "year":
        return False
    edge = deadline(when)
    first, last = asked_for.first or date.min, asked_for.last or date.max
    if asked_for.modality is Modality.BY:
        return edge <= last
    return first <= edge <= last
