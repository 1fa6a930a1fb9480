"""Calendar periods that a wording can name, with first day, last day and EDTF text."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = "january february march april may june july august september october november december".split()
#: Meteorological seasons, as first month and number in EDTF (21 to 24); winter begins in December.
SEASONS = {"spring": (3, 21), "summer": (6, 22), "autumn": (9, 23), "winter": (12, 24)}
#: Thirds of a year: "early", "mid" and "late" claim no more precision than that.
PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
#: Thirds of a month, for the same reason; the last one ends with the month.
PARTS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days."""

    first: date
    last: date
    """Inclusive."""
    edtf: str
    grain: str
    """day, part_of_month, month, quarter, season, part_of_year, half_year, year or span."""
    closing: bool = False
    """True where the wording names the end of something longer: "the end of 2012"."""

    @property
    def edtf_last(self) -> str:
        """The period's end as one EDTF date, for "by …"."""
        return self._end(-1, self.last)

    @property
    def edtf_first(self) -> str:
        """The period's beginning as one EDTF date, for "from …"."""
        return self._end(0, self.first)

    @property
    def edtf_about(self) -> str:
        """The period as approximate, which EDTF can say of days, months and years only."""
        if "/" not in self.edtf and self.grain not in ("season", "quarter", "half_year"):
            return f"{self.edtf.rstrip('~')}~"
        ends = self.edtf.split("/") if "/" in self.edtf else [f"{d:%Y-%m}" for d in (self.first, self.last)]
        return "/".join(f"{end.rstrip('~')}~" for end in ends)

    def _end(self, side: int, edge: date) -> str:
        # Quarters and halves are "sub-year groupings", which may not stand in an EDTF interval.
        return f"{edge:%Y-%m}" if self.grain in ("quarter", "half_year") else self.edtf.split("/")[side]


def day(year: int, month: int, number: int) -> Period:
    """One day. Raises ValueError where the calendar has no such day."""
    that = date(year, month, number)
    return Period(that, that, that.isoformat(), "day")


def month(year: int, number: int) -> Period:
    """One month, number 1 to 12."""
    return Period(*_months(year, number, number), f"{year}-{number:02}", "month")


def part_of_month(year: int, number: int, name: str) -> Period:
    """ "early", "mid" or "late" in a month, marked as approximate in EDTF."""
    start, end = PARTS_OF_MONTH[name]
    first, last = date(year, number, start), date(year, number, min(end, monthrange(year, number)[1]))
    return Period(first, last, f"{first}~/{last}~", "part_of_month")


def end_of_month(year: int, number: int) -> Period:
    """The last days of a month: no one knows how many, but they end with it."""
    first, last = date(year, number, 21), _end(year, number)
    return Period(first, last, f"{first}~/{last}", "part_of_month", closing=True)


def quarter(year: int, number: int) -> Period:
    """A quarter of a calendar year, number 1 to 4."""
    return Period(*_months(year, 3 * number - 2, 3 * number), f"{year}-{32 + number}", "quarter")


def financial_quarter(start: int, number: int) -> Period:
    """A quarter of the financial year that begins on 1 April of ``start``."""
    return quarter(start, number + 1) if number < 4 else quarter(start + 1, 1)


def season(year: int, name: str) -> Period:
    """A season; the winter of a year begins in its December."""
    start, code = SEASONS[name]
    first = date(year, start, 1)
    end_year, end_month = (year, start + 2) if start <= 10 else (year + 1, start + 2 - 12)
    return Period(first, _end(end_year, end_month), f"{year}-{code}", "season")


def part_of_season(year: int, name: str, part: str) -> Period:
    """ "early autumn": the first month of the season, "mid" the second, "late" the third; approximate."""
    months_on = SEASONS[name][0] + ("early", "mid", "late").index(part) - 1
    one = month(year + months_on // 12, months_on % 12 + 1)
    return Period(one.first, one.last, f"{one.edtf}~", "month")


def part_of_year(year: int, name: str) -> Period:
    """ "early", "mid" or "late" in a year, marked as approximate in EDTF."""
    start, end = PARTS_OF_YEAR[name]
    return Period(*_months(year, start, end), f"{year}-{start:02}~/{year}-{end:02}~", "part_of_year")


def half(year: int, number: int) -> Period:
    """The first or second half of a year."""
    start, end = (1, 6) if number == 1 else (7, 12)
    return Period(*_months(year, start, end), f"{year}-{39 + number}", "half_year")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(*_months(number, 1, 12), f"{number}", "year")


def closing_month(year: int, number: int = 12) -> Period:
    """The last month of something longer, by default of a calendar year."""
    return Period(*_months(year, number, number), f"{year}-{number:02}", "month", closing=True)


def financial_year(start: int) -> Period:
    """1 April of ``start`` to the next 31 March."""
    return span(date(start, 4, 1), date(start + 1, 3, 31))


def academic_year(start: int) -> Period:
    """1 September of ``start`` to the next 31 August."""
    return span(date(start, 9, 1), date(start + 1, 8, 31))


def week(holding: date, shift: int) -> Period:
    """The week, from Monday, that holds a day, or one that lies ``shift`` weeks away."""
    monday = shifted(holding, 7 * shift - holding.weekday())
    return span(monday, shifted(monday, 6))


def span(first: date, last: date) -> Period:
    """Any stretch between two days."""
    return Period(first, last, f"{first}/{last}", "span")


def through(start: Period, end: Period) -> Period:
    """From the first day of one period to the last of another.

    Raises:
        ValueError: the second ends before the first begins.
    """
    if end.last < start.first:
        raise ValueError("the end lies before the beginning")
    return Period(start.first, end.last, f"{start.edtf_first}/{end.edtf_last}", "span")


def shifted(first: date, days: int) -> date:
    """A day some days away."""
    return first + timedelta(days=days)


def months_away(reference: date, months: int) -> date:
    """The same day of another month, or that month's last."""
    y, m = divmod(reference.year * 12 + reference.month - 1 + months, 12)
    return date(y, m + 1, min(reference.day, monthrange(y, m + 1)[1]))


def nearest_year(month_number: int, reference: date) -> int:
    """The year that puts a month named without one nearest to the day of writing."""

    def distance(candidate: int) -> int:
        return abs((candidate - reference.year) * 12 + month_number - reference.month)

    return min((reference.year, reference.year - 1, reference.year + 1), key=distance)


def _months(y: int, start: int, end: int) -> tuple[date, date]:
    return date(y, start, 1), _end(y, end)


def _end(y: int, m: int) -> date:
    return date(y, m, monthrange(y, m)[1])
