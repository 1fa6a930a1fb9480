from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest

from assistant.model import Answer
from corpus import Corpus
from evals.items import Item
from evals.judge import judge
from evals.measures import (
    METRICS,
    Rate,
    Result,
    by_set,
    failed_checks,
    percentile,
    summarise,
)


def counts(rate: Rate) -> tuple[int, int, int]:
    return rate.right, rate.n, rate.undefined


def test_every_rate_worked_out_by_hand(results: tuple[Result, ...]) -> None:
    rates = {name: counts(rate) for name, rate in summarise(results).rates.items()}
    assert rates == {
        "right": (3, 4, 0),
        "outcome": (4, 4, 0),
        "reason": (1, 2, 2),
        "notices": (4, 4, 0),
        "recommendations": (1, 2, 2),
        "place": (1, 2, 2),
        "first": (1, 2, 2),
        "quote": (1, 2, 2),
        "dates": (1, 2, 2),
        "no_wrong_date": (1, 2, 2),
        "said": (0, 1, 3),
        "verbatim": (1, 2, 2),
    }


def test_all_right(results: tuple[Result, ...]) -> None:
    summary = summarise(results[:1])
    defined = {n: r for n, r in summary.rates.items() if r.n}
    assert all(rate.value == 1.0 for rate in defined.values())
    assert set(summary.rates) - set(defined) == {"reason", "said"}
    assert failed_checks(results[0]) == ()


def test_all_wrong(results: tuple[Result, ...]) -> None:
    wrong = ("recommendations", "place", "first", "quote", "dates", "no_wrong_date", "said", "verbatim")
    assert failed_checks(results[1]) == wrong
    summary = summarise(results[1:2])
    assert [name for name, r in summary.rates.items() if r.value == 0.0] == ["right", *wrong]


def test_nothing_is_undefined_not_nought() -> None:
    summary = summarise(())
    assert summary.n == 0
    assert all(math.isnan(r.value) and math.isnan(r.interval.low) for r in summary.rates.values())
    assert math.isnan(summary.p50)
    assert math.isnan(summary.p95)


def test_an_undefined_measure_is_counted(results: tuple[Result, ...]) -> None:
    place = summarise(results[2:]).rates["place"]
    assert counts(place) == (0, 0, 2)
    assert math.isnan(place.value)


def test_by_set_in_the_order_of_the_items(results: tuple[Result, ...]) -> None:
    summaries = by_set(results)
    assert [(s.name, s.n, s.rates["right"].right) for s in summaries] == [
        ("timescales", 2, 1),
        ("refuse", 2, 2),
        ("all", 4, 3),
    ]
    assert summaries[0].p50 == pytest.approx(0.020)
    assert summaries[2].p50 == pytest.approx(0.020)
    assert summaries[2].p95 == pytest.approx(0.0285)


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


def test_the_names_of_the_measures_are_their_own() -> None:
    assert len({m.name for m in METRICS}) == len(METRICS)
