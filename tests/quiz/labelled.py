"""The labelled items: hand-written, flawed and good."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from assistant.quiz.model import Difficulty, Item, Kind, Level, Pair, Topic

DATA = Path(__file__).parent / "data"


def labelled(name: str) -> list[tuple[str | None, Item]]:
    """The rule that each item of a file breaks, None for a good one, and the item."""
    entries = yaml.safe_load((DATA / name).read_text(encoding="utf-8"))
    return [(e.get("flaw"), item(**{k: v for k, v in e.items() if k != "flaw"})) for e in entries]


def item(
    stem: str,
    options: list[str],
    key: list[str] | None = None,
    kind: str = "choice",
    pairs: list[list[str]] | None = None,
    **others: Any,
) -> Item:
    """An item as a person may write it, without proof."""
    made: dict[str, Any] = {
        "id": stem[:20],
        "kind": Kind(kind),
        "topic": Topic.DOCUMENT,
        "stem": stem,
        "options": tuple(options),
        "key": tuple(key or ()),
        "citations": (),
        "document": "government-response",
        "recommendation": None,
        "theme": None,
        "level": Level.RECALL,
        "difficulty": Difficulty.MEDIUM,
        "pairs": tuple(Pair(left, right) for left, right in pairs or ()),
    }
    return Item(**(made | others))
