"""Dated statements that fit a date in a question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.library.library import Sentence, Unit
from corpus.model import Modality, When


@dataclass(frozen=True, slots=True)
class Match:
    """A dated sentence and the date expression of it that fits."""

    unit: Unit
    sentence: Sentence
    when: When


def deadline(when: When) -> date:
    """The day that orders a date expression: its last where it has one."""
    return when.last or when.first or date.max


def same_wording(when: When, words: str) -> bool:
    """Whether some words are those of a date expression, or more or fewer of the same."""
    a, b = when.wording.lower(), words.lower().strip(" .,")
    return a in b or b in a


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
    if asked_for.modality is Modality.DURING and asked_for.first is None:
        return same_period(when, asked_for)
    edge = deadline(when)
    first, last = asked_for.first or date.min, asked_for.last or date.max
    if asked_for.modality is Modality.BY:
        return edge <= last
    return first <= edge <= last and (when.first is None or when.first >= first)
