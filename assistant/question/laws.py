"""Years that only name a law ("the 1989 Act"), and so are no dates."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.library.library import Library
from corpus.model import When
from corpus.patterns import lazy_regex

_ACT = lazy_regex(r"\b(?:Act|Acts|Bill)\b")
_YEAR_OF_ACT = lazy_regex(r"\bAct,? (?P<year>\d{4})\b")


def of_a_law(when: When, text: str, library: Library) -> bool:
    """Whether a year in a question that speaks of a law is that of one, which the documents name by it."""
    year = re.fullmatch(r"(?:in |the |in the year )*(?P<year>\d{4})", when.wording, re.IGNORECASE)
    if year is None or not _ACT.search(text):
        return False
    after = text[when.span.end :]
    return year["year"] in _years(library) or bool(re.match(r" Act\b", after))


@lru_cache(maxsize=4)
def _years(library: Library) -> frozenset[str]:
    """The years of the laws that the documents name."""
    return frozenset(m["year"] for u in library.units for m in _YEAR_OF_ACT.finditer(u.passage.text))
