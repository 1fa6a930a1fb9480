"""Words that passages of two documents share, run by run."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise

from assistant.evidence.asked import Asked
from assistant.evidence.ranking import Ranked
from assistant.evidence.saying import plain
from assistant.language.numbers import value
from assistant.language.words import stem, stems
from assistant.library.library import Sentence
from assistant.question.facets import Want

#: Words on end from which on two passages say the same, and the share of the question among them from which on they
#: only lead up to what is asked.
SAME_RUN, LEADS_UP = 8, 0.5


def alike(asked: Asked, chosen: list[Ranked]) -> bool:
    """Whether the sentences that say most of the question share a long run of words that is not only the question's own."""
    if asked.question.has(Want.AMOUNT) and frozenset.intersection(*map(_counts, chosen)):
        return True
    first, *others = (max(r.unit.sentences, key=lambda s: asked.matcher.coverage(s.stems)) for r in chosen)
    return all(_same_run(asked, first, other) for other in others)


def _counts(ranked: Ranked) -> frozenset[tuple[int, str]]:
    """What a passage counts: each number in words with the word after it ("four trial …")."""
    said = plain(ranked.unit.passage.text).split()
    return frozenset((n, stem(after)) for w, after in pairwise(said) if (n := value(w)) is not None)


def _same_run(asked: Asked, a: Sentence, b: Sentence) -> bool:
    held, other = plain(a.text).split(), plain(b.text).split()
    run = SequenceMatcher(None, held, other, autojunk=False).find_longest_match()
    if run.size < min(SAME_RUN, len(held), len(other)):
        return False
    shared = frozenset(stems(" ".join(held[run.a : run.a + run.size])))
    said = min(asked.matcher.coverage(s.stems) for s in (a, b))
    return asked.matcher.coverage(shared) < LEADS_UP * said or held == other


#: What a run of shared words counts beside a match, from how many words on, and how many are enough.
ECHO, FEWEST, MOST = 0.5, 4, 12
#: So many of the best passages are looked at.
LOOKED_AT = 8


def echoing(chosen: list[Ranked], ranked: tuple[Ranked, ...]) -> tuple[Ranked, ...]:
    """Passages of one document, those first that match well and repeat words of what was chosen of the other."""
    if not chosen or not ranked:
        return ranked
    held = plain(chosen[0].unit.passage.text).split()

    def value_of(one: Ranked) -> float:
        other = plain(one.unit.passage.text).split()
        size = SequenceMatcher(None, held, other, autojunk=False).find_longest_match().size
        repeats = size >= FEWEST and one.own >= ranked[0].own
        return one.score + (ECHO * min(size, MOST) / MOST if repeats else 0.0)

    return (*sorted(ranked[:LOOKED_AT], key=value_of, reverse=True), *ranked[LOOKED_AT:])
