"""From a span of an edition back to the lines of its source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CorpusError
from corpus.fidelity.corrected import correct
from corpus.fidelity.corrections import load_corrections
from corpus.fidelity.files import read_edition_text, read_source
from corpus.fidelity.record import load_record, read_runs
from corpus.fidelity.words import split_words
from corpus.model import Span


@dataclass(frozen=True, slots=True)
class SourceLines:
    """The source line of every word of one edition; the sequences are parallel."""

    starts: list[int]
    """Character offset in the edition at which each word begins."""
    ends: list[int]
    """Offset just after each word."""
    lines: list[int | None]
    """Source line of each word, from 1; None for words that a correction added."""

    def at(self, span: Span) -> tuple[int, ...]:
        """Source lines, ascending, of the words that a span of the edition touches."""
        first = bisect_right(self.ends, span.start)
        last = bisect_left(self.starts, span.end)
        return tuple(sorted({line for line in self.lines[first:last] if line is not None}))


def line_finder(folder: Path, document: str, edition: str) -> Callable[[Span], tuple[int, ...]]:
    """A function from spans of an edition to the ascending source lines of the words that they touch.

    Raises:
        CorpusError: the source is missing, or the edition does not read as its record says.
    """
    return read_source_lines(folder, document, edition).at


def read_source_lines(folder: Path, document: str, edition: str) -> SourceLines:
    """Where every word of an edition stands in its source.

    Raises:
        CorpusError: as ``line_finder``.
    """
    source = read_source(folder, document)
    words = split_words(edition)
    corrected = correct(source, load_corrections(folder).get(document, ()))
    reading = read_runs(corrected, load_record(folder, document, source))
    if reading.words != words.words:
        raise CorpusError(f"The edition of {document} does not match its source. Run: assistant corpus check")
    lines = [None if origin is None else source.lines[origin] for origin in reading.origins]
    return SourceLines(words.starts, words.ends, lines)


def source_lines(folder: Path, document: str, span: Span) -> tuple[int, ...]:
    """Source lines of one span; for many spans, keep what ``line_finder`` returns.

    Raises:
        CorpusError: as ``line_finder``, or the edition is missing.
    """
    return line_finder(folder, document, read_edition_text(folder, document))(span)
