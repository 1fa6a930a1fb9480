"""Which recommendation a passage outside the table of responses speaks of."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise

from assistant.evidence.features import is_label
from assistant.evidence.matcher import Matcher
from assistant.language.words import STOPWORDS, words
from assistant.library.library import Library, Stems, Unit

Pair = tuple[str, str]

#: Share of a passage's rare words that a recommendation must hold, and its lead over the next.
SHARE, LEAD = 0.42, 1.5
#: A passage that is nearly all in one recommendation may lead by less.
MOST, LESS = 0.76, 1.25
#: Share of the question's terms that the recommendation must say as well, unless the sentence asked about shares a
#: pair of words with it.
SAID = 0.5
#: A passage of so many sentences speaks of several things: only the sentence asked about says which.
SENTENCES = 4
#: Pairs of neighbouring words that passage and recommendation must share, and how many recommendations may hold a pair.
PAIRS, FEW = 2, 3


def linked(unit: Unit, matcher: Matcher, library: Library) -> int | None:
    """The recommendation that a passage of another document speaks of, where the question does too; else None.

    The first document's own narrative is cited for itself: it speaks of the recommendations as a whole.
    """
    passage = unit.passage
    if passage.recommendation is not None or passage.document == library.corpus.documents[0].id:
        return passage.recommendation
    if passage.speaker != library.corpus.document[passage.document].speaker:
        return None
    number = nearest(unit, library)
    if number is None:
        return None
    asked = max(unit.sentences, key=lambda s: matcher.coverage(s.stems))
    if _pairs(asked.text) & _rare_pairs(library)[number]:
        return number
    brief = len(unit.sentences) < SENTENCES
    return number if brief and matcher.coverage(_stems(number, library)) >= SAID else None


@lru_cache(maxsize=2048)
def nearest(unit: Unit, library: Library) -> int | None:
    """The recommendation that a passage outside the table shares most of its words with; None where none is clearly so."""
    own = {w.stem for w in words(unit.passage.text) if w.text not in STOPWORDS}
    if is_label(unit) or len(own) < 5:
        return None
    total = sum(library.rarity((s,)) for s in own) or 1.0
    shares = sorted(
        (
            (sum(library.rarity((s,)) for s in own & _stems(n, library)) / total, n)
            for n in library.recommendation_stems
        ),
        reverse=True,
    )
    if len(shares) < 2:
        return None
    (best, _), (second, _) = shares[:2]
    if not (best >= SHARE and best >= LEAD * second) and not (best >= MOST and best >= LESS * second):
        return None
    number = shares[0][1]
    return number if len(_pairs(unit.passage.text) & _rare_pairs(library)[number]) >= PAIRS else None


def _pairs(text: str) -> frozenset[Pair]:
    """Every two words of content that follow each other."""
    found = [w.stem for w in words(text) if w.text not in STOPWORDS]
    return frozenset(pairwise(found))


@lru_cache(maxsize=4)
def _rare_pairs(library: Library) -> dict[int, frozenset[Pair]]:
    """Recommendation number to the pairs that stand under it and under few others."""
    held: dict[int, frozenset[Pair]] = {
        n: frozenset().union(
            *(_pairs(u.passage.text) for u in library.units if u.passage.recommendation == n)
        )
        for n in library.recommendation_stems
    }
    spread = Counter(pair for pairs in held.values() for pair in pairs)
    return {n: frozenset(p for p in pairs if spread[p] <= FEW) for n, pairs in held.items()}


@lru_cache(maxsize=256)
def _stems(number: int, library: Library) -> Stems:
    return frozenset().union(*library.recommendation_stems[number].values())
