"""What a peer retrieves: stretches of the sources as they were received."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import Corpus
from corpus.errors import CorpusError

_HEADING = re.compile(r"^\s*Recommendation (\d+)\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a source."""

    document: str
    text: str
    start: int
    """Offset in the source; -1 where the peer does not keep it."""


Retrieve = Callable[[str], Sequence[Chunk]]
"""Question to chunks, best first."""


def sources(corpus: Corpus) -> dict[str, str]:
    """Document id to its source.

    Raises:
        CorpusError: a source is missing.
    """
    return {d.id: _read(corpus.folder / "sources" / f"{d.id}.txt") for d in corpus.documents}


def heading_above(chunk: Chunk, texts: dict[str, str], words: str = "") -> int | None:
    """The recommendation that the nearest heading above a chunk, or above some words in it, names.

    That is all that can be known of a stretch of a source; None where no heading stands above it.
    """
    if chunk.start < 0:
        return None
    at = chunk.start + max(0, chunk.text.find(words)) if words else chunk.start
    above = [m for m in _HEADING.finditer(texts[chunk.document]) if m.start() <= at]
    return int(above[-1][1]) if above else None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise CorpusError(f"{path} cannot be read ({error.strerror}). Run: assistant corpus check") from error
