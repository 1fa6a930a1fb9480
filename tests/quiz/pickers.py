"""Ways to guess without having read the documents, and how often each would be right by chance."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.quiz.model import Item

Wishes = Callable[[Item], dict[str, float]]
"""Gives each option of an item the wish to take it; the highest are taken, ties being broken by lot."""
Picker = Callable[[Sequence[Item]], Wishes]
"""A way to guess, having looked over a set of items."""


@dataclass(frozen=True, slots=True)
class Score:
    """How a picker did on a set of items."""

    name: str
    hits: float
    """Expected number of right answers, ties by lot."""
    chance: float
    """Expected number of right answers when drawing an option by lot."""
    spread: float
    """Standard deviation of that number."""

    @property
    def within(self) -> bool:
        """Whether the hits lie in the 95% interval of chance."""
        return abs(self.hits - self.chance) <= 1.96 * self.spread


def score(name: str, picker: Picker, items: Sequence[Item]) -> Score:
    hits = chance = variance = 0.0
    wish = picker(items)
    for item in items:
        wishes = wish(item)
        best = [o for o in item.options if wishes[o] == max(wishes.values())]
        hits += (item.key[0] in best) / len(best)
        share = 1 / len(item.options)
        chance += share
        variance += share * (1 - share)
    return Score(name, hits, chance, math.sqrt(variance))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+|\d+", text.lower())


def longest(_items: Sequence[Item]) -> Wishes:
    return lambda item: {o: len(o) for o in item.options}


def shortest(_items: Sequence[Item]) -> Wishes:
    return lambda item: {o: -len(o) for o in item.options}


def commonest(items: Sequence[Item]) -> Wishes:
    shown = Counter(o for i in items for o in i.options)
    return lambda item: {o: shown[o] for o in item.options}


def rarest(items: Sequence[Item]) -> Wishes:
    shown = Counter(o for i in items for o in i.options)
    return lambda item: {o: -shown[o] for o in item.options}


def shared_words(_items: Sequence[Item]) -> Wishes:
    return lambda item: {o: len(set(_words(item.stem)) & set(_words(o))) for o in item.options}


def share_of_words(_items: Sequence[Item]) -> Wishes:
    def wishes(item: Item) -> dict[str, float]:
        stem = set(_words(item.stem))
        return {o: len(stem & set(_words(o))) / (len(stem | set(_words(o))) or 1) for o in item.options}

    return wishes


def rare_words(items: Sequence[Item]) -> Wishes:
    """Cosine of stem and option, each word weighing more the fewer items have it."""
    often = Counter(w for i in items for w in set(_words(" ".join((i.stem, *i.options)))))

    def vector(text: str) -> dict[str, float]:
        return {w: n * math.log(len(items) / often[w] + 1) for w, n in Counter(_words(text)).items()}

    def wishes(item: Item) -> dict[str, float]:
        stem = vector(item.stem)
        return {o: round(_cosine(stem, vector(o)), 9) for o in item.options}

    return wishes


def _cosine(stem: dict[str, float], option: dict[str, float]) -> float:
    """Up to the length of the stem's vector, which is the same for all options."""
    length = math.sqrt(sum(v * v for v in option.values())) or 1.0
    return sum(stem.get(w, 0.0) * v for w, v in option.items()) / length


def company(_items: Sequence[Item]) -> Wishes:
    """The option that shares most words with the other options."""

    def wishes(item: Item) -> dict[str, float]:
        words = {o: set(_words(o)) for o in item.options}
        return {o: sum(len(words[o] & words[p]) for p in item.options if p != o) for o in item.options}

    return wishes


def in_place(place: int) -> Picker:
    return lambda _items: lambda item: {o: float(at == place) for at, o in enumerate(item.options)}


PICKERS: dict[str, Picker] = {
    "longest": longest,
    "shortest": shortest,
    "commonest": commonest,
    "rarest": rarest,
    "shared words": shared_words,
    "share of words": share_of_words,
    "rare words": rare_words,
    "company": company,
    "first": in_place(0),
    "second": in_place(1),
    "third": in_place(2),
    "last of four": in_place(3),
}
