"""A name beside what it is a name of ("the RSPB, the bird charity"): the name alone says which is meant."""

from __future__ import annotations

import re

from assistant.language.vocabulary import Term
from corpus.patterns import lazy_regex

Placed = tuple[Term, int, bool]
"""A term, where it stands, whether it is a name."""

#: Two words of a name, such as "Reading Together", may stand in a row without it.
CHANCE = 2
_CUT = lazy_regex(r"\s*,\s*|\s[-–—]\s")
_DESCRIBES = lazy_regex(r"(?:the|an?|our|their|its|that|this)\b", re.IGNORECASE)
_ADDS = lazy_regex(r"\W*(?:and|or|nor|plus|as well as|but)\b|&", re.IGNORECASE)


def without_gloss(placed: list[Placed], text: str) -> list[Placed]:
    """The names of some terms, where the others only describe them: a noun phrase beside a name, joined by a comma alone."""
    first, last = min((p[1] for p in placed), default=0), max((p[1] for p in placed), default=0)
    cuts = [m for m in _CUT.finditer(text) if first < m.end() <= last]
    if len(cuts) != 1 or _ADDS.match(text, cuts[0].end()):
        return placed
    sides = [p for p in placed if p[1] < cuts[0].start()], [p for p in placed if p[1] >= cuts[0].end()]
    for names, others, start in ((*sides, cuts[0].end()), (*sides[::-1], _start(sides[0], text))):
        described = _DESCRIBES.match(text, start) and not any(is_name for _, _, is_name in others)
        if described and all(is_name and _by_itself(term) for term, _, is_name in names):
            return names
    return placed


def _by_itself(term: Term) -> bool:
    """Whether a name is said by nothing but itself: initials, or words that do not stand in a row by chance."""
    return len(term.own) != CHANCE


def _start(side: list[Placed], text: str) -> int:
    """Where the noun phrase of some terms begins: at the word before the first of them, if it is an article."""
    first = min(p[1] for p in side)
    return text.rfind(" ", 0, max(first - 1, 0)) + 1
