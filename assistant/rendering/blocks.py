"""What is put on paper: a title and blocks of words, with no format's markup in them.

Every text is cleaned as the block is made (see ``plain``), so no writer meets a character that it cannot hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from assistant.rendering.plain import one_line, plain


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; a ``\\n`` in them is a line break."""

    text: str
    bold: bool = False
    italic: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", plain(self.text))


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the title."""

    text: str
    level: int = 1
    """1 to 5; the title stands above level 1."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", one_line(self.text))
        if not 1 <= self.level <= 5:
            raise ValueError(f"a heading has a level from 1 to 5, not {self.level}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item; items that follow each other are a list (see ``lists``)."""

    runs: Runs
    level: int = 0
    """0 for an item of the outermost list, 1 for one inside the item before it, and so on."""
    number: int | None = None
    """Counted from 1; None for a bullet."""
    lettered: bool = False
    """True shows number 1 as "A."."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, set apart."""

    runs: Runs
    source: str
    """Who says so, and where; one line. May be empty."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "source", one_line(self.source))


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; every row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.header) for row in self.rows) or not self.header:
            raise ValueError("every row of a table has as many cells as its header")
        object.__setattr__(self, "header", tuple(map(one_line, self.header)))
        object.__setattr__(self, "rows", tuple(tuple(map(one_line, row)) for row in self.rows))


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page; in Markdown, a line across."""


Block = Heading | Paragraph | ListItem | Quote | Table | Rule | PageBreak


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole hand-out, ready for any of the writers."""

    title: str
    """Shown at the head and kept as the file's own title; not empty."""
    blocks: tuple[Block, ...]
    made: datetime
    """When it was made, with its time zone; the files say so in UTC, to the second."""
    subject: str = ""
    """A line for the file's properties."""
    language: str = "en-GB"
    """BCP 47, language and region."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", one_line(self.title) or "Untitled")
        object.__setattr__(self, "subject", one_line(self.subject))
        object.__setattr__(self, "made", self.made.astimezone(UTC).replace(microsecond=0))
