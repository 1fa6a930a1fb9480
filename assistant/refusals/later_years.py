"""Years of which the documents can say nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.quoted import QUOTED
from assistant.library.library import Library
from corpus.dates.calendar import MONTHS, SEASONS
from corpus.patterns import lazy_regex

_SEASONS = "|".join(name.capitalize() for name in (*MONTHS, *SEASONS))
_EDITION = "(?:guidance|act|framework|edition|version|update|position|law|inspection|statute|review)"
#: A year, and an edition of a year ("Keeping Zebras Safe (2018)", "the 2018 Act").
_YEAR = lazy_regex(r"(?<![\w£.,-])(?P<year>20\d\d)(?![\w%])")
_YEAR_OF_EDITION = (
    lazy_regex(rf"\b{_EDITION}\w*\W+(?:of |from |in |\()?(?P<year>20\d\d)\b", re.IGNORECASE),
    lazy_regex(rf"(?:\b(?!(?:{_SEASONS})\b)[A-Z][a-z]+ (?:[a-z]{{1,3}} )?){{2,}}\(?(?P<year>20\d\d)\b"),
    lazy_regex(rf"\b(?P<year>20\d\d) {_EDITION}", re.IGNORECASE),
)


def names_later_year(text: str, focus: str, library: Library) -> bool:
    """Whether a message names a year of which the documents say nothing, or an edition later than the year after theirs.

    Args:
        text: the message.
        focus: its asking sentences; what is quoted beside them does not count.
        library: tells which years the documents speak of.
    """
    own = _without_pasted(text, focus)
    years = [int(m["year"]) for m in _YEAR.finditer(own)]
    if not years:
        return False
    written, spoken_of = _years(library)
    editions = (int(m["year"]) for edition in _YEAR_OF_EDITION for m in edition.finditer(own))
    return max(years) > spoken_of or any(year > written + 1 for year in editions)


@lru_cache(maxsize=4)
def _years(library: Library) -> tuple[int, int]:
    """The year of the last of the documents, and the last year that they speak of."""
    written = max(d.date.year for d in library.corpus.documents)
    days = (c.when.last or c.when.first for c in library.corpus.commitments)
    return written, max((written, *(day.year for day in days if day)))


def _without_pasted(text: str, focus: str) -> str:
    """A message without what it quotes beside the sentences that ask: whoever pastes a passage does not ask of its years."""
    return text if all(m[0] in focus for m in QUOTED.finditer(text)) else f"{focus} {QUOTED.sub(' ', text)}"
