"""The folders that the evaluation leaves, read as data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import FixableError

#: Where runs lie; they are read as files, the evaluation itself is not imported.
RUNS = Path(__file__).parents[2] / "evals" / "runs"
FORMAT = 2
RUN_AGAIN = "Run: python -m evals run"


class RunDamaged(FixableError):
    """A run that cannot be shown."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure; shares from 0 to 1."""

    value: float | None
    """None where it is undefined."""
    n: int
    undefined: int
    low: float | None
    """Lower bound of the 95% interval, bootstrapped over recommendations; None where there is none."""
    high: float | None


@dataclass(frozen=True, slots=True)
class Run:
    """A run that went to its end."""

    folder: Path
    configuration: dict[str, Any]
    sets: dict[str, tuple[int, dict[str, Figure]]]
    """Set to its number of items and its figures."""
    pooled: dict[str, float | None]

    @property
    def title(self) -> str:
        """For a list of runs: when, what was asked, and who wrote the answers."""
        when = f"{self.folder.name[:10]} {self.folder.name[11:13]}:{self.folder.name[13:15]} UTC"
        chosen = ", ".join(self.configuration["sets"]) or "all sets"
        return f"{when}, {self.configuration['tier']}, {chosen}, {self.configuration['model']}"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a run with its answer and what is right."""

    id: str
    set: str
    question: str
    history: tuple[str, ...]
    right: bool
    failed: tuple[str, ...]
    """Names of the checks that do not hold."""
    gold: dict[str, Any]
    answer: dict[str, Any]
    """As in the contract of the command line."""


def runs(folder: Path) -> list[Run]:
    """The runs of a folder, the newest first; what is unfinished or of another version is left out."""
    found = (_run(path.parent) for path in sorted(folder.glob("*/aggregates.json"), reverse=True))
    return [run for run in found if run is not None]


def asked(run: Run) -> tuple[Asked, ...]:
    """Every question of a run.

    Raises:
        RunDamaged: the file cannot be read.
    """
    path = run.folder / "items.jsonl"
    try:
        return tuple(_items(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RunDamaged(f"{path} cannot be read ({error}). {RUN_AGAIN}") from error


def _run(folder: Path) -> Run | None:
    try:
        configuration = json.loads((folder / "configuration.json").read_text(encoding="utf-8"))
        aggregates = json.loads((folder / "aggregates.json").read_text(encoding="utf-8"))
        if configuration.get("format") != FORMAT:
            return None
        sets = {
            name: (s["n"], {f: _figure(v) for f, v in s["figures"].items()})
            for name, s in aggregates["sets"].items()
        }
        return Run(folder, configuration, sets, aggregates["pooled"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _figure(raw: dict[str, Any]) -> Figure:
    bounds = raw["bootstrap"]
    return Figure(raw["value"], raw["n"], raw["undefined"], bounds["low"], bounds["high"])


def _items(text: str) -> Iterator[Asked]:
    for line in filter(None, text.split("\n")):
        raw = json.loads(line)
        yield Asked(
            id=raw["id"],
            set=raw["set"],
            question=raw["question"],
            history=tuple(raw["history"]),
            right=raw["right"],
            failed=tuple(name for name, held in raw["checks"].items() if held is False and name != "right"),
            gold=raw["gold"],
            answer=raw["answer"],
        )
