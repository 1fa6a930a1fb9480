"""Whether a dated sentence is about what a question asks the time of, and not only near it in score."""

from __future__ import annotations

from functools import lru_cache

from assistant.answers.dated_sentences import Dated
from assistant.evidence.asked import Asked
from assistant.language.vocabulary import Term
from assistant.language.words import stems
from assistant.library.library import Library, Stems, supports
from assistant.question.nouns import noun_terms

#: How much better than the sentence's own recommendation another must match the question to be the one that is meant.
LEAD = 0.15
#: Share of the terms that some passage of the one meant must say; where none does, nothing is sure.
SAID = 0.6
#: Share of the terms from which a sentence is meant wherever it stands.
SAYS_ALL = 0.95


def about(asked: Asked, found: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """The dated sentences, best first, from the first that is about what was asked; empty where none surely is.

    A sentence must say some noun of the question, itself or by what it points back to and stands under; and no other
    recommendation may match the question clearly better than the sentence's own.
    """
    question = asked.question
    if not found or asked.recommendations or question.documents or question.whens:
        return found
    nouns = noun_terms(question)
    first = next((i for i, d in enumerate(found) if not nouns or _says_some(asked, d, nouns)), None)
    return () if first is None else _in_place_meant(asked, found[first:])


def _says_some(asked: Asked, d: Dated, nouns: tuple[Term, ...]) -> bool:
    said = d.sentence.stems.union(*(s.stems for _, s in d.before), _headings(d, asked.library))
    return any(supports(said, t) or any(said.issuperset(near) for near in t.near) for t in nouns)


def _headings(d: Dated, library: Library) -> Stems:
    passage = d.unit.passage
    title = library.corpus.recommendations[passage.recommendation].title if passage.recommendation else ""
    return _stems_of(" ".join((*passage.headings, title)))


@lru_cache(maxsize=256)
def _stems_of(text: str) -> Stems:
    return frozenset(stems(text))


def _in_place_meant(asked: Asked, found: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """The sentences of the recommendation that clearly matches better than that of the best; the same ones where none does."""
    best = found[0]
    own, (leading, score) = best.unit.passage.recommendation, next(iter(asked.groups.items()), (None, 0.0))
    if own is None or best.coverage >= SAYS_ALL or score - asked.groups.get(own, 0.0) <= LEAD:
        return found
    passages = (r for r in asked.ranked if r.unit.passage.recommendation == leading)
    if max(r.own for r in passages) < SAID:
        return ()
    return tuple(d for d in found if d.unit.passage.recommendation == leading)
