"""One common reader over what a peer retrieves: it takes the first date and the first status, and cites the chunk.

It is no model: what it gets right shows what stands first in what was retrieved. The oracle reader is the upper
bound: it is right where the gold stands anywhere in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.dates import find_whens
from evals.comparable import plain
from evals.peers.chunks import Chunk

_STATUS = re.compile(r"accept in principle|consider further|\baccepts?\b|\baccepted\b", re.IGNORECASE)
_NAMES = {"accept in principle": "accept_in_principle", "consider further": "consider_further"}
_WRITTEN = date(2011, 7, 13)


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader makes of chunks."""

    dates: tuple[str, ...]
    """Date wordings, comparable; the common reader gives one at most."""
    statuses: tuple[str, ...]
    chunks: tuple[Chunk, ...]


def common(chunks: Sequence[Chunk]) -> Read:
    """First date, first status."""
    every = oracle(chunks)
    return Read(every.dates[:1], every.statuses[:1], every.chunks)


def oracle(chunks: Sequence[Chunk]) -> Read:
    """All dates and statuses, in order."""
    dates = [plain(w.wording) for c in chunks for w in find_whens(_folded(c.text), _WRITTEN) if w.edtf]
    statuses = [_NAMES.get(m[0].lower(), "accept") for c in chunks for m in _STATUS.finditer(_folded(c.text))]
    return Read(tuple(dict.fromkeys(dates)), tuple(dict.fromkeys(statuses)), tuple(chunks))


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)
