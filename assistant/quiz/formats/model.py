"""What a format is, what it is given and what it hands back: it writes what it can hold, and counts the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.quiz.model import Item, Quiz
from corpus.model import Document


@dataclass(frozen=True, slots=True)
class Job:
    """A quiz to be written."""

    quiz: Quiz
    documents: Mapping[str, Document]
    """Catalogue entries by id: titles and dates of what the items cite."""
    made: datetime
    """When the file is made, with its time zone; for the properties of files that have such."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item that a format cannot hold."""

    item: Item
    reason: str
    """Continues "left out because"; the same words for every item left out for the same reason."""


@dataclass(frozen=True, slots=True)
class Written:
    """A quiz in a format."""

    content: bytes
    left_out: tuple[LeftOut, ...] = ()
    """In the order of the quiz; everything else is in ``content``, whole."""

    def left_out_in_words(self) -> str:
        """How many items are not in the file and why, as one sentence; empty where all are."""
        if not self.left_out:
            return ""
        reasons = Counter(left.reason for left in self.left_out)
        count = len(self.left_out)
        said = "; ".join(f"{n} because {reason}" for reason, n in reasons.items())
        return f"{count} {'item is' if count == 1 else 'items are'} left out: {said}."


Writer = Callable[[Job], bytes]
"""Writes every item of a quiz, each of which its format can hold."""
Hindrance = Callable[[Item], str | None]
"""Why a format cannot hold an item, as ``LeftOut.reason``; None where it can."""


def holds_all(_item: Item) -> str | None:
    """The hindrance of a format that holds every item."""
    return None


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a quiz."""

    name: str
    """As asked for on the command line."""
    suffix: str
    """Of the file's name, with its dot."""
    description: str
    """A line for those who choose."""
    media_type: str
    writer: Writer
    hindrance: Hindrance = holds_all

    def write(self, job: Job) -> Written:
        """The file, and the items that it cannot hold."""
        reasons = [(item, self.hindrance(item)) for item in job.quiz.items]
        kept = tuple(item for item, reason in reasons if not reason)
        left = tuple(LeftOut(item, reason) for item, reason in reasons if reason)
        return Written(self.writer(replace(job, quiz=replace(job.quiz, items=kept))), left)
