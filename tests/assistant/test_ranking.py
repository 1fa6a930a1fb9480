"""Ranking passages: what is told beside a question, and what stands beside a passage."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from assistant.evidence.features import features
from assistant.evidence.ranking import Weights, rank
from assistant.prepared import Prepared
from assistant.question.question import read


def _no_index(question: str, lexical: str) -> tuple[dict[str, float], dict[str, float]]:
    return {}, {}


def test_the_sentence_beside_a_question_brings_its_passages_nearer(ready: Prepared) -> None:
    text = "Our airport has a children's centre. Which duties were considered for boards?"
    question = read(text, ready.library, ready.speller)
    assert {t.text for t in question.background} >= {"airport"}

    def place(weights: Weights) -> int:
        ranked = rank(question, ready.library, _no_index, weights=weights)
        return next(i for i, r in enumerate(ranked) if "airports" in r.unit.passage.text)

    assert place(Weights()) < place(replace(Weights(), background=0.0))


def test_the_neighbours_of_a_passage_are_those_of_its_document(ready: Prepared) -> None:
    units = ready.library.units
    last = next(
        i for i, u in enumerate(units) if units[i + 1].passage.document != u.passage.document
    )  # of the first document
    scores = np.zeros(len(units))
    scores[last] = 1.0
    beside = features(ready.library).beside(scores)
    assert beside[last - 1] == beside[last] == 0.5
    assert beside[last + 1] == 0.0
