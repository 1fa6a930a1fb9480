"""How many dates a timescale must give to be in a set ("which recs have more than one 2012 date?")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.language.numbers import SEVERAL, value
from corpus.patterns import lazy_regex

_NOUN = r"(?:dates?|deadlines?|milestones?|due dates?|target dates?)"
_KIND = r"(?:(?:different|separate|distinct|calendar|actual|such|of these|(?:19|20)\d\d|single) )*"
_COUNT = lazy_regex(
    rf"\b(?P<least>more than one|at least (?:two|2)|(?:two|2) or more|several|multiple|a couple of|a pair of|both)? ?"
    rf"(?P<only>(?:just|only|exactly|no more than) )?(?:(?P<n>one|1|{SEVERAL}) |(?P<single>a single ))?{_KIND}{_NOUN}\b",
    re.IGNORECASE,
)
#: What has the dates is asked for, not what the dates are.
_HAVING = lazy_regex(
    r"\b(?:have|has|had|having|with|give|gives|giving|got|gets|contains?|carry|carries|holds?|sets?|names?|lists?)\b"
    r"(?: (?:out|down|them|us|in))?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateCount:
    """A number of dates, each counted once."""

    least: int
    most: int | None

    def holds(self, count: int) -> bool:
        """Whether so many dates are as many as asked for."""
        return self.least <= count and (self.most is None or count <= self.most)


def date_count(text: str) -> DateCount | None:
    """How many dates are asked for; None where a text counts none."""
    for match in _COUNT.finditer(text):
        if not _HAVING.search(text[: match.start()]):
            continue
        if match["least"]:
            return DateCount(2, None)
        count = 1 if match["single"] else value(match["n"] or "")
        if count and (match["only"] or match["single"]):
            return DateCount(count, count)
        if count and count > 1:
            return DateCount(count, None)
    return None
