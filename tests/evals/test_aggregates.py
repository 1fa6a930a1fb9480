from __future__ import annotations

import json
import math
from collections.abc import Callable

import pytest

from evals.aggregates import BY_NAME, METRICS, aggregates, by_set, figure, summarise
from evals.lines import Line


def test_every_proportion_worked_out_by_hand(lines: tuple[Line, ...]) -> None:
    figures = summarise(lines).figures
    shares = {name: (f.value, f.n, f.undefined) for name, f in figures.items() if BY_NAME[name].proportion}
    half = (0.5, 2, 2)
    assert {name: shares[name] for name in ("place", "first", "quote", "dates", "verbatim")} == dict.fromkeys(
        ("place", "first", "quote", "dates", "verbatim"), half
    )
    assert shares["right"] == (0.75, 4, 0)
    assert shares["wrong_recommendation"] == half
    assert (shares["said"][0], shares["said"][1]) == (0.0, 1)


def test_what_is_undefined_is_nan_and_counted(lines: tuple[Line, ...]) -> None:
    place = figure(lines[2:], BY_NAME["place"])
    assert (place.n, place.undefined) == (0, 2)
    assert math.isnan(place.value)
    assert math.isnan(place.wilson.low)


def test_nothing_is_undefined_not_nought() -> None:
    summary = summarise(())
    assert summary.n == 0
    assert all(math.isnan(f.value) for f in summary.figures.values())
    assert math.isnan(summary.p50)


def test_sets_in_the_order_of_the_items(lines: tuple[Line, ...]) -> None:
    found = [(s.name, s.n, s.figures["right"].value) for s in by_set(lines)]
    assert found == [("timescales", 2, 0.5), ("refuse", 2, 1.0), ("all", 4, 0.75)]


def test_what_is_made_from_another_item_counts_only_in_its_set(make_line: Callable[..., Line]) -> None:
    found = by_set([make_line(), make_line(id="i1~casing", set="rewrites", base="i1", variant="casing")])
    assert [(s.name, s.n) for s in found] == [("timescales", 1), ("rewrites", 1), ("all", 1)]


def test_a_mean_has_no_wilson_interval(make_line: Callable[..., Line]) -> None:
    some = [
        make_line(scores={"list_f1": 0.5}, gold={"recommendations": [5]}),
        make_line(scores={"list_f1": 1.0}, gold={"recommendations": [6]}),
    ]
    found = figure(some, BY_NAME["list_f1"])
    assert found.value == pytest.approx(0.75)
    assert math.isnan(found.wilson.low)
    assert (found.bootstrap.low, found.bootstrap.high) == (0.5, 1.0)


def test_plain_values_hold_null_and_no_nan(lines: tuple[Line, ...]) -> None:
    text = json.dumps(aggregates(lines), allow_nan=False)
    made = json.loads(text)
    assert made["sets"]["refuse"]["figures"]["place"]["value"] is None
    assert made["pooled"]["aurc"] is None
    assert made["sets"]["all"]["n"] == 4


def test_the_names_of_the_metrics_are_their_own() -> None:
    assert len(BY_NAME) == len(METRICS)
