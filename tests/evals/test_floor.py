from __future__ import annotations

import math

import pytest

from corpus import load
from evals.floor import Floor, FloorError, Times, measure, named_questions
from evals.items import load_items
from evals.tables import floor_table

NONE = Times(())


def test_the_ratio_is_that_of_the_medians() -> None:
    found = Floor(Times((0.9, 0.03, 0.02)), Times((0.01, 0.02, 0.015)), NONE, NONE, NONE, NONE)
    assert found.ratio == pytest.approx(2.0)
    assert found.ratio_p95 == pytest.approx(0.813 / 0.0195)


def test_without_questions_it_is_undefined() -> None:
    empty = Floor(NONE, NONE, NONE, NONE, NONE, NONE)
    assert math.isnan(empty.ratio)
    assert floor_table(empty).row_count == 7


def test_named_questions_name_each_recommendation_and_part() -> None:
    corpus = load()
    questions = named_questions(corpus, 61)
    assert len(questions) == 120
    assert len(set(questions)) == 60
    assert all(any(f"recommendation {n}" in q for q in questions) for n in corpus.recommendations)


@pytest.mark.slow
def test_a_short_measurement() -> None:
    questions = [i.question for i in load_items("development") if not i.history][:60]
    heard: list[tuple[int, int]] = []
    found = measure(load(), questions, least=5, warm_ups=2, heard=lambda *h: heard.append(h))
    assert heard[-1] == (5, 5)
    assert len(found.asked.values) == len(found.floor.values) == 5
    assert all(a > 0 for a in found.asked.values)
    assert found.floor.values[0] == pytest.approx(found.embedding.values[0] + found.query.values[0])
    assert found.ratio > 0.5
    assert len(found.named.values) >= 5


@pytest.mark.slow
def test_too_few_questions_are_told() -> None:
    with pytest.raises(FloorError, match="Only 0 questions searched the index, 3 are needed"):
        measure(load(), ["What does recommendation 16 say?"], least=3, warm_ups=0)
