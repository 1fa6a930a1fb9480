"""What a question says it does not mean, and whether a text speaks of that."""

from __future__ import annotations

from assistant.evidence.asked import Asked
from assistant.language.vocabulary import Phrase, Term, terms
from assistant.language.words import STOPWORDS, words
from assistant.library.library import Stems
from assistant.question.topic import set_aside


def away(asked: Asked) -> frozenset[Phrase]:
    """The wordings of what a question only sets aside, and what else means the same; none that it asks about as well."""
    question = asked.question
    text = question.focus
    spans = set_aside(text)
    if not spans:
        return frozenset()
    kept = tuple(w for w in words(text) if any(start <= w.start < end for start, end in spans))
    telling = tuple(w for w in kept if w.text not in STOPWORDS)
    said = {p for t in terms(telling, asked.library.vocabulary) for p in wordings(t)}
    meant = {s for t in question.terms for s in t.own}
    meant_so = {p for t in question.terms for p in t.alternatives}
    return frozenset(p for p in said - meant_so if meant.isdisjoint(p))


def wordings(term: Term) -> frozenset[Phrase]:
    """What says a term: its own words, or what means the same."""
    return frozenset((term.own, *term.alternatives))


def says_any(found: Stems, wordings: frozenset[Phrase]) -> bool:
    """Whether some stems say one of the wordings."""
    return any(found.issuperset(p) for p in wordings)
