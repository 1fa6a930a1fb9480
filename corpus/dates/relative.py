"""Readers of wordings that lean on the day of writing alone: "today", "two years ago", "the next year"."""

from __future__ import annotations

from datetime import date

from corpus.dates import calendar as cal
from corpus.dates.calendar import Period
from corpus.dates.readings import SHIFTS, Groups

_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def named_day(g: Groups, r: date) -> Period:
    """ "today" and its neighbours."""
    there = cal.shifted(r, {"yesterday": -1, "today": 0, "tomorrow": 1}[g["which"]])
    return cal.day(there.year, there.month, there.day)


def month_beside(g: Groups, r: date) -> Period:
    """ "last month"."""
    there = cal.months_away(r, SHIFTS[g["shift"]])
    return cal.month(there.year, there.month)


def new_year(g: Groups, r: date) -> Period:
    """ "the new year": the first weeks of the next one, and nobody knows how many."""
    return cal.part_of_year(r.year + 1, "early")


def earlier(g: Groups, r: date) -> Period:
    """ "earlier this year"."""
    return cal.span(date(r.year, 1, 1), r)


def later(g: Groups, r: date) -> Period:
    """ "later this year"."""
    return cal.span(r, date(r.year, 12, 31))


def ahead(g: Groups, r: date) -> Period:
    """ "the next two years", from the day of writing on."""
    return cal.span(r, cal.months_away(r, _months(g)))


def behind(g: Groups, r: date) -> Period:
    """ "the past two years", up to the day of writing."""
    return cal.span(cal.months_away(r, -_months(g)), r)


def ago(g: Groups, r: date) -> Period:
    """ "a year ago": that month; "just over" and "nearly" reach a month further, this way or that."""
    there = cal.months_away(r, -_months(g))
    if "more" not in g and "less" not in g:
        return cal.month(there.year, there.month)
    beside = cal.months_away(there, -1 if "more" in g else 1)
    first, last = sorted((there, beside))
    return cal.through(cal.month(first.year, first.month), cal.month(last.year, last.month))


def hence(g: Groups, r: date) -> Period:
    """ "in two years' time"."""
    there = cal.months_away(r, _months(g))
    return cal.month(there.year, there.month)


def week(g: Groups, r: date) -> Period:
    """ "next week"."""
    return cal.week(r, SHIFTS[g["shift"]])


def _months(g: Groups) -> int:
    if g["unit"].endswith("s") and "number" not in g:
        raise ValueError("nobody knows how many")
    number = g.get("high") or g.get("number") or "1"
    count = int(number) if number.isdigit() else 18 if number == "eighteen" else _NUMBERS.index(number)
    return count * (12 if g["unit"].startswith("year") else 1)
