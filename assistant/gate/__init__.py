"""The gate: nothing passes that the editions do not hold. It fails closed."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.compose import compose
from assistant.evidence.asked import Asked
from assistant.gate.check import faults, sentence_faults
from assistant.gate.places import verbatim
from assistant.model import Answer, Outcome, Reason
from assistant.refusals.refuse import refuse
from corpus import Corpus

__all__ = ["faults", "gate", "sentence_faults", "verbatim"]


def gate(answer: Answer, asked: Asked, corpus: Corpus) -> Answer:
    """The answer, if the gate finds no fault with it as an answer to the question as it is understood; else a refusal."""
    understood = replace(answer, understood=asked.question.text)
    if answer.outcome is not Outcome.ANSWERED or not faults(understood, corpus):
        return answer
    return compose(answer.question, refuse(asked, Reason.NOT_IN_DOCUMENTS), corpus)
