from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from evals import pooled
from evals.lines import Line
from evals.pooled import POOLED, POOLED_AIMS

Make = Callable[..., Line]
REFUSED = {"outcome": "not_in_guidance"}


@pytest.fixture
def refuse(make_line: Make) -> list[Line]:
    """Two pairs of twins: one as it should be, one answered twice; and an answerable one that is refused."""
    return [
        make_line(id="a", set="refuse", twin="b", gold=REFUSED, answer=REFUSED),
        make_line(id="b", set="refuse", twin="a"),
        make_line(id="c", set="refuse", twin="d", gold=REFUSED, right=False),
        make_line(id="d", set="refuse", twin="c"),
        make_line(id="e", set="refuse", answer=REFUSED, right=False),
    ]


def test_refusals_by_hand(refuse: list[Line]) -> None:
    found = pooled.refusals(refuse)
    assert found["refusal_precision"] == pytest.approx(1 / 2)
    assert found["refusal_recall"] == pytest.approx(1 / 2)
    assert found["refusal_f1"] == pytest.approx(1 / 2)
    assert found["over_refusal"] == pytest.approx(1 / 3)
    assert pooled.over_refusal(refuse)["over_refusal_all"] == pytest.approx(1 / 3)


def test_a_pair_counts_only_whole(refuse: list[Line]) -> None:
    assert pooled.pairs(refuse)["pair_accuracy"] == pytest.approx(1 / 2)


def test_alarms(make_line: Make) -> None:
    live = {"notices": ["live_concern"]}
    some = [
        make_line(id="a", gold=live, answer=live),
        make_line(id="b", gold=live),
        make_line(id="c", answer=live),
        make_line(id="d"),
    ]
    found = pooled.false_alarms(some)
    assert (found["live_concern_recall"], found["live_concern_false"]) == (0.5, 0.5)


def test_risk_and_coverage_by_hand(make_line: Make) -> None:
    rated = [(0.9, True), (0.8, True), (0.8, False), (0.5, True)]
    some = [
        make_line(id=str(n), right=right, scores={"confidence": value})
        for n, (value, right) in enumerate(rated)
    ]
    some.append(make_line(id="refused", answer=REFUSED, right=False))
    assert pooled.risk_curve(some) == [(1 / 5, 0.0), (3 / 5, 1 / 3), (4 / 5, 1 / 4)]
    found = pooled.risk_coverage(some)
    assert found["aurc"] == pytest.approx((0 + 1 / 3 + 1 / 4) / 3)
    assert found["coverage_at_1%_risk"] == pytest.approx(1 / 5)
    assert found["coverage_at_5%_risk"] == pytest.approx(1 / 5)


def test_without_confidence_risk_is_undefined(refuse: list[Line]) -> None:
    assert all(math.isnan(v) for v in pooled.risk_coverage(refuse).values())


def test_a_rewrite_is_held_against_its_base(make_line: Make) -> None:
    base = make_line(id="i1")
    alike = make_line(id="i1~casing", set="rewrites", base="i1", variant="casing", right=False)
    other = make_line(
        id="i1~order", set="rewrites", base="i1", variant="order", answer={"recommendations": [6]}
    )
    typed = make_line(id="typed", set="rewrites")
    assert pooled.consistency([base, alike, other, typed])["consistency"] == 0.5


def test_adherence_is_over_the_changed_corpora(make_line: Make) -> None:
    some = [
        make_line(set="changed-dates", right=False),
        make_line(set="changed-statuses"),
        make_line(right=False),
    ]
    assert pooled.adherence(some)["adherence"] == 0.5


def test_the_slope_of_noise(make_line: Make) -> None:
    some = [
        make_line(set="noise", variant=level, right=right)
        for level, right in (
            ("0%", True), ("0%", True), ("40%", True), ("40%", False), ("80%", False), ("80%", False),
        )
    ]  # fmt: skip
    assert pooled.noise_curve(some) == [(0.0, 1.0), (0.4, 0.5), (0.8, 0.0)]
    assert pooled.noise_slope(some)["noise_slope"] == pytest.approx(-1.25)


def test_one_level_has_no_slope(make_line: Make) -> None:
    assert math.isnan(pooled.noise_slope([make_line(set="noise", variant="0%")])["noise_slope"])


def test_nothing_is_undefined_and_everything_has_a_title() -> None:
    found = {name: value for measure in POOLED for name, value in measure([]).items()}
    assert all(math.isnan(v) for v in found.values())
    assert set(found) == set(POOLED_AIMS)


def test_sentences_of_a_model_that_were_left_out_by_hand(make_line: Make) -> None:
    some = [
        make_line(id="a", answer={"explanation": {"sentences": ["One."], "left_out": 2}}),
        make_line(id="b", answer={"explanation": {"sentences": [], "left_out": 1}}),
        make_line(id="c"),
    ]
    assert pooled.left_out(some)["sentences_left_out"] == pytest.approx(3 / 4)
    assert math.isnan(pooled.left_out(some[2:])["sentences_left_out"])
