"""The words in front of a period, and after it, that bound what happens: "by", "from", "onwards"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from corpus.dates import calendar as cal
from corpus.dates.calendar import Period
from corpus.model import Modality
from corpus.patterns import lazy_regex


@dataclass(frozen=True, slots=True)
class Bound:
    """What the words around a period say of it."""

    start: int
    """Offset at which the words in front begin; that of the period where there are none."""
    words: str
    """The words in front, in lower case; empty where there are none."""
    modality: Modality | None
    """None where no words bound the period."""
    until: bool = False
    """True where only the end is known: "until July"."""
    about: bool = False
    """True for "by around July"."""

    @property
    def between(self) -> bool:
        """Whether the words ask for a second date: "between April and June"."""
        return self.words in ("between", "in between", "from between")


_ABOUT = r"(?P<about> (?:around|about|approximately|roughly))?"
#: Modality, whether only the end is known, pattern.
_BEFORE: tuple[tuple[Modality, bool, str], ...] = (
    (
        Modality.BY,
        False,
        rf"(?:by no later than|by|no later than|not later than|on or before|at the latest by){_ABOUT}",
    ),
    (Modality.FROM, False, r"not before|not until|no earlier than|no sooner than|on or after"),
    (Modality.DURING, True, r"(?:up )?(?:until|till)|up to|through to"),
    (Modality.BEFORE, False, r"before|prior to|ahead of|in advance of"),
    (Modality.AFTER, False, r"after|following"),
    (
        Modality.FROM,
        False,
        r"(?:with effect |effective |effective as |starting |commencing |beginning )?(?:from|as from)"
        r"|since|as of|(?:starting|commencing|beginning) (?:in|on)",
    ),
    (
        Modality.DURING,
        False,
        r"(?:in |for |during )?each of(?: the years)?|(?:in|over) the course of|during|over|throughout|within"
        r"|between|in between",
    ),
    (
        Modality.AROUND,
        False,
        r"(?:in |from )?(?:around|about|approximately|circa|roughly|some ?time (?:in|during)|towards?)",
    ),
    (Modality.IN, False, r"in|on|for|at"),
)
_AFTER: tuple[tuple[Modality, str], ...] = (
    (Modality.FROM, r" (?:onwards?|and beyond|or later)\b"),
    (Modality.BY, r",? at the latest\b| (?:or|if not) (?:earlier|before|sooner)\b"),
)
#: "to" bounds an end where a verb of lasting stands before it: "will now run to December".
_LASTING = lazy_regex(
    r"\b(?:run|runs|running|ran|extend|extends|extended|extending|continue|continues|continued|last|lasts|lasting"
    r"|remain|remains|prolonged)(?: on)? (?P<to>to) $",
    re.IGNORECASE,
)
_REACH = 48
"""Longest stretch of text in front of a period that is searched for its bound."""


@cache
def _before() -> re.Pattern[str]:
    named = "|".join(f"(?P<b{i}>{pattern})" for i, (_, _, pattern) in enumerate(_BEFORE))
    return lazy_regex(rf"(?<![\w-])(?:{named}) $", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return lazy_regex(
        "|".join(f"(?P<a{i}>{pattern})" for i, (_, pattern) in enumerate(_AFTER)), re.IGNORECASE
    )


@cache
def _leading() -> re.Pattern[str]:
    every = "|".join(pattern for _, _, pattern in _BEFORE)
    return lazy_regex(rf"(?:{every}|to) ", re.IGNORECASE)


def name_of(wording: str) -> str:
    """A date's wording without the words in front that bound it: "by July 2012" gives "July 2012"."""
    found = _leading().match(wording)
    return wording[found.end() :] if found else wording


def bound_before(text: str, start: int) -> Bound:
    """The bound that the words in front of an offset make."""
    low = max(0, start - _REACH)
    found = _before().search(text, low, start)
    if found is None:
        lasting = _LASTING.search(text, low, start)
        if lasting is None:
            return Bound(start, "", None)
        return Bound(lasting.start("to"), "to", Modality.DURING, until=True)
    modality, until, _ = next(spec for i, spec in enumerate(_BEFORE) if found[f"b{i}"])
    words = found[0].strip().lower()
    return Bound(found.start(), words, modality, until, about=bool(found["about"]))


def bound_after(text: str, end: int) -> tuple[int, Modality | None]:
    """Where the words behind a period that bound it end, and how they do."""
    found = _after().match(text, end)
    if found is None:
        return end, None
    return found.end(), next(modality for i, (modality, _) in enumerate(_AFTER) if found[f"a{i}"])


def bounded(modality: Modality, period: Period, bound: Bound) -> tuple[date | None, date | None, str]:
    """First day, last day and EDTF of a bounded period."""
    if modality is Modality.BY or bound.until:
        return (
            None,
            period.last,
            f"../{period.edtf_last.rstrip('~')}~" if bound.about else f"../{period.edtf_last}",
        )
    if modality is Modality.BEFORE:
        last = period.last if period.closing else cal.shifted(period.first, -1)
        return None, last, f"../{last}"
    if modality is Modality.AFTER:
        first = cal.shifted(period.last, 1)
        return first, None, f"{first}/.."
    if modality is Modality.FROM:
        return period.first, None, f"{period.edtf_first}/.."
    if modality is Modality.AROUND:
        return period.first, period.last, period.edtf_about
    return period.first, period.last, period.edtf
