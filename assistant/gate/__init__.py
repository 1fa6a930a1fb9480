"""The gate: nothing passes that the editions do not hold. It fails closed."""

from __future__ import annotations

from datetime import date

from assistant.answers.asked import Asked
from assistant.answers.compose import compose
from assistant.answers.refusals import refuse
from assistant.gate.check import faults, sentence_faults
from assistant.gate.places import verbatim
from assistant.gate.text import said
from assistant.model import Answer, Outcome, Reason
from corpus import Corpus
from corpus.dates import find_whens

__all__ = ["faults", "gate", "own_dates", "sentence_faults", "verbatim"]


def gate(answer: Answer, asked: Asked, corpus: Corpus) -> Answer:
    """The answer, if the gate finds no fault with it; else a refusal."""
    if answer.outcome is not Outcome.ANSWERED or not faults(answer, corpus):
        return answer
    return compose(answer.question, refuse(asked, Reason.NOT_IN_DOCUMENTS), corpus)


def own_dates(answer: Answer) -> tuple[str, ...]:
    """Date wordings in the answer's own sentences, outside its quotes."""
    return tuple(w.wording for s in said(answer.text) for w in find_whens(s.own, _WRITTEN) if w.edtf)


#: Relative dates are read against the day of the response.
_WRITTEN = date(2011, 7, 13)
