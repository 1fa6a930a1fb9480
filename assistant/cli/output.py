"""What is printed: answers on standard output, everything else on standard error, both UTF-8.

People at a terminal get colours and wrapped lines; a pipe gets plain lines, neither cut nor wrapped.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

from assistant.rendering.inline import without_emphasis
from corpus.errors import FixableError

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

WIDTH = 100
"""Columns that text for a person takes at most."""
_JSON_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""Characters that JSON allows in a text as they stand but at which some readers end a line."""


class OutputError(FixableError):
    """Standard output takes no more."""


class ReaderLeft(Exception):
    """Whoever read standard output has closed it: nothing is wrong, and nothing more is wanted."""


def use_utf8() -> None:
    """Make the standard streams UTF-8 whatever the locale; what UTF-8 cannot say is escaped."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write(text: str) -> None:
    """Print a text and a line end on standard output, at once.

    Raises:
        ReaderLeft: the pipe was closed at its other end.
        OutputError: the disk is full, or the like.
    """
    _put(text + "\n")


def flush() -> None:
    """Hand on what is still held back. Errors as for ``write``."""
    _put("")


def _put(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError as error:
        abandon()
        raise ReaderLeft from error
    except OSError as error:
        abandon()
        raise OutputError(
            f"The output cannot be written ({error.strerror}); the disk may be full. Run: df -h"
        ) from error


def abandon() -> None:
    """Give standard output up, so that the interpreter does not try to flush it again when it ends."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def tell(text: str) -> None:
    """Print a line on standard error, if anybody reads it."""
    with suppress(OSError):
        print(text, file=sys.stderr, flush=True)


def tell_error(message: str) -> None:
    """Print a problem on standard error, in one line."""
    tell("assistant: " + " ".join(message.split()))


def json_line(value: Any) -> str:
    """JSON that every reader takes for one line."""
    return json.dumps(value, ensure_ascii=False).translate(_JSON_LINE_ENDS)


def for_person(stream: TextIO | None = None) -> bool:
    """Whether a person reads along on a stream, by default standard output."""
    return (stream or sys.stdout).isatty()


def console(stream: TextIO | None = None) -> Console:
    """A Rich console that takes texts as they are: no markup, no highlighting, no emoji codes."""
    from rich.console import Console

    return Console(file=stream or sys.stdout, highlight=False, markup=False, emoji=False)


def show(renderable: RenderableType) -> None:
    """Print something of Rich's, for a person."""
    made = console()
    with made.capture() as captured:
        made.print(renderable, width=min(made.width, WIDTH))
    write(captured.get().rstrip("\n"))


def show_markdown(text: str) -> None:
    """Print Markdown: rendered for a person, as plain lines for a pipe."""
    if not for_person():
        return write(without_emphasis(text))
    from rich.markdown import Markdown

    show(Markdown(text))


def show_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows of short texts: a table for a person, aligned columns for a pipe."""
    if not for_person():
        return write(columns([headings, *rows]))
    from rich import box
    from rich.table import Table

    table = Table(*headings, box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*row)
    show(table)


def columns(rows: Sequence[Sequence[str]]) -> str:
    """Rows as aligned columns, two spaces apart, none cut."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)
