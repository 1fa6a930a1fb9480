"""The recommendations that some words describe ("the research one"), best first."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.language.vocabulary import Term
from assistant.language.words import stems
from assistant.library.library import Library, supports
from corpus.model import Part, Recommendation

#: Weight of what the text of a recommendation says beside its title, which names its subject.
TEXT = 0.6
#: Share of the words that a recommendation must say to be described by them.
DESCRIBES = 0.5


def described(terms: tuple[Term, ...], pool: Iterable[Recommendation], library: Library) -> tuple[int, ...]:
    """The recommendations whose title and text say at least half of some terms, those that say most first."""
    weights = [library.rarity(t.own) for t in terms]
    scores: dict[int, float] = {}
    for rec in pool:
        title = frozenset(stems(rec.title))
        text = library.recommendation_stems[rec.number][Part.RECOMMENDATION]
        scores[rec.number] = sum(
            w * (supports(title, t) + TEXT * supports(text, t)) for t, w in zip(terms, weights, strict=True)
        )
    enough = DESCRIBES * (sum(weights) or 1.0)
    return tuple(n for n in sorted(scores, key=lambda n: -scores[n]) if scores[n] >= enough)


def spoken_of(terms: tuple[Term, ...], pool: Iterable[Recommendation], library: Library) -> tuple[int, ...]:
    """The recommendations with a passage that says at least half of some terms, the fullest first; of equals, what says them most."""
    weights = [library.rarity(t.own) for t in terms]
    scores: dict[int, tuple[float, float]] = {}
    for rec in pool:
        units = [library.by_id[p.id] for part in rec.passages.values() for p in part]
        said = [
            sum(w * supports(u.stems | u.lead, t) for t, w in zip(terms, weights, strict=True)) for u in units
        ]
        scores[rec.number] = max(said, default=0.0), sum(said)
    enough = DESCRIBES * (sum(weights) or 1.0)
    best = sorted(scores, key=lambda n: scores[n], reverse=True)
    return tuple(n for n in best if scores[n][0] >= enough)
