"""Words with or without emphasis: as runs, and as plain text."""

from __future__ import annotations

import re

from assistant.rendering.blocks import Run, Runs
from corpus.patterns import lazy_regex

_EMPHASIS = lazy_regex(r"(?<![\w*])(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s*])\1(?![\w*])", re.DOTALL)


def words(text: str, *, bold: bool = False, italic: bool = False) -> Runs:
    """The text as it stands."""
    return (Run(text, bold, italic),) if text else ()


def emphasised(text: str, *, bold: bool = False, italic: bool = False) -> Runs:
    """Text of an edition or an answer: ``*words*`` are italic, ``**words**`` bold; all else is words."""
    made: list[Run] = []
    at = 0
    for match in _EMPHASIS.finditer(text):
        stars = len(match[1])
        made += words(text[at : match.start()], bold=bold, italic=italic)
        made += emphasised(match[2], bold=bold or stars > 1, italic=italic or stars != 2)
        at = match.end()
    return (*made, *words(text[at:], bold=bold, italic=italic))


def without_emphasis(text: str) -> str:
    """Markdown without its marks of emphasis; lists, quotes and headings read well as they are."""
    return "\n".join(_bare(line) for line in text.split("\n"))


def _bare(line: str) -> str:
    return _EMPHASIS.sub(lambda match: _bare(match[2]), line)
