"""Two runs beside each other, item by item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evals.intervals import Paired, mcnemar
from evals.lines import Line, RunError
from evals.measures import ALL


@dataclass(frozen=True, slots=True)
class Compared:
    """What the second run wins and loses against the first."""

    by_set: dict[str, Paired]
    """Set to its comparison; "all" comes last."""
    won: tuple[str, ...]
    """Ids that only the second has right."""
    lost: tuple[str, ...]
    changed: int
    """Items of the same id whose question or gold differs; they are not compared."""


def compare(first: Sequence[Line], second: Sequence[Line]) -> Compared:
    """Compare two runs on the items that they have in common.

    Raises:
        RunError: they have none.
    """
    before = {line.key: line for line in first}
    both = [(before[line.key], line) for line in second if line.key in before]
    same = [(a, b) for a, b in both if (a.question, a.history, a.gold) == (b.question, b.history, b.gold)]
    if not same:
        raise RunError("The runs have no item in common. Run: python -m evals run")
    sets = dict.fromkeys(b.set for _, b in same)
    made = {name: _paired([(a, b) for a, b in same if b.set == name]) for name in sets}
    return Compared(
        by_set=made | {ALL: _paired(same)},
        won=tuple(b.id for a, b in same if b.right and not a.right),
        lost=tuple(b.id for a, b in same if a.right and not b.right),
        changed=len(both) - len(same),
    )


def _paired(pairs: Sequence[tuple[Line, Line]]) -> Paired:
    return mcnemar([a.right for a, _ in pairs], [b.right for _, b in pairs])
