"""Rules on a quiz: what its items tell together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from math import comb

from assistant.quiz.model import TRUE, Item, Kind, Quiz
from assistant.quiz.text import folded, holds

FEWEST = 8
"""Items below which no balance is looked for."""
CHANCE = 0.01
"""Probability below which a balance is no chance."""


def at_least(hits: int, count: int, share: float) -> float:
    """Probability of so many hits or more among a count of trials."""
    return sum(comb(count, k) * share**k * (1 - share) ** (count - k) for k in range(hits, count + 1))


def _choices(quiz: Quiz) -> list[Item]:
    return [i for i in quiz.items if i.kind is Kind.CHOICE and len(i.key) == 1 and i.key[0] in i.options]


def longest_not_key(quiz: Quiz) -> Iterator[str]:
    """The key is the longest option no more often than chance has it (24)."""
    choices = _choices(quiz)
    if len(choices) < FEWEST:
        return
    hits = sum(all(len(i.key[0]) > len(o) for o in i.options if o != i.key[0]) for i in choices)
    share = sum(1 / len(i.options) for i in choices) / len(choices)
    if at_least(hits, len(choices), share) < CHANCE:
        yield f"the key is the longest option in {hits} of {len(choices)} items"


def positions_balanced(quiz: Quiz) -> Iterator[str]:
    """Keys stand in each place about equally often (20)."""
    choices = _choices(quiz)
    if len(choices) < FEWEST:
        return
    places = Counter(i.options.index(i.key[0]) for i in choices)
    for place, hits in sorted(places.items()):
        share = sum(1 / len(i.options) for i in choices if place < len(i.options)) / len(choices)
        if at_least(hits, len(choices), share) < CHANCE:
            yield f"the key stands in place {place + 1} in {hits} of {len(choices)} items"


def truth_balanced(quiz: Quiz) -> Iterator[str]:
    """About as many statements are true as false."""
    found = [i.key == (TRUE,) for i in quiz.items if i.kind is Kind.TRUE_FALSE]
    more = max(sum(found), len(found) - sum(found))
    if len(found) >= FEWEST and at_least(more, len(found), 0.5) < CHANCE:
        yield f"{sum(found)} of {len(found)} statements are true"


def no_repetition(quiz: Quiz) -> Iterator[str]:
    """No item is there twice."""
    asked = Counter(
        (i.kind, folded(i.stem), *sorted(p.left for p in i.pairs), *_entries(i)) for i in quiz.items
    )
    yield from (f"{found[1][:60]!r} is asked {n} times" for found, n in asked.items() if n > 1)


def _entries(item: Item) -> tuple[str, ...]:
    return tuple(sorted(item.key)) if item.kind is Kind.ORDERING else ()


def nothing_given_away(quiz: Quiz) -> Iterator[str]:
    """No stem tells the answer to another item (11: content of items independent)."""
    for a, b in combinations(quiz.items, 2):
        for told, asked in ((a, b), (b, a)):
            if gives_away(told, asked):
                yield f"{told.stem[:50]!r} tells the answer to {asked.stem[:50]!r}"


def gives_away(told: Item, asked: Item) -> bool:
    """Whether what an item shows before it is answered holds the answer to another on the same words."""
    if asked.kind in (Kind.TRUE_FALSE, Kind.MATCHING, Kind.ORDERING) or not _same_words(told, asked):
        return False
    return all(holds(told.stem, k) for k in asked.key[:1])


def _same_words(a: Item, b: Item) -> bool:
    return any(
        c.document == d.document and c.span.start < d.span.end and d.span.start < c.span.end
        for c in a.citations
        for d in b.citations
    ) or (not a.citations and not b.citations)
