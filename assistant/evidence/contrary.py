"""Words that exclude each other beside one noun: the interim report is not the final one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.language.words import STOPWORDS, Word, stem, words
from assistant.question.facets import Want

if TYPE_CHECKING:
    from assistant.evidence.asked import Asked
    from assistant.evidence.quote import Quote
    from assistant.library.library import Sentence

#: Beside a noun each of these rules out the others of its line; those with no stroke between them mean much the same.
_GROUPS = (
    "interim initial first preliminary | second | third | fourth | final last",
    "internal | external",
    "minimum | maximum",
    "formal | informal",
    "inner | outer",
    "upper | lower",
    "senior | junior",
    "male | female",
    "urban | rural",
    "primary | secondary",
    "weekly | monthly | quarterly | annual yearly",
    "oral | written",
    "paid | unpaid",
    "national | local | regional | international",
)
#: Words from one of them to its noun, at most.
REACH = 2

Pair = tuple[str, str]
"""A stem of the groups, and the stem of a noun after it."""


@lru_cache(maxsize=1)
def _contrary() -> dict[str, frozenset[str]]:
    """Stem of a word of the groups to the stems of those that it rules out."""
    made: dict[str, frozenset[str]] = {}
    for group in _GROUPS:
        kinds = [frozenset(map(stem, kind.split())) for kind in group.split("|")]
        for kind in kinds:
            made |= dict.fromkeys(kind, frozenset[str]().union(*kinds) - kind)
    return made


def _pairs(found: Sequence[Word], reach: int = REACH) -> Iterator[Pair]:
    for i, word in enumerate(found):
        if word.stem in _contrary():
            for noun in found[i + 1 : i + 1 + reach]:
                if noun.text not in STOPWORDS and noun.stem not in _contrary():
                    yield word.stem, noun.stem


def only_the_contrary(asked: Asked, shown: Iterable[Quote], sentences: Iterable[Sentence]) -> bool:
    """Whether a question asks about one of two kinds of something, and the direct answer only tells of the other.

    Args:
        asked: the question; one that asks whether it is the one or the other misses neither.
        shown: the quotes of an answer; where they speak of the kind asked for anywhere, it is told.
        sentences: what the quotes of its direct answer hold.
    """
    wanted = set(_pairs(words(asked.question.focus), 1))
    if not wanted or asked.question.has(Want.YES_NO):
        return False
    wanted -= {p for q in shown for p in _pairs(words(q.passage.text))}
    told = {p for s in sentences for p in _pairs(words(s.text))}
    both = {(o, noun) for kind, noun in wanted for o in _contrary()[kind]}
    return bool(both & told) and not both & set(_pairs(words(asked.question.focus)))
