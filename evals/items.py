"""Evaluation items: questions with gold typed from the sources by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from corpus.errors import FixableError

SETS = Path(__file__).parent / "sets"


class ItemError(FixableError):
    """An item file that cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """Where an answer stands."""

    document: str
    recommendation: int | None
    part: str
    paragraph: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """One question with what is right about its answer."""

    id: str
    set: str
    question: str
    history: tuple[str, ...]
    outcome: str
    reason: str | None
    notices: tuple[str, ...]
    recommendations: tuple[int, ...]
    places: tuple[GoldPlace, ...]
    """Acceptable places, best first."""
    all_places: bool
    """True where every place must be cited, not just one."""
    evidence: tuple[str, ...]
    """Verbatim runs of a source, one of which (all, with ``all_places``) a quote must show."""
    dates: tuple[str, ...]
    """Date wordings that the answer must hold."""
    other_dates: tuple[str, ...]
    """Date wordings that the answer may hold beside them."""
    must_say: tuple[str, ...]
    must_not_say: tuple[str, ...]
    twin: str | None
    base: str | None = None
    """Id of the item that this one was made from; None for one that was typed."""
    variant: str | None = None
    """How it was made from its base; None for one that was typed."""


MEND = "Mend the line and run: python -m evals check"
_LISTS = {f.name for f in fields(Item) if str(f.type).startswith("tuple")}
_TEXTS = {f.name for f in fields(Item) if str(f.type) == "str"}


def load_items(tier: str) -> tuple[Item, ...]:
    """All items of a tier ("development" or "test"), file by file.

    Raises:
        ItemError: no such tier, or a line that is not an item; the message names file and line.
    """
    folder = SETS / tier
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        known = ", ".join(sorted(p.name for p in SETS.iterdir() if p.is_dir()))
        raise ItemError(
            f"No evaluation items for {tier!r}; there are: {known}. Run: python -m evals run development"
        )
    return tuple(parse_item(line, where) for file in files for where, line in item_lines(file))


def item_lines(file: Path) -> list[tuple[str, str]]:
    """The lines of an item file that hold something, each with its "file:number".

    Raises:
        ItemError: the file cannot be read.
    """
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ItemError(f"{file} cannot be read ({error}). Run: git checkout -- {file}") from error
    return [(f"{file.name}:{n}", line) for n, line in enumerate(lines, start=1) if line.strip()]


def parse_item(line: str, where: str) -> Item:
    """An item from its JSON.

    Raises:
        ItemError: it is none; the message begins with ``where``.
    """
    try:
        raw = json.loads(line)
    except json.JSONDecodeError as error:
        raise ItemError(f"{where} is not JSON ({error.msg}). {MEND}") from None
    if not isinstance(raw, dict):
        raise ItemError(f"{where} is no JSON object. {MEND}")
    if odd := set(raw) - {f.name for f in fields(Item)}:
        raise ItemError(f"{where} has unknown keys {sorted(odd)}. {MEND}")
    if odd := {n for n in _LISTS if not isinstance(raw.get(n, []), list)}:
        raise ItemError(f"{where}: {', '.join(sorted(odd))} must hold a list. {MEND}")
    if odd := {n for n in _TEXTS if not isinstance(raw.get(n, ""), str)}:
        raise ItemError(f"{where}: {', '.join(sorted(odd))} must hold a text. {MEND}")
    values: dict[str, Any] = (
        {"reason": None, "twin": None, "all_places": False, "base": None, "variant": None}
        | {n: () for n in _LISTS}
        | raw
    )
    try:
        values |= {name: tuple(values[name]) for name in _LISTS if name != "places"}
        values["places"] = tuple(GoldPlace(**p) for p in values["places"])
        return Item(**values)
    except TypeError as error:
        raise ItemError(f"{where} is not an item ({error}). {MEND}") from None
