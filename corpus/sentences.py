"""Cutting a passage into sentences, with spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.model import Span
from corpus.patterns import lazy_regex

_END = lazy_regex(r"[.?!][\"'’”)]*(?=\s+[\"'‘“(*]*[A-Z0-9])")
_ABBREVIATION = lazy_regex(r"(?:\b(?:e\.g|i\.e|etc|Dr|Mr|Mrs|Ms|Prof|St|No|Rt|cf|vs)|^\d{1,3})\.$")


def sentence_spans(text: str) -> Iterator[Span]:
    """Spans of the sentences of a text, in order; together they hold all its words.

    A number in front of a paragraph ("12. ") belongs to the sentence that follows it.
    """
    start = 0
    for match in _END.finditer(text):
        if _ABBREVIATION.search(text[start : match.end()]):
            continue
        yield Span(start, match.end())
        start = match.end() + re.match(r"\s*", text[match.end() :]).end()  # type: ignore[union-attr]
    if start < len(text):
        yield Span(start, len(text))


def sentence_id(passage_id: str, number: int) -> str:
    """The id of a sentence by its number, from 0, in its passage."""
    return f"{passage_id}#{number}"
