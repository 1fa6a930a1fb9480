"""The formats that paper is written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.rendering.blocks import Paper
from assistant.rendering.markdown import to_markdown
from assistant.rendering.pdf import to_pdf
from assistant.rendering.word import to_word


@dataclass(frozen=True, slots=True)
class Format:
    """One format of files."""

    name: str
    """As people say it."""
    suffix: str
    """Ending of a file's name, with its dot."""
    mime: str
    write: Callable[[Paper], bytes]
    """The paper as the bytes of a file."""


def _markdown(paper: Paper) -> bytes:
    return to_markdown(paper).encode("utf-8")


FORMATS = (
    Format("Markdown", ".md", "text/markdown", _markdown),
    Format(
        "Word",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        to_word,
    ),
    Format("PDF", ".pdf", "application/pdf", to_pdf),
)


def format_named(name: str) -> Format:
    """The format of a name or a suffix, in any case: "Word", "docx" or ".docx".

    Raises:
        KeyError: there is no such format.
    """
    wanted = name.lower().lstrip(".")
    for made in FORMATS:
        if wanted in (made.name.lower(), made.suffix.lstrip(".")):
            return made
    raise KeyError(name)
