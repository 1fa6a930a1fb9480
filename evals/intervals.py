"""Confidence intervals of proportions and means, and the comparison of two systems on the same items."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

SEED = 20110713
RESAMPLES = 2000


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds, 95%; NaN where undefined."""

    low: float
    high: float


NOWHERE = Interval(math.nan, math.nan)


def wilson(right: int, n: int) -> Interval:
    """Wilson's score interval for ``right`` of ``n``; undefined for none."""
    from scipy.stats import binomtest

    if n == 0:
        return NOWHERE
    found = binomtest(right, n).proportion_ci(0.95, method="wilson")
    return Interval(float(found.low), float(found.high))


def bootstrap(values: Sequence[float], clusters: Sequence[str]) -> Interval:
    """Interval of a mean whose values are not independent: clusters are drawn again and again, whole.

    Questions about one recommendation stand or fall together, so the recommendations are what is sampled. The
    draws are seeded. Undefined for fewer than two clusters.
    """
    import numpy as np

    names = sorted(set(clusters))
    if len(names) < 2:
        return NOWHERE
    at = np.array([names.index(c) for c in clusters])
    sums = np.bincount(at, weights=np.asarray(values, dtype=float), minlength=len(names))
    counts = np.bincount(at, minlength=len(names))
    drawn = np.random.default_rng(SEED).multinomial(
        len(names), np.full(len(names), 1 / len(names)), size=RESAMPLES
    )
    low, high = np.percentile((drawn @ sums) / (drawn @ counts), (2.5, 97.5))
    return Interval(float(low), float(high))


@dataclass(frozen=True, slots=True)
class Paired:
    """One system beside another on the same items."""

    wins: int
    """Items that the second gets right and the first does not."""
    losses: int
    ties: int
    p: float
    """Two-sided, exact; 1 where they never differ."""


def mcnemar(first: Sequence[bool], second: Sequence[bool]) -> Paired:
    """McNemar's exact test: a binomial test over the items on which two systems differ."""
    from scipy.stats import binomtest

    wins = sum(b and not a for a, b in zip(first, second, strict=True))
    losses = sum(a and not b for a, b in zip(first, second, strict=True))
    p = float(binomtest(wins, wins + losses).pvalue) if wins + losses else 1.0
    return Paired(wins, losses, len(first) - wins - losses, p)
