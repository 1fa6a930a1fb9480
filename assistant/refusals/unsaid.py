"""What the quotes of a draft, and what they stand under, leave unsaid of a question."""

from __future__ import annotations

import math
from collections.abc import Sequence

from assistant.evidence.asked import Asked
from assistant.evidence.asked_noun import is_generic
from assistant.evidence.quote import Quote
from assistant.language.spelling import frequency
from assistant.language.tagging import compounds, is_adjective, is_noun, tags
from assistant.language.vocabulary import Term
from assistant.language.words import STOPWORDS, stem, stems, words
from assistant.library.library import Stems, supports
from assistant.question.question import Question

#: How far the quotes must say a term at least, for it not to be unsaid.
HALF = 0.5


def words_unsaid(asked: Asked, context: Stems) -> tuple[list[Term], list[Term]]:
    """Nouns, and adjectives, of the question that neither the quotes nor what they stand under say (``context_of``)."""
    kinds = tags(asked.question.focus)
    missing = [t for t in _core(asked.question) if supports(context, t) < HALF and not _generic(t)]
    nouns = [t for t in missing if any(is_noun(kinds.get(w, "NN")) for w in t.text.split())]
    others = [t for t in missing if t not in nouns]
    return nouns, [t for t in others if any(is_adjective(kinds.get(w, "")) for w in t.text.split())]


def compounds_unsaid(asked: Asked, shown: Sequence[Quote]) -> int:
    """How many pairs of modifier and noun no sentence of the quotes' passages holds together."""
    pairs = [p for p in compounds(asked.question.focus) if not any(map(_plain, p))]
    sentences = _sentences(asked, shown) if pairs else []
    return sum(
        not any(_wordings(asked, a) & s and _wordings(asked, b) & s for s in sentences) for a, b in pairs
    )


def telling(text: str) -> float:
    """How telling a word is, 0.25 for the commonest of everyday English to 1 for the rare."""
    rarest = min((frequency(w) for w in text.split()), default=0)
    return min(1.0, max(0.25, (6.0 - math.log10(rarest + 1)) / 4.0))


def _core(question: Question) -> tuple[Term, ...]:
    """The terms after a colon that ends a lead-up ("Preparing a training day: which recommendation …?"), where they suffice."""
    _, colon, rest = question.focus.rpartition(": ")
    found = {w.stem for w in words(rest)}
    core = tuple(t for t in question.terms if found.issuperset(t.own))
    return core if colon and len(core) >= 3 else question.terms


def _generic(term: Term) -> bool:
    return all(is_generic(w) for w in term.text.split())


def context_of(asked: Asked, shown: Sequence[Quote]) -> Stems:
    """What the quotes and the recommendations they stand under say."""
    found: frozenset[str] = frozenset()
    for quote in shown:
        unit = asked.library.by_id[quote.passage.id]
        found |= unit.stems | unit.lead | unit.headings
        document = asked.corpus.document[quote.passage.document]
        found |= frozenset(
            stems(f"{quote.passage.speaker} {document.publisher} {document.audience} {document.short_title}")
        )
        number = quote.passage.recommendation
        if number is not None:
            found = found.union(*asked.library.recommendation_stems[number].values())
    return found


def _plain(word: str) -> bool:
    return word in STOPWORDS or is_generic(word)


def _wordings(asked: Asked, word: str) -> frozenset[str]:
    own = stem(word)
    return frozenset({own, *(s for p in asked.library.vocabulary.by_phrase.get((own,), ()) for s in p)})


def _sentences(asked: Asked, shown: Sequence[Quote]) -> list[Stems]:
    """The sentences of the quotes' passages, and of the recommendation that the first stands under."""
    numbers = {shown[0].passage.recommendation} - {None} if shown else set()
    ids = {q.passage.id for q in shown}
    return [
        s.stems | u.lead | (u.headings if u.passage.id in ids else frozenset())
        for u in asked.library.units
        if u.passage.id in ids or u.passage.recommendation in numbers
        for s in u.sentences
    ]
