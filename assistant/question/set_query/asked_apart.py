"""Several sets asked for in one breath, each by a verb of its own ("Which name bats, and which name owls?")."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Term
from corpus.patterns import lazy_regex

_AND_WHICH = lazy_regex(r"(?:\band|[,;?])(?: (?:and|or))?(?= (?:which|what)\b)", re.IGNORECASE)


def asked_apart(text: str, asks: Phrases) -> list[str]:
    """Each part of a text that asks for a set of its own, as long as the text and blank beside the part; none where only one does.

    Args:
        text: the part of a question that selects.
        asks: the words by which a set is asked for.
    """
    starts = [0, *(m.end() for m in _AND_WHICH.finditer(text)), len(text)]
    if len(starts) < 3:
        return []
    parts = [" " * a + text[a:b] + " " * (len(text) - b) for a, b in pairwise(starts)]
    return parts if all(map(asks.search, parts)) else []


def joined(found: tuple[Term, ...]) -> Term:
    """Some terms as one, all of whose words must stand near each other."""
    if len(found) == 1:
        return found[0]
    own = tuple(s for t in found for s in t.own)
    return Term(" ".join(t.text for t in found), frozenset({own}), own)
