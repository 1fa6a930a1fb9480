from __future__ import annotations

import math

import pytest

from evals.intervals import bootstrap, mcnemar, wilson

Z = 1.959963984540054


def by_hand(right: int, n: int) -> tuple[float, float]:
    """Wilson, JASA 22 (1927), 209-212."""
    share, spread = right / n, Z * Z / n
    middle = (share + spread / 2) / (1 + spread)
    half = Z * math.sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


@pytest.mark.parametrize(("right", "n"), [(0, 1), (1, 1), (0, 15), (15, 15), (7, 15), (392, 400), (1, 1000)])
def test_wilson_agrees_with_the_formula(right: int, n: int) -> None:
    found = wilson(right, n)
    assert (found.low, found.high) == pytest.approx(by_hand(right, n), abs=1e-9)


def test_fifteen_of_fifteen_support_four_in_five() -> None:
    assert wilson(15, 15).low == pytest.approx(0.796, abs=0.001)
    assert wilson(15, 15).high == 1.0


def test_none_of_none_is_undefined() -> None:
    assert math.isnan(wilson(0, 0).low)
    assert math.isnan(wilson(0, 0).high)
    assert math.isnan(bootstrap([], []).low)


def test_one_cluster_says_nothing_of_others() -> None:
    assert math.isnan(bootstrap([1.0, 0.0, 1.0], ["a", "a", "a"]).low)


def test_values_of_one_cluster_move_together() -> None:
    values = [1.0] * 20 + [0.0] * 20
    together = bootstrap(values, ["a"] * 20 + ["b"] * 20)
    apart = bootstrap(values, [str(n) for n in range(40)])
    assert (together.low, together.high) == (0.0, 1.0)
    assert 0.3 < apart.low < 0.5 < apart.high < 0.7


def test_the_bootstrap_can_be_repeated() -> None:
    values, clusters = [0.0, 1.0, 1.0, 0.5], ["a", "b", "b", "c"]
    assert bootstrap(values, clusters) == bootstrap(values, clusters)


def test_all_alike_leave_no_doubt() -> None:
    found = bootstrap([1.0, 1.0, 1.0], ["a", "b", "c"])
    assert (found.low, found.high) == (1.0, 1.0)


def exact(wins: int, losses: int) -> float:
    n = wins + losses
    tail: float = sum(math.comb(n, k) for k in range(min(wins, losses) + 1)) / 2.0**n
    return min(1.0, 2 * tail)


@pytest.mark.parametrize(("wins", "losses"), [(1, 0), (6, 0), (8, 2), (3, 3), (1, 12)])
def test_mcnemar_is_exact(wins: int, losses: int) -> None:
    first = [False] * wins + [True] * losses + [True, False]
    second = [True] * wins + [False] * losses + [True, False]
    found = mcnemar(first, second)
    assert (found.wins, found.losses, found.ties) == (wins, losses, 2)
    assert found.p == pytest.approx(exact(wins, losses))


def test_systems_that_never_differ_are_alike() -> None:
    assert mcnemar([True, False], [True, False]).p == 1.0
