"""A trainer's desk: the items of a quiz, what was decided on each, and their order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.quiz.model import Item, Quiz


class Decision(StrEnum):
    """What a trainer decided on an item."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Entry:
    """An item on the desk."""

    item: Item
    decision: Decision = Decision.OPEN
    edited: bool = False
    """True where a person changed its words."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Entries in the order in which they will be handed out; every step makes a new value."""

    title: str
    seed: int
    entries: tuple[Entry, ...]

    def decide(self, at: int, decision: Decision) -> Desk:
        """Decide on an entry; the same decision again takes it back."""
        entry = self.entries[at]
        new = Decision.OPEN if entry.decision is decision else decision
        return self._with(at, replace(entry, decision=new))

    def accept_open(self) -> Desk:
        """Accept everything that is not decided."""
        entries = (
            replace(e, decision=Decision.ACCEPTED) if e.decision is Decision.OPEN else e for e in self.entries
        )
        return replace(self, entries=tuple(entries))

    def move(self, at: int, by: int) -> Desk:
        """Move an entry up (-1) or down (1); at an end it stays."""
        to = at + by
        if not 0 <= to < len(self.entries):
            return self
        entries = list(self.entries)
        entries.insert(to, entries.pop(at))
        return replace(self, entries=tuple(entries))

    def edit(self, at: int, item: Item) -> Desk:
        """Put an item that a person changed in the place of an entry; it is accepted."""
        return self._with(at, Entry(item, Decision.ACCEPTED, edited=True))

    def count(self, decision: Decision) -> int:
        return Counter(entry.decision for entry in self.entries)[decision]

    def accepted(self) -> Quiz:
        """What is handed out."""
        items = tuple(e.item for e in self.entries if e.decision is Decision.ACCEPTED)
        return Quiz(items, self.seed, self.title)

    def _with(self, at: int, entry: Entry) -> Desk:
        return replace(self, entries=(*self.entries[:at], entry, *self.entries[at + 1 :]))


def lay_out(quiz: Quiz) -> Desk:
    """A desk with a fresh quiz."""
    return Desk(quiz.title, quiz.seed, tuple(map(Entry, quiz.items)))
