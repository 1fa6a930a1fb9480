"""Answers about a document itself: who signed it, whom it is addressed to, and where."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from assistant.answers.draft import Draft, Line
from assistant.evidence.asked import Asked
from assistant.evidence.quote import whole
from assistant.language.phrases import Phrases
from assistant.language.words import stems
from assistant.library.library import Stems, Unit
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.nouns import noun_terms
from assistant.question.paper import BY, SAID, SAYS, TO, WHERE
from corpus.patterns import lazy_regex

_POSTCODE = lazy_regex(r"\b[A-Z]{1,2}\d\w? \d[A-Z]{2}\b")
_ASKS = Phrases(
    r"who|whom|whose|(?:which|what) (?!did|does|do|is|was|are|were|has|had|will|would)[\w-]+|(?:name|address)(?= )"
)


def answer_document(asked: Asked) -> Draft | None:
    """The head or the foot of a letter, a foreword or a paper; None where the question asks for something else."""
    question = asked.question
    if not (question.documents or question.sections) or question.has(Want.WHEN):
        return None
    if not (question.has(Want.WHO, Want.WHICH) or _ASKS.search(question.focus)) or SAYS.search(
        question.focus
    ):
        return None
    to, by, where = (p.search(question.focus) for p in (TO, BY, WHERE))
    if not (to or by or where):
        return None
    papers = called(asked, asked.question.documents)
    asked_for = {
        s
        for t in noun_terms(question)
        if not SAID.issuperset(t.text.split())
        for s in t.own
        if s not in papers
    }
    for foot in (False,) if to or where else (True, False):
        labels = edges_of(asked, foot)
        shown: Stems = frozenset().union(*(u.stems for u in labels))
        located = not where or any(_POSTCODE.search(u.passage.text) for u in labels)
        if labels and located and asked_for <= shown:
            return Draft(
                Outcome.ANSWERED,
                (Line("It is signed:" if foot else "It is addressed as follows:", (whole(labels[0]),)),),
                tuple(whole(u) for u in labels),
                from_records=True,
            )
    return None


def foot_of(asked: Asked) -> list[Unit]:
    """The labels at the foot of each document or section that the question names."""
    return edges_of(asked, True)


def called(asked: Asked, documents: Iterable[str]) -> Stems:
    """Stems of what the catalogue says of some documents: what they are called, by whom and for whom they are."""
    named = (asked.corpus.document[d] for d in documents)
    return frozenset(
        s for d in named for s in stems(f"{d.short_title} {d.publisher} {d.audience} {d.speaker}")
    )


def edges_of(asked: Asked, foot: bool) -> list[Unit]:
    """The labels at the head, or the foot, of each document or section that the question names."""
    labels: list[Unit] = []
    for document in asked.corpus.documents:
        own = [u for u in asked.library.units if asked.allows(u) and u.passage.document == document.id]
        labels += _edge(own, foot) or _edge(own, not foot)
    return labels


def _edge(units: list[Unit], foot: bool) -> list[Unit]:
    """The labels before the first statement of some passages, or after the last."""
    ordered = list(reversed(units)) if foot else units
    edge = list(
        takewhile(lambda u: len(u.passage.text.split()) < 16 and not u.passage.text.endswith("."), ordered)
    )
    return list(reversed(edge)) if foot else edge
