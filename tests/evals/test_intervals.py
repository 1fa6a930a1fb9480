from __future__ import annotations

import math

import pytest
from scipy.stats import binomtest  # type: ignore[import-untyped]

from evals.intervals import wilson


@pytest.mark.parametrize(("right", "n"), [(0, 1), (1, 1), (0, 15), (15, 15), (7, 15), (392, 400), (1, 1000)])
def test_it_agrees_with_a_second_implementation(right: int, n: int) -> None:
    other = binomtest(right, n).proportion_ci(method="wilson")
    found = wilson(right, n)
    assert found.low == pytest.approx(other.low, abs=1e-9)
    assert found.high == pytest.approx(other.high, abs=1e-9)


def test_fifteen_of_fifteen_support_four_in_five() -> None:
    assert wilson(15, 15).low == pytest.approx(0.796, abs=0.001)
    assert wilson(15, 15).high == 1.0


def test_none_of_none_is_undefined() -> None:
    assert math.isnan(wilson(0, 0).low)
    assert math.isnan(wilson(0, 0).high)
