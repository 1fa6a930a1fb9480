"""Stems that stand in a text in their order: side by side, or near each other."""

from __future__ import annotations

from collections.abc import Sequence

#: Stems after one of some among which the next must stand.
WINDOW = 6


def side_by_side(wanted: Sequence[str], order: Sequence[str]) -> bool:
    """Whether some stems stand in a text one after the other, with none between."""
    size = len(wanted)
    return any(order[at : at + size] == wanted for at in range(len(order) - size + 1))


def near_each_other(wanted: Sequence[str], order: Sequence[str]) -> bool:
    """Whether some stems stand in a text in their order, each at most ``WINDOW`` stems after the one before."""
    return any(_follow(wanted[1:], order, at) for at, first in enumerate(order) if first == wanted[0])


def _follow(wanted: Sequence[str], order: Sequence[str], at: int) -> bool:
    for following in wanted:
        window = order[at + 1 : at + 1 + WINDOW]
        if following not in window:
            return False
        at += 1 + window.index(following)
    return True
