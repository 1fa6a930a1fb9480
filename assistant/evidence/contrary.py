"""Kinds that exclude each other: the interim report is not the final one, most charities are not most councils."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.language.tagging import is_noun, tags
from assistant.language.words import STOPWORDS, Word, stem, words
from assistant.question.facets import Want
from corpus.patterns import lazy_regex

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


#: "Most", "all" and "each" of whatever the nouns after them say.
_SO_MANY = lazy_regex(r"\b(?P<many>most|all|every|each)\b(?P<of>(?: [\w-]+){1,3})", re.IGNORECASE)


def of_others(asked: Asked, sentences: Iterable[Sentence]) -> bool:
    """Whether the time is asked at which most, or all, of some kind do something, and the sentences tell it of another kind."""
    wanted = _SO_MANY.search(asked.question.focus) if asked.question.has(Want.WHEN) else None
    if wanted is None:
        return False
    tag = tags(asked.question.focus)
    kinds = [w.stem for w in words(wanted["of"]) if is_noun(tag.get(w.text, ""))]
    ways = [w for k in kinds for w in (asked.library.vocabulary.by_phrase.get((k,), frozenset()) | {(k,)})]
    told = [
        s
        for s in sentences
        if any(m["many"].lower() == wanted["many"].lower() for m in _SO_MANY.finditer(s.text))
    ]
    return bool(ways and told) and not any(s.stems.issuperset(way) for s in told for way in ways)


def of_another_stage(asked: Asked, sentences: Iterable[Sentence]) -> bool:
    """Whether the interim, first or final one is asked about, and every dated sentence tells of another of the series.

    What the sentences call it may differ: final recommendations are no interim report.
    """
    stages = {stem(w) for w in _GROUPS[0].split()}
    wanted = {kind for kind, _ in _pairs(words(asked.question.focus), 1)} & stages
    dated = [frozenset(w.stem for w in words(s.text)) for s in sentences if s.whens]
    return (
        bool(wanted and dated)
        and not asked.question.has(Want.YES_NO)
        and all(not wanted & said and any(_contrary()[kind] & said for kind in wanted) for said in dated)
    )


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
