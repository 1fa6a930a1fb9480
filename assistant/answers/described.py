"""The recommendations that some words describe or that speak of them ("the research one"), best first."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.language.vocabulary import Term
from assistant.language.words import stems
from assistant.library.library import Library, Stems, supports
from corpus.model import Part, Recommendation

#: Weight of what the text of a recommendation says beside its title, which names its subject.
TEXT = 0.6
#: Share of the words that a recommendation must say to be described by them.
DESCRIBES = 0.5


def described(terms: tuple[Term, ...], pool: Iterable[Recommendation], library: Library) -> tuple[int, ...]:
    """The recommendations whose title and text say at least half of some terms, those that say most first."""
    scores: dict[int, tuple[float, ...]] = {}
    for rec in pool:
        text = library.recommendation_stems[rec.number][Part.RECOMMENDATION]
        title = frozenset(stems(rec.title))
        scores[rec.number] = (_weight(title, terms, library) + TEXT * _weight(text, terms, library),)
    return _enough(scores, terms, library)


def spoken_of(terms: tuple[Term, ...], pool: Iterable[Recommendation], library: Library) -> tuple[int, ...]:
    """The recommendations with a passage that says at least half of some terms, the fullest first; of equals, what says them most."""
    scores: dict[int, tuple[float, ...]] = {}
    for rec in pool:
        units = [library.by_id[p.id] for part in rec.passages.values() for p in part]
        said = [_weight(u.stems | u.lead, terms, library) for u in units]
        scores[rec.number] = max(said, default=0.0), sum(said)
    return _enough(scores, terms, library)


def _weight(said: Stems, terms: tuple[Term, ...], library: Library) -> float:
    """How much some words say of some terms, the rare ones counting most."""
    return sum(library.rarity(t.own) * supports(said, t) for t in terms)


def _enough(
    scores: dict[int, tuple[float, ...]], terms: tuple[Term, ...], library: Library
) -> tuple[int, ...]:
    """Those of some recommendations that say enough of some terms, by their scores from the best."""
    enough = DESCRIBES * (sum(library.rarity(t.own) for t in terms) or 1.0)
    best = sorted(scores, key=lambda n: scores[n], reverse=True)
    return tuple(n for n in best if scores[n][0] >= enough)
