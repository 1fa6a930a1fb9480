"""The order of options: logical where there is one, and keys in each place about equally often."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from assistant.quiz.model import Item, Kind, Relation
from assistant.quiz.periods import days


def arranged(items: Iterable[Item], rng: random.Random) -> tuple[Item, ...]:
    """The items with the options of single choice in an order that tells nothing."""
    shown = list(items)
    places = Counter(_place(i) for i in shown if i.kind is Kind.CHOICE and has_order(i))
    for at in rng.sample(range(len(shown)), len(shown)):
        item = shown[at]
        if item.kind is Kind.CHOICE and not has_order(item):
            shown[at] = _placed(item, places, rng)
            places[_place(shown[at])] += 1
    return tuple(shown)


def has_order(item: Item) -> bool:
    """Whether the options stand in an order of their own: dates, statuses, themes."""
    claim = item.claim
    if claim and claim.relation in (Relation.STATUS, Relation.THEME) and claim.value is None:
        return True
    return all(map(days, item.options))


def _place(item: Item) -> int:
    return item.options.index(item.key[0])


def _placed(item: Item, places: Counter[int], rng: random.Random) -> Item:
    """The item with its key in the place that has had fewest, the other options shuffled around it."""
    wrong = [o for o in item.options if o not in item.key]
    rng.shuffle(wrong)
    place = min(range(len(item.options)), key=lambda p: (places[p], rng.random()))
    return replace(item, options=(*wrong[:place], item.key[0], *wrong[place:]))
