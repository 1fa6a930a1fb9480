"""What the words of a date wording mean: readers that turn matched groups into periods.

Each takes the groups and the day of writing, and raises ValueError where the calendar knows no such period.
"""

from __future__ import annotations

from datetime import date

from corpus.dates import calendar as cal
from corpus.dates.calendar import Period

Groups = dict[str, str]
"""What a pattern's named groups matched, in lower case; groups that matched nothing are left out.

"ahead" is among them where the words in front set a deadline, which lies ahead of the day of writing.
"""

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "latter": 2}
SHIFTS = {"last": -1, "this": 0, "next": 1}


def year_of(g: Groups, r: date, month_number: int | None = None) -> int:
    """The year a wording names, outright or against the day of writing; else the one nearest for a month."""
    if "year" in g:
        return int(g["year"])
    if "shift" in g or month_number is None:
        return r.year + SHIFTS[g.get("shift", "this")]
    if "ahead" in g:
        return r.year if month_number >= r.month else r.year + 1
    return cal.nearest_year(month_number, r)


def day(g: Groups, r: date) -> Period:
    """ "13 July 2011", "10 June last year", "31/12/2011"."""
    number = int(g["m"]) if "m" in g else _month_number(g["month"])
    return cal.day(year_of(g, r, number), number, int(g["day"]))


def day_range(g: Groups, r: date) -> Period:
    """ "4 to 8 July 2011", "4 July to 8 August 2011": what the first day lacks, the last one gives."""
    last_month = _month_number(g["until_month"])
    first_month = _month_number(g.get("month", g["until_month"]))
    last_year = int(g["until_year"])
    first_year = last_year if first_month <= last_month else last_year - 1
    return cal.through(
        cal.day(first_year, first_month, int(g["day"])), cal.day(last_year, last_month, int(g["until_day"]))
    )


def month(g: Groups, r: date) -> Period:
    """ "July 2012"; a bare "July" is the one nearest to the day of writing."""
    number = int(g["m"]) if "m" in g else _month_number(g["month"])
    return cal.month(year_of(g, r, number), number)


def month_moved(g: Groups, r: date) -> Period:
    """ "next May": the first one that begins after the day of writing; "last May": the last that ended."""
    near = [cal.month(y, _month_number(g["month"])) for y in range(r.year - 1, r.year + 2)]
    return _moved(g, r, near, near[1])


def month_range(g: Groups, r: date) -> Period:
    """ "April to June 2012", "from May to July"."""
    first, last = _month_number(g["month"]), _month_number(g["until_month"])
    if "year" in g:
        until = int(g["year"])
        start = until if first <= last else until - 1
    else:
        start = cal.nearest_year(first, r)
        until = start if first <= last else start + 1
    return cal.through(cal.month(start, first), cal.month(until, last))


def part_of_month(g: Groups, r: date) -> Period:
    """ "mid-July 2012", "the start of April"."""
    number = _month_number(g["month"])
    return cal.part_of_month(year_of(g, r, number), number, _part(g))


def end_of_month(g: Groups, r: date) -> Period:
    """ "the end of March 2012"."""
    number = _month_number(g["month"])
    return cal.end_of_month(year_of(g, r, number), number)


def season(g: Groups, r: date) -> Period:
    """A season by year, or nearest to the day of writing; "early", "mid" and "late" narrow it."""
    name = g["season"]
    number = year_of(g, r, cal.SEASONS[name][0] + 1)
    return cal.part_of_season(number, name, _part(g)) if "part" in g else cal.season(number, name)


def season_moved(g: Groups, r: date) -> Period:
    """ "next spring", "last winter"."""
    near = [cal.season(y, g["season"]) for y in range(r.year - 2, r.year + 2)]
    return _moved(g, r, near, near[2])


def season_range(g: Groups, r: date) -> Period:
    """ "spring/summer 2012", "autumn to spring 2012"."""
    until = int(g["year"])
    start = until if cal.SEASONS[g["season"]] <= cal.SEASONS[g["until_season"]] else until - 1
    return cal.through(cal.season(start, g["season"]), cal.season(until, g["until_season"]))


def winter(g: Groups, r: date) -> Period:
    """ "winter 2011-12"."""
    return cal.season(_split(g), "winter")


def quarter(g: Groups, r: date) -> Period:
    """ "Q1 2012", "the third quarter of 2011-12"."""
    number = int(g["q"]) if "q" in g else _ORDINALS[g["ordinal"]]
    return cal.financial_quarter(_split(g), number) if "short" in g else cal.quarter(year_of(g, r), number)


def half(g: Groups, r: date) -> Period:
    """ "the second half of 2011", "H1 2012"."""
    return cal.half(year_of(g, r), int(g["h"]) if "h" in g else _ORDINALS[g["ordinal"]])


def year(g: Groups, r: date) -> Period:
    """ "2012", "next year"."""
    return cal.year(year_of(g, r))


def year_range(g: Groups, r: date) -> Period:
    """ "2011 to 2013"."""
    return cal.through(cal.year(int(g["year"])), cal.year(int(g["until_year"])))


def part_of_year(g: Groups, r: date) -> Period:
    """ "late 2012"."""
    return cal.part_of_year(year_of(g, r), _part(g))


def end_of_year(g: Groups, r: date) -> Period:
    """ "the end of 2012"."""
    return cal.closing_month(year_of(g, r))


def start_of_year(g: Groups, r: date) -> Period:
    """ "the beginning of 2012"."""
    return cal.month(year_of(g, r), 1)


def split_year(g: Groups, r: date) -> Period:
    """ "2011-12" with or without "financial" or "academic"; without digits, the one that holds the day."""
    school = g.get("sort") in ("academic", "school")
    running = r.year if r.month >= (9 if school else 4) else r.year - 1
    start = _split(g) if "year" in g else running + SHIFTS[g.get("shift", "this")]
    return cal.academic_year(start) if school else cal.financial_year(start)


def end_of_split_year(g: Groups, r: date) -> Period:
    """ "the end of 2011-12"."""
    last = split_year(g, r).last
    return cal.closing_month(last.year, last.month)


def start_of_split_year(g: Groups, r: date) -> Period:
    """ "the start of the academic year"."""
    first = split_year(g, r).first
    return cal.month(first.year, first.month)


def _moved(g: Groups, r: date, near: list[Period], here: Period) -> Period:
    if g["shift"] == "this":
        return here
    if g["shift"] == "last":
        return [p for p in near if p.last < r][-1]
    return next(p for p in near if p.first > r)


def _month_number(name: str) -> int:
    return 1 + next(i for i, full in enumerate(cal.MONTHS) if full.startswith(name[:3]))


def _part(g: Groups) -> str:
    return {"middle": "mid", "start": "early", "beginning": "early"}.get(g["part"], g["part"])


def _split(g: Groups) -> int:
    """The first year of "2011-12". Raises ValueError where the second does not follow it."""
    if (int(g["year"]) + 1) % 100 != int(g["short"][-2:]):
        raise ValueError("the years do not follow each other")
    return int(g["year"])
