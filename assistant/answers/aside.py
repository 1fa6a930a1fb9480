"""What a question says it does not mean, and whether a text speaks of that."""

from __future__ import annotations

from assistant.evidence.asked import Asked
from assistant.language.vocabulary import Phrase, Term, terms
from assistant.language.words import STOPWORDS, words
from assistant.library.library import Stems
from assistant.question.topic import set_aside


def away(asked: Asked) -> frozenset[Phrase]:
    """The wordings of what a question only sets aside, and what else means the same; none that it asks about as well."""
    return frozenset().union(*away_each(asked))


def away_each(asked: Asked) -> tuple[frozenset[Phrase], ...]:
    """The same of each term that it sets aside."""
    question = asked.question
    text = question.text
    spans = set_aside(text)
    if not spans:
        return ()
    kept = tuple(w for w in words(text) if any(start <= w.start < end for start, end in spans))
    telling = tuple(w for w in kept if w.text not in STOPWORDS)
    meant = {s for t in question.terms for s in t.own}
    meant_so = {p for t in question.terms for p in t.alternatives}
    every = (wordings(t) - meant_so for t in terms(telling, asked.library.vocabulary))
    each = (frozenset(p for p in some if meant.isdisjoint(p)) for some in every)
    return tuple(some for some in each if some)


def wordings(term: Term) -> frozenset[Phrase]:
    """What says a term: its own words, or what means the same."""
    return frozenset((term.own, *term.alternatives))


def says_any(found: Stems, wordings: frozenset[Phrase]) -> bool:
    """Whether some stems say one of the wordings."""
    return any(found.issuperset(p) for p in wordings)
