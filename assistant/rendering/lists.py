"""Items that follow each other, gathered into lists within lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.rendering.blocks import (
    Block,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Runs,
    Table,
)


class Kind(StrEnum):
    """How the items of a list are marked."""

    BULLET = "bullet"
    NUMBER = "number"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Item:
    """An item with the lists inside it."""

    runs: Runs
    lists: tuple[ItemList, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list: items of one kind, numbered without gaps."""

    kind: Kind
    start: int
    """Number of the first item; 1 for bullets."""
    items: tuple[Item, ...]


Gathered = Heading | Paragraph | ItemList | Quote | Table | Rule | PageBreak


def gathered(blocks: Sequence[Block]) -> Iterator[Gathered]:
    """The blocks, items that follow each other made into lists."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, ListItem):
            items: list[ListItem] = []
            while at < len(blocks) and isinstance(item := blocks[at], ListItem):
                items.append(item)
                at += 1
            yield from _lists(items)
        else:
            yield block
            at += 1


def letter(number: int) -> str:
    """ "A" for 1, "Z" for 26, "AA" for 27."""
    return (letter((number - 1) // 26) if number > 26 else "") + chr(ord("A") + (number - 1) % 26)


def _lists(items: Sequence[ListItem]) -> tuple[ItemList, ...]:
    """Lists of items, the first of which sets the outermost level."""
    found: list[tuple[ListItem, list[ListItem]]] = []
    for item in items:
        if found and item.level > items[0].level:
            found[-1][1].append(item)
        else:
            found.append((item, []))
    made: list[ItemList] = []
    expected: tuple[Kind, int] | None = None
    for head, inside in found:
        kind, number = _kind(head), head.number or 1
        node = Item(head.runs, _lists(inside) if inside else ())
        if expected == (kind, number) or (expected and kind is Kind.BULLET and expected[0] is kind):
            made[-1] = ItemList(kind, made[-1].start, (*made[-1].items, node))
        else:
            made.append(ItemList(kind, number, (node,)))
        expected = (kind, number + 1)
    return tuple(made)


def _kind(item: ListItem) -> Kind:
    if item.number is None:
        return Kind.BULLET
    return Kind.LETTER if item.lettered else Kind.NUMBER
