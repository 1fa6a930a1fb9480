"""Numbers of a question that stand alone and may name recommendations ("what about 6?", "8 v 10", "6 to 9")."""

from __future__ import annotations

import re

from assistant.language.tagging import is_adjective, is_noun, tagged
from assistant.question.number_lists import between
from assistant.question.references import Reference
from assistant.question.topic import FRAME
from corpus.patterns import lazy_regex

_NUMBER = r"(?<![\w£.,:/-])(?P<first>\d{1,3})(?:(?:(?: to | through | ?[–-] ?)(?P<last>\d{1,3}))(?!\d))?"
#: A figure or a range goes on behind it, or a unit does.
_UNIT = (
    r"(?!\d|[.,:]\d|%|\s*(?:to |through |[–-])\s*\d|\s*(?:per cent|percent|hundred|thousand|million|billion|years?|months?|weeks?|days?|hours?|hrs?"
    r"|minutes?|pm|am|yo\b|(?:st|nd|rd|th)\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_BARE = lazy_regex(_NUMBER + _UNIT, re.IGNORECASE)
#: Words between a number and the last of what it counts ("8 trial local authorities").
REACH = 3


def bare_numbers(text: str, taken: tuple[tuple[int, int], ...]) -> tuple[Reference, ...]:
    """Numbers that stand alone and count nothing, outside the spans already read."""
    return tuple(
        Reference(
            "recommendation",
            tuple(between(int(m["first"]), int(m["last"]))) if m["last"] else (int(m["first"]),),
            m.start(),
            m.end(),
        )
        for m in _BARE.finditer(text)
        if not any(start <= m.start() < end for start, end in taken) and not _counts(text[m.end() :])
    )


def _counts(after: str) -> bool:
    """Whether the words after a number are what it counts: a noun in the plural that not every recommendation has."""
    if not re.match(r"\s+[a-z]", after):
        return False
    for word, tag in tagged(after.split(".")[0].strip())[:REACH]:
        if tag == "NNS":
            return word.lower() not in FRAME
        if not (is_noun(tag) or is_adjective(tag) or tag in ("VBN", "VBG")):
            return False
    return False
