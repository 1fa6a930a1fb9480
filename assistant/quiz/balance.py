"""Keeping a bank unguessable: how often each way of guessing has been right so far, against chance.

Whoever guesses takes the longest option, the one that shares most words with the question or with the other
options, or the one that is offered most often. Each new item is made so that these come out as chance has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from assistant.quiz.text import likeness

Gains = tuple[float, ...]
"""For each way of guessing, the probability that it finds the key, less that of drawing an option by lot."""


class Balance:
    """The gains of the items made so far, summed, and how often each option has been offered."""

    def __init__(self) -> None:
        self._sums: list[float] = []
        self._offered: Counter[str] = Counter()

    def expect(self, keys: Iterable[str]) -> None:
        """Count keys that will be offered, whatever goes with them."""
        self._offered.update(keys)

    def cost(self, stem: str, options: tuple[str, ...]) -> float:
        """How much further from chance an item, its key first, would take the bank; negative for nearer."""
        of = self._gains(stem, options)
        sums = self._sums or [0.0] * len(of)
        return sum((s + g) ** 2 - s**2 for s, g in zip(sums, of, strict=True))

    def add(self, stem: str, options: tuple[str, ...]) -> None:
        """Take in an item whose key, the first option, was expected."""
        of = self._gains(stem, options)
        self._sums = [s + g for s, g in zip(self._sums or [0.0] * len(of), of, strict=True)]
        self._offered.update(options[1:])

    def _gains(self, stem: str, options: tuple[str, ...]) -> Gains:
        return (*gains(stem, options), _gain([float(self._offered[o]) for o in options]))


def gains(stem: str, options: tuple[str, ...]) -> Gains:
    """The gains of an item whose key is the first option, as far as the item alone tells."""
    asked = _words(stem)
    shown = [_words(o) for o in options]
    measures = (
        [float(len(o)) for o in options],
        [float(-len(o)) for o in options],
        [float(len(asked & o)) for o in shown],
        [len(asked & o) / (len(asked | o) or 1) for o in shown],
        [likeness(stem, o) for o in options],
        [float(sum(len(o & p) for p in shown)) - len(o) for o in shown],
    )
    return tuple(_gain(m) for m in measures)


def _gain(values: list[float]) -> float:
    best = max(values)
    return (values[0] == best) / values.count(best) - 1 / len(values)


@lru_cache(maxsize=20_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+|\d+", text.lower()))
