"""A draft: what an answer will say, before its quotes are numbered and the gate has looked at it."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.evidence.quote import Quote
from assistant.model import Notice, Outcome, Reason
from corpus.model import When


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the direct answer."""

    text: str
    quotes: tuple[Quote, ...] = ()
    """The quotes that carry the line; their markers are put at its end."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What an answer will say."""

    outcome: Outcome
    lines: tuple[Line, ...]
    """The direct answer, first things first."""
    quotes: tuple[Quote, ...] = ()
    """Further quotes to show, after those of the lines."""
    recommendations: tuple[int, ...] = ()
    whens: tuple[When, ...] = ()
    """The dates that the answer is about; each stands in one of its quotes."""
    notices: tuple[Notice, ...] = ()
    reason: Reason | None = None
    facts: tuple[Line, ...] = field(default=())
    """Status, who and when, after the quotes."""
    suggestions: tuple[str, ...] = ()
    from_records: bool = False
    """True for a set or a comparison read off the records: its quotes need not speak of the whole question."""

    @property
    def leading(self) -> tuple[Quote, ...]:
        """The quotes of the direct answer."""
        return tuple(q for line in self.lines for q in line.quotes)

    @property
    def shown(self) -> tuple[Quote, ...]:
        """The quotes of the direct answer, and those after it."""
        return (*self.leading, *self.quotes)
