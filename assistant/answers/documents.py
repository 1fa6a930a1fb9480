"""Answers about a document itself: who signed it, whom it is addressed to."""

from __future__ import annotations

from itertools import takewhile

from assistant.answers.asked import Asked
from assistant.answers.draft import Draft, Line, whole
from assistant.evidence.library import Unit
from assistant.language.words import stems
from assistant.model import Outcome
from assistant.question.facets import Want

_TO = frozenset(stems("addressed sent to recipient addressee went written for audience aimed"))
_BY = frozenset(
    stems(
        "signed wrote written by author names put from signature signatory signatories co-signed signs co put"
    )
)


def answer_document(asked: Asked) -> Draft | None:
    """The head or the foot of a letter, a foreword or a paper; None where the question asks for something else."""
    question = asked.question
    if not (question.has(Want.WHO) or question.has(Want.WHICH)) or not (
        question.documents or question.sections
    ):
        return None
    asked_for = {
        s for t in question.terms for s in t.own if s not in ("minist", "letter", "council", "committe")
    }
    words = set(stems(question.focus))
    if asked_for - _TO - _BY:
        return None
    if words & (_BY - {"co"}) and not words & set(stems("addressed to sent")) - {"to"}:
        return _found(asked, foot=True)
    if words & (_TO - {"to", "for"}):
        return _found(asked, foot=False)
    return None


def _found(asked: Asked, foot: bool) -> Draft | None:
    labels: list[Unit] = []
    for document in asked.corpus.documents:
        own = [u for u in asked.library.units if asked.allows(u) and u.passage.document == document.id]
        labels += _edge(own, foot) or _edge(own, not foot)
    if not labels:
        return None
    what = "It is signed:" if foot else "It is addressed as follows:"
    return Draft(
        Outcome.ANSWERED,
        (Line(what, (whole(labels[0]),)),),
        tuple(whole(u) for u in labels),
        from_records=True,
    )


def _edge(units: list[Unit], foot: bool) -> list[Unit]:
    """The labels before the first statement of some passages, or after the last."""
    ordered = list(reversed(units)) if foot else units
    edge = list(
        takewhile(lambda u: len(u.passage.text.split()) < 16 and not u.passage.text.endswith("."), ordered)
    )
    return list(reversed(edge)) if foot else edge
