"""Words of an edition that an answer shows."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.library.library import Sentence, Unit
from corpus.model import Passage, Span


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an edition that an answer shows."""

    passage: Passage
    span: Span
    """In the edition, inside the passage."""


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
