"""Where a quote comes from, and what the answer is, in words."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.model import Citation
from assistant.quiz.model import Item, Kind
from assistant.rendering.lists import letter
from corpus.model import Document

LETTERED = frozenset({Kind.CHOICE, Kind.TRUE_FALSE, Kind.MULTIPLE_RESPONSE, Kind.MATCHING, Kind.ORDERING})
"""Kinds whose options are shown with letters."""


def source(citation: Citation, documents: Mapping[str, Document]) -> str:
    """Speaker, place, document and its date, such as "The Government; Recommendation 14, Timescale, Government
    response (July 2011)". A document that the catalogue lacks is named by its id, without a date."""
    return f"{citation.speaker}; {place(citation, documents)}"


def place(citation: Citation, documents: Mapping[str, Document]) -> str:
    """The same without the speaker."""
    document = documents.get(citation.document)
    title = document.short_title if document else citation.document
    where = citation.locator if title in citation.locator else f"{citation.locator}, {title}"
    return f"{where} ({document.date_text})" if document else where


def answer_lines(item: Item) -> tuple[str, ...]:
    """The answer in words, a line each: options with their letters, pairs as "premise – option"."""
    if item.kind is Kind.MATCHING:
        return tuple(f"{pair.left} – {lettered(item, pair.right)}" for pair in item.pairs)
    if item.kind is Kind.ORDERING:
        return tuple(f"{n}. {lettered(item, entry)}" for n, entry in enumerate(item.key, start=1))
    if item.kind in LETTERED:
        return tuple(lettered(item, right) for right in item.key)
    first, *others = item.key
    return (first, f"Also accepted: {'; '.join(others)}") if others else (first,)


def lettered(item: Item, option: str) -> str:
    """An option with the letter it is shown under: "B. July 2012"."""
    return f"{letter(item.options.index(option) + 1)}. {option}"
