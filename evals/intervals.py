"""Confidence intervals of proportions."""

from __future__ import annotations

import math
from dataclasses import dataclass

#: Normal quantile for 95%.
Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds of a proportion, 0 to 1; NaN where it is undefined."""

    low: float
    high: float


def wilson(right: int, n: int, z: float = Z95) -> Interval:
    """Wilson's score interval for ``right`` of ``n``; undefined for none.

    Source: E. B. Wilson, Probable inference, JASA 22 (1927), 209-212.
    """
    if n == 0:
        return Interval(math.nan, math.nan)
    share, spread = right / n, z * z / n
    middle = (share + spread / 2) / (1 + spread)
    half = z * math.sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    # At the ends the bound is exact; rounding would put it a hair outside.
    low = 0.0 if right == 0 else middle - half
    return Interval(low, 1.0 if right == n else middle + half)
