"""Dates as options: the days that a wording can mean, and whether two wordings can mean the same day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.quiz.records import Records
from assistant.quiz.sayings import Saying
from assistant.quiz.text import plain
from corpus.dates import find_whens, name_of
from corpus.model import Commitment
from corpus.patterns import lazy_regex

_YEAR = lazy_regex(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """A saying with one of its dates, the year being named."""

    saying: Saying
    commitment: Commitment
    name: str
    """The date without "by", "in" and the like; verbatim."""

    @property
    def shown(self) -> Saying | None:
        """The saying, or the clauses around the date; None where it cannot be quoted by itself."""
        window = self.saying.window(self.saying.text.index(self.name)) if self.saying.whole else None
        return window if window and window.text.count(self.name) == 1 else None


@lru_cache(maxsize=2048)
def days(name: str) -> tuple[date, date] | None:
    """First and last day of a named period; None where a text is no date, names no year, or is no single period."""
    found = tuple(find_whens(name, date(2000, 1, 1))) if _YEAR.search(name) else ()
    if len(found) != 1 or len(found[0].wording) < len(name.removeprefix("the ")):
        return None
    first, last = found[0].first, found[0].last
    return (first, last) if first and last else None


def overlap(a: str, b: str) -> bool:
    """Whether two named periods share a day; True where one of them cannot be read."""
    first, second = days(a), days(b)
    if first is None or second is None:
        return True
    return first[0] <= second[1] and second[0] <= first[1]


def sort(name: str) -> str:
    """What a date is given by: a year, a day, or something between."""
    if re.fullmatch(r"[\d–-]+", name):
        return "year"
    return "day" if re.match(r"\d", name) else "part of a year"


def middle(name: str) -> float:
    """The middle of a named period, in days; 0 where it cannot be read."""
    found = days(name)
    return (found[0].toordinal() + found[1].toordinal()) / 2 if found else 0.0


def dated(records: Records) -> tuple[Dated, ...]:
    """Every date with a year that a statement of the corpus carries, in reading order."""
    made: list[Dated] = []
    for c in records.corpus.commitments:
        name = name_of(plain(c.when.wording))
        saying = next(
            (
                s
                for s in records.by_passage.get(c.passage, [])
                if s.span.start < c.sentence_span.end and c.sentence_span.start < s.span.end
            ),
            None,
        )
        if saying is None or days(name) is None or saying.text.count(name) != 1:
            continue
        made.append(Dated(saying, c, name))
    return tuple(made)
