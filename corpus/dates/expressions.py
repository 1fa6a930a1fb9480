"""Finding date expressions in running text.

An expression is a period ("July 2012", "the second half of 2011", "next year") with the words that bound it
("by", "from", "around"), or an expressly undated wording ("as soon as practicable"). Years inside the
title of an Act, a Bill or a programme are not dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from corpus.dates import calendar as cal
from corpus.dates.bounds import Bound, bound_after, bound_before, bounded
from corpus.dates.calendar import Period
from corpus.dates.undated import undated
from corpus.dates.wordings import WORDINGS, Wording
from corpus.model import Modality, Span, When
from corpus.patterns import compiled, lazy_regex

_AT_START = r"(?:(?<![\w/£$€-])|(?<=\d-)(?=[a-z]))"
_AT_END = r"(?!\w|[-/]\d|-(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[a-z])"
#: No period is named without one of these.
_ANCHOR = lazy_regex(
    r"(?:19|20)\d\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter|year|month|week"
    r"|today|tomorrow|yesterday"
)
#: A year inside a name, not a date: "Children Act 2004", "Bill 2010-11", "the 2004 Act".
_TITLE_BEFORE = lazy_regex(
    r"\b(?:Act|Bill|Regulations|Order|Rules|Strategy|Plan|Convention|Directive)(?: of)? $"
)
_TITLE_AFTER = lazy_regex(r" (?:Act|Bill|Regulations|Order|Rules|Convention|Directive)\b")
#: A season inside a name: "the Autumn Statement".
_NAME_AFTER = lazy_regex(r" (?:Statement|Budget|School|Conference|schools?\b)")
#: A number, not a year: "over 2000 social workers", "020 2012 3456".
_COUNTED_AFTER = lazy_regex(r" (?:[a-z]+ )?(?!this\b|is\b|has\b|was\b|as\b|its\b|plans\b)[a-z]+s\b")
_DIGITS_BEFORE, _DIGITS_AFTER = lazy_regex(r"\d $"), lazy_regex(r" \d{3}")
_COUNTING = ("over", "about", "around", "approximately", "roughly", "up to")
#: Names of months that mean the month in small letters too: not "may", and no short form such as "mar".
_PLAIN_MONTHS = frozenset(cal.MONTHS) - {"may"}

_RANGES = ("day_range", "month_range", "month_range_bare", "season_range", "years")
_RANGE_BOUNDS = ("", "from", "between", "in between", "during", "over", "throughout", "in", "for", "each of")
_BETWEEN_TWO = lazy_regex(r" (?:to|until|till) | ?[–-] ?")
_BETWEEN_AND = lazy_regex(r" and ")
_RANGE = next(w for w in WORDINGS if w.name == "years")
_LISTED = lazy_regex(r"(?:,| and|, and| or|, or| and/or) ")


@dataclass(frozen=True, slots=True)
class _Found:
    wording: Wording
    period: Period | None
    """None for a date that cannot be, such as 31 February: it is no expression, and no part of it is."""
    bound: Bound
    start: int
    """Where the period's own words begin."""
    end: int
    after: Modality | None
    """What words behind the period make of it."""

    @property
    def modality(self) -> Modality:
        return self.after or self.bound.modality or self.wording.modality


@lru_cache(maxsize=1024)
def find_whens(text: str, reference: date) -> tuple[When, ...]:
    """Every date expression of a text, in order, without overlaps.

    Args:
        text: running text; spans count its characters.
        reference: the day the text was written; relative expressions are read against it.
    """
    found: list[When] = []
    if _ANCHOR.search(text.lower()):
        found = [_when(text, item) for item in _joined(text, _periods(text, reference))]
    dated = tuple(w.span for w in found)
    for when in undated(text):
        if not any(when.span.start < s.end and s.start < when.span.end for s in dated):
            found.append(when)
    return tuple(sorted(found, key=lambda w: w.span.start))


@cache
def _scanner() -> re.Pattern[str]:
    """All wordings as one pattern, so that a text is read once."""
    every = "|".join(f"(?P<{w.name}>{re.sub(r'[?]P<[a-z_]+>', '?:', w.pattern)})" for w in WORDINGS)
    return compiled(rf"{_AT_START}(?:{every}){_AT_END}", re.IGNORECASE)


@cache
def _own(name: str) -> tuple[Wording, re.Pattern[str]]:
    wording = next(w for w in WORDINGS if w.name == name)
    return wording, compiled(rf"(?:{wording.pattern}){_AT_END}", re.IGNORECASE)


def _periods(text: str, reference: date) -> list[_Found]:
    found: list[_Found] = []
    position = 0
    while match := _scanner().search(text, position):
        item = _read(str(match.lastgroup), text, match.start(), reference)
        if item is None:
            position = match.start() + 1
            continue
        position = item.end
        if item.period is not None:
            found.append(item)
    return found


def _read(first: str, text: str, start: int, reference: date) -> _Found | None:
    """The period that begins at an offset: by the wording found, else by a later one of the table."""
    bound = bound_before(text, start)
    names = [w.name for w in WORDINGS]
    for name in names[names.index(first) :]:
        wording, pattern = _own(name)
        match = pattern.match(text, start)
        if match is None or not _is_date(wording, match, bound, text):
            continue
        groups = {k: v.lower() for k, v in match.groupdict().items() if v}
        if bound.until or bound.modality in (Modality.BY, Modality.BEFORE):
            groups["ahead"] = "yes"
        try:
            period = wording.read(groups, reference)
        except ValueError:
            if wording.firm:
                return _Found(wording, None, bound, start, match.end(), None)
            continue
        end, after = bound_after(text, match.end())
        return _Found(wording, period, bound, start, end, after)
    return None


def _is_date(wording: Wording, match: re.Match[str], bound: Bound, text: str) -> bool:
    """Whether words that look like a period are one here."""
    start, end = match.span()
    groups = match.groupdict()
    if wording.bare and bound.modality is None:
        return False
    if _TITLE_BEFORE.search(text, max(0, start - 24), start) or not _joint_fits(wording, groups, bound):
        return False
    if wording.name in ("year", "years", "split"):
        return not _TITLE_AFTER.match(text, end) and not _is_number(match, bound, text)
    if wording.name.startswith("season"):
        return not _NAME_AFTER.match(text, end)
    return bool(groups.get("year") or groups.get("until_year")) or all(
        _is_month(word) for name, word in groups.items() if name in ("month", "until_month") and word
    )


def _is_month(word: str) -> bool:
    return word[0].isupper() or word in _PLAIN_MONTHS


def _joint_fits(wording: Wording, groups: dict[str, str | None], bound: Bound) -> bool:
    """ "and" makes one stretch after "between", or of days and seasons; "to" does not after a deadline."""
    joint = (groups.get("joint") or "").lower()
    if joint in ("and", "or"):
        days = wording.name == "day_range" and not groups.get("month")
        return bound.between or days or wording.name == "season_range"
    return not joint or bound.words in _RANGE_BOUNDS


def _is_number(match: re.Match[str], bound: Bound, text: str) -> bool:
    if _DIGITS_BEFORE.search(text, max(0, match.start() - 2), match.start()) and not bound.words:
        return True
    counted = _COUNTED_AFTER.match(text, match.end()) is not None
    round_number = match[0].endswith("00")
    return bool(_DIGITS_AFTER.match(text, match.end())) or (
        counted and (round_number or bound.words in _COUNTING)
    )


def _joined(text: str, found: list[_Found]) -> list[_Found]:
    """Two dates that bound one stretch made one; in a list, the later ones given the bound of the first."""
    made: list[_Found] = []
    for item in found:
        previous = made[-1] if made else None
        stretch = _stretch(text, previous, item) if previous else None
        if stretch is not None:
            made[-1] = stretch
        elif previous is not None and _is_listed(text, previous, item):
            like = replace(item.bound, modality=previous.modality, until=previous.bound.until)
            made.append(replace(item, bound=like))
        else:
            made.append(item)
    return made


def _stretch(text: str, first: _Found, second: _Found) -> _Found | None:
    gap = text[first.end : second.start]
    joint = _BETWEEN_TWO.fullmatch(gap) or (first.bound.between and _BETWEEN_AND.fullmatch(gap))
    if (
        not joint
        or first.after
        or first.bound.words not in _RANGE_BOUNDS
        or not (first.period and second.period)
    ):
        return None
    try:
        period = cal.through(first.period, second.period)
    except ValueError:
        return None
    return replace(second, wording=_RANGE, period=period, bound=first.bound, start=first.start)


def _is_listed(text: str, first: _Found, second: _Found) -> bool:
    return (
        second.bound.modality is None
        and second.after is None
        and second.wording.modality is Modality.IN
        and _LISTED.fullmatch(text, first.end, second.start) is not None
    )


def _when(text: str, item: _Found) -> When:
    assert item.period is not None
    modality = item.modality
    if modality is Modality.FROM and item.wording.name in _RANGES:
        modality = Modality.DURING
    first, last, edtf = bounded(modality, item.period, item.bound)
    span = Span(item.bound.start, item.end)
    return When(text[span.start : span.end], modality, first, last, edtf, item.period.grain, span)
