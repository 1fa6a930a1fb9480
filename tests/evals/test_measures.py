from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest

from assistant.model import Answer
from corpus import Corpus
from evals.items import Item
from evals.judge import judge
from evals.measures import CHECKS, Result, percentile


def failed(result: Result) -> tuple[str, ...]:
    return tuple(c.name for c in CHECKS if c.holds(result) is False)


def test_a_right_answer_fails_nothing(results: tuple[Result, ...]) -> None:
    assert failed(results[0]) == ()
    undefined = {c.name for c in CHECKS if c.holds(results[0]) is None}
    assert undefined == {"reason", "said"}


def test_an_answer_that_is_all_wrong_fails_all(results: tuple[Result, ...]) -> None:
    wrong = (
        "right",
        "recommendations",
        "place",
        "first",
        "quote",
        "dates",
        "no_wrong_date",
        "said",
        "verbatim",
    )
    assert failed(results[1]) == wrong


def test_a_refusal_for_another_reason_is_still_right(results: tuple[Result, ...]) -> None:
    assert failed(results[2]) == ()
    assert failed(results[3]) == ("reason",)


def test_no_values_have_no_percentile() -> None:
    assert math.isnan(percentile([], 50))


@pytest.mark.parametrize("values", [[1.0], [3.0, 1.0], [5.0, 1.0, 2.0], list(range(101))])
@pytest.mark.parametrize("percent", [0, 5, 50, 95, 100])
def test_percentiles_agree_with_numpy(values: list[float], percent: float) -> None:
    assert percentile(values, percent) == pytest.approx(float(np.percentile(values, percent)))


def test_a_date_too_many_is_wrong_unless_it_is_allowed(
    corpus: Corpus, make_item: Callable[..., Item], right_answer: Answer
) -> None:
    strict, lenient = make_item(dates=("in the autumn",)), make_item(other_dates=("by May 2013",))
    assert judge(strict, right_answer, corpus).wrong_date
    assert not judge(strict, right_answer, corpus).right
    assert judge(lenient, right_answer, corpus).wrong_date is False


def test_the_names_of_the_checks_are_their_own() -> None:
    assert len({c.name for c in CHECKS}) == len(CHECKS)
