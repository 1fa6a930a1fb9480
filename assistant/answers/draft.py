"""A draft: what an answer will say, before its quotes are numbered and the gate has looked at it."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.evidence.library import Sentence, Unit
from assistant.model import Notice, Outcome, Reason
from corpus.model import Passage, Span, When


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an edition that an answer shows."""

    passage: Passage
    span: Span
    """In the edition, inside the passage."""


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


def whole(unit: Unit) -> Quote:
    """A whole passage as a quote."""
    return Quote(unit.passage, unit.passage.place.span)


def of_passage(passage: Passage) -> Quote:
    """A whole passage as a quote."""
    return Quote(passage, passage.place.span)


def sentence_quote(unit: Unit, *sentences: Sentence) -> Quote:
    """From the first to the last of some sentences of one passage."""
    return Quote(
        unit.passage,
        Span(min(s.span.start for s in sentences), max(s.span.end for s in sentences)),
    )


def merged(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Quotes in order, those that overlap or touch in one passage joined, those held in another left out."""
    made: list[Quote] = []
    for quote in quotes:
        for i, other in enumerate(made):
            if other.passage.id == quote.passage.id and _overlap(other.span, quote.span):
                made[i] = Quote(
                    other.passage,
                    Span(min(other.span.start, quote.span.start), max(other.span.end, quote.span.end)),
                )
                break
        else:
            made.append(quote)
    return tuple(made)


def _overlap(a: Span, b: Span) -> bool:
    return a.start <= b.end + 1 and b.start <= a.end + 1
