"""What an answer states itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from assistant.model import Answer
from assistant.notices.signpost import PRIVACY, SIGNPOST
from corpus import Corpus

_MARKER = re.compile(r"\[(\d+)\]")
_STANDING = "*This is guidance"


@dataclass(frozen=True, slots=True)
class Statement:
    """A paragraph or list item that the answer says itself."""

    text: str
    """Without markers and emphasis."""
    markers: tuple[int, ...]
    """Numbers of the citations it points at; those of the list below it where it has none of its own."""


def statements(answer: Answer, corpus: Corpus) -> tuple[Statement, ...]:
    """What the answer states, without quotes, places, the signpost, and the notice that stands under every answer.

    Short titles of recommendations are the program's own names, no claims, and are left out.
    """
    titles = [f" ({r.title})" for r in corpus.recommendations.values()]
    return tuple(_statements(_blocks(answer.text), titles))


def _blocks(text: str) -> list[str]:
    blocks = (b.strip() for part in text.split("\n\n") for b in re.split(r"\n(?=- )", part))
    return [b for b in blocks if b and not b.startswith((">", _STANDING)) and b not in (SIGNPOST, PRIVACY)]


def _statements(blocks: list[str], titles: list[str]) -> Iterator[Statement]:
    for n, block in enumerate(blocks):
        markers = _markers(block)
        if not markers and not block.startswith("- "):
            items = takewhile(lambda b: b.startswith("- "), blocks[n + 1 :])
            markers = tuple(m for item in items for m in _markers(item))
        text = _MARKER.sub("", block)
        for title in titles:
            text = text.replace(title, "")
        yield Statement(re.sub(r"\s+", " ", text.replace("*", "")).strip("- "), markers)


def _markers(block: str) -> tuple[int, ...]:
    return tuple(int(n) for n in _MARKER.findall(block))
