"""The folder that a run leaves, so that it can be read without the program that made it."""

from __future__ import annotations

import json
import math
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from corpus.errors import FixableError
from evals.measures import Result, Summary, by_set

RUNS = Path(__file__).parent / "runs"
_PACKAGES = (
    *("munro-assistant", "bm25s", "chromadb", "langchain-core", "numpy", "PyStemmer"),
    *("sentence-transformers", "streamlit", "torch", "transformers"),
)


class RunError(FixableError):
    """A run that cannot be written."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """All that decides what a run finds."""

    tier: str
    sets: tuple[str, ...]
    """Empty for all of the tier."""
    fail_under: float | None
    corpus_folder: str
    corpus_hash: str
    home: str
    """Folder of the index."""
    embedding_model: str
    embedding_sha256: str


def write_run(results: Sequence[Result], configuration: Configuration, runs: Path = RUNS) -> Path:
    """Write a run into a new folder named after the time (UTC) and its tier.

    Raises:
        RunError: the folder cannot be written.
    """
    try:
        folder = _new_folder(runs, f"{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}-{configuration.tier}")
        _write(folder / "configuration.json", asdict(configuration))
        _write(folder / "versions.json", versions())
        lines = (json.dumps(as_line(r), ensure_ascii=False) for r in results)
        (folder / "items.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        _write(folder / "aggregates.json", aggregates(by_set(results)))
    except OSError as error:
        raise RunError(
            f"The run cannot be written at {runs} ({error.strerror}). Run: df -h {runs}"
        ) from error
    return folder


def as_line(result: Result) -> dict[str, Any]:
    """One item of a run: what was asked, what is right, what was answered, and the verdict."""
    item = asdict(result.item)
    asked = {key: item.pop(key) for key in ("id", "set", "question", "history")}
    verdict = {k: v for k, v in asdict(result.verdict).items() if k != "item"}
    answer = result.answer.as_dict()
    return asked | {"right": result.verdict.right, "verdict": verdict, "gold": item, "answer": answer}


def aggregates(summaries: Sequence[Summary]) -> dict[str, Any]:
    """Rates by set as plain values; null stands for an undefined one."""
    return {
        s.name: {
            "n": s.n,
            "p50_seconds": _defined(s.p50),
            "p95_seconds": _defined(s.p95),
            "rates": {
                name: {
                    "right": r.right,
                    "n": r.n,
                    "undefined": r.undefined,
                    "value": _defined(r.value),
                    "low": _defined(r.interval.low),
                    "high": _defined(r.interval.high),
                }
                for name, r in s.rates.items()
            },
        }
        for s in summaries
    }


def versions() -> dict[str, str | None]:
    """Versions of everything that answers come from; null for a package that is not installed."""
    made: dict[str, str | None] = {
        "python": platform.python_version(),
        "platform": platform.platform(),
        "processors": str(os.cpu_count()),
    }
    for name in _PACKAGES:
        try:
            made[name] = version(name)
        except PackageNotFoundError:
            made[name] = None
    return made


def _defined(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 6)


def _new_folder(runs: Path, name: str) -> Path:
    runs.mkdir(parents=True, exist_ok=True)
    for n in range(1, 100):
        folder = runs / (name if n == 1 else f"{name}-{n}")
        try:
            folder.mkdir()
        except FileExistsError:
            continue
        return folder
    raise OSError(17, "a hundred runs in one second")


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
