"""Calendar periods that a wording can name, with first day, last day and EDTF text."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = (
    "january february march april may june july august september october november december".split()
)
#: Meteorological seasons, as first month and number in EDTF (21 to 24); winter begins in December.
SEASONS = {"spring": (3, 21), "summer": (6, 22), "autumn": (9, 23), "winter": (12, 24)}
#: Thirds of a year: "early", "mid" and "late" claim no more precision than that.
PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days."""

    first: date
    last: date
    """Inclusive."""
    edtf: str
    grain: str
    """day, month, season, part_of_year, half_year, year or span."""

    @property
    def edtf_last(self) -> str:
        """The period's end as one EDTF date, for "by …"."""
        return self.edtf.rsplit("/", 1)[-1]

    @property
    def edtf_first(self) -> str:
        """The period's beginning as one EDTF date, for "from …"."""
        return self.edtf.split("/", 1)[0]


def day(year: int, month: int, number: int) -> Period:
    """One day. Raises ValueError where the calendar has no such day."""
    that = date(year, month, number)
    return Period(that, that, that.isoformat(), "day")


def month(year: int, number: int) -> Period:
    """One month, number 1 to 12."""
    return Period(*_months(year, number, number), f"{year}-{number:02}", "month")


def season(year: int, name: str) -> Period:
    """A season; the winter of a year begins in its December."""
    start, code = SEASONS[name]
    first = date(year, start, 1)
    end_year, end_month = (year, start + 2) if start <= 10 else (year + 1, start + 2 - 12)
    return Period(first, _end(end_year, end_month), f"{year}-{code}", "season")


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


def financial_year(start: int) -> Period:
    """1 April of ``start`` to the next 31 March."""
    first, last = date(start, 4, 1), date(start + 1, 3, 31)
    return Period(first, last, f"{first}/{last}", "span")


def years(start: int, end: int) -> Period:
    """Several calendar years, both inclusive."""
    return Period(date(start, 1, 1), date(end, 12, 31), f"{start}/{end}", "span")


def span(first: date, last: date) -> Period:
    """Any stretch between two days."""
    return Period(first, last, f"{first}/{last}", "span")


def shifted(first: date, days: int) -> date:
    """A day some days away."""
    return first + timedelta(days=days)


def nearest_year(month_number: int, reference: date) -> int:
    """The year that puts a month named without one nearest to the day of writing."""

    def distance(candidate: int) -> int:
        return abs((candidate - reference.year) * 12 + month_number - reference.month)

    return min((reference.year, reference.year - 1, reference.year + 1), key=distance)


def _months(y: int, start: int, end: int) -> tuple[date, date]:
    return date(y, start, 1), _end(y, end)


def _end(y: int, m: int) -> date:
    return date(y, m, monthrange(y, m)[1])
