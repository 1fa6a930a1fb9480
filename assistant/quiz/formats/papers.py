"""The quiz on paper, as Word, PDF and Markdown."""

from __future__ import annotations

from collections.abc import Callable

from assistant.quiz.formats.model import Job, Writer
from assistant.rendering import Paper, format_named


def paper_writer(lay_out: Callable[[Job], Paper], suffix: str) -> Writer:
    """A writer of one layout to files of one kind, which holds every item."""

    def write(job: Job) -> bytes:
        return format_named(suffix).write(lay_out(job))

    return write
