"""The word lists, phrases and weights of live concerns, read from their table."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.notices.phrases import PhraseBook
from assistant.notices.wording import Speller


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What ``data/live_concern.toml`` holds, ready for use."""

    threshold: float
    """Score from which a text is a live concern."""
    book: PhraseBook
    speller: Speller
    starters: frozenset[str]
    """Words that begin a new clause after a joint."""
    kind: Mapping[str, str]
    """Kind of evidence by signal."""
    weight: Mapping[str, float]
    """Weight by signal."""


def read_table(name: str) -> dict[str, Any]:
    """A table of this package's data folder."""
    return tomllib.loads((Path(__file__).parent / "data" / name).read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    table = read_table("live_concern.toml")
    signals: dict[str, Any] = table["signals"]
    book = PhraseBook(table["words"], {name: spec["phrases"] for name, spec in signals.items()})
    slips = table["slips"]
    return Vocabulary(
        threshold=table["threshold"],
        book=book,
        speller=Speller.of(slips["mended"], (*slips["right"], *book.words), table["spelling"]),
        starters=frozenset(table["words"]["starter"]),
        kind={name: spec["kind"] for name, spec in signals.items()},
        weight={name: spec["weight"] for name, spec in signals.items()},
    )
