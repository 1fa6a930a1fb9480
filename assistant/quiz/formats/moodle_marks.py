"""What Moodle's two formats have in common: names, tags, and the marks of several right options."""

from __future__ import annotations

import textwrap

from assistant.quiz.model import Item, Kind
from assistant.rendering.plain import one_line

_SHARES = ("", "100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10")
"""Percentages that Moodle knows, by how many share the whole mark."""
_MOST_SHARES = len(_SHARES) - 1
_NAME = 70


def name(number: int, item: Item) -> str:
    """What a question is called in a question bank: its place in the quiz and how it begins."""
    return f"{number:03} {textwrap.shorten(one_line(item.stem), _NAME, placeholder='…')}"


def tags(item: Item) -> tuple[str, ...]:
    """What a question can be found by."""
    numbers = (("theme", item.theme), ("recommendation", item.recommendation))
    found = [f"{word} {number}" for word, number in numbers if number is not None]
    return (*found, item.topic.value, item.level.value, item.difficulty.value)


def too_many(item: Item) -> str | None:
    """Why Moodle cannot hold an item; None where it can."""
    if item.kind is Kind.MULTIPLE_RESPONSE and weights(item) is None:
        return f"Moodle cannot share a mark among more than {_MOST_SHARES} options"
    return None


def weights(item: Item) -> tuple[str, ...] | None:
    """For a multiple response, the percentage of each option: the right ones add up to 100, the wrong ones to
    -100, so that choosing everything earns nothing. None where there are more than Moodle can share among."""
    right = len(item.key)
    wrong = len(item.options) - right
    if max(right, wrong) > _MOST_SHARES:
        return None
    return tuple(_SHARES[right] if o in item.key else f"-{_SHARES[wrong]}" for o in item.options)
