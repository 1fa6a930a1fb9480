"""Stems that stand in a text in their order: side by side, or near each other."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.language.vocabulary import FUNCTION_STEMS

#: Stems after one of some among which the next must stand.
WINDOW = 6


def side_by_side(wanted: Sequence[str], order: Sequence[str]) -> bool:
    """Whether some stems stand in a text one after the other, with none between."""
    size = len(wanted)
    return any(order[at : at + size] == wanted for at in range(len(order) - size + 1))


def in_a_row(wanted: Sequence[str], order: Sequence[str]) -> bool:
    """Whether some stems stand side by side in a text, small words on both sides left out."""
    return side_by_side(content(wanted), content(order))


def content(order: Sequence[str]) -> tuple[str, ...]:
    """Stems without those that only join others."""
    return tuple(s for s in order if s not in FUNCTION_STEMS)


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
