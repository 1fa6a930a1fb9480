"""Words on paper: blocks, and their writers to Markdown, Word and PDF."""

from __future__ import annotations

from assistant.rendering.blocks import (
    Block,
    Heading,
    ListItem,
    PageBreak,
    Paper,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
)
from assistant.rendering.formats import FORMATS, Format, format_named
from assistant.rendering.inline import emphasised, words

__all__ = [
    "FORMATS",
    "Block",
    "Format",
    "Heading",
    "ListItem",
    "PageBreak",
    "Paper",
    "Paragraph",
    "Quote",
    "Rule",
    "Run",
    "Runs",
    "Table",
    "emphasised",
    "format_named",
    "words",
]
