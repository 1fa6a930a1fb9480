"""The folder of a run: it explains itself, grows line by line, and can be continued after an interruption."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from evals.aggregates import aggregates
from evals.lines import Line, RunError, dumped, read_lines

RUNS = Path(__file__).parent / "runs"
#: Changes when a folder of before can no longer be read.
FORMAT = 2
_PACKAGES = (
    *("munro-assistant", "bm25s", "chromadb", "ir-measures", "langchain-core", "numpy", "onnxruntime"),
    *("PyStemmer", "scipy", "sentence-transformers", "streamlit", "torch", "transformers"),
)


@dataclass(frozen=True, slots=True)
class Configuration:
    """All that decides what a run finds."""

    tier: str
    sets: tuple[str, ...]
    """Empty for all of the tier."""
    typed: bool
    """Only what was typed, nothing that is made from it."""
    every: int
    """Each how manieth item is asked; 1 for all."""
    model: str
    items: int
    items_digest: str
    corpus_folder: str
    corpus_hash: str
    home: str
    """Folder of the index."""
    embedding_model: str
    embedding_sha256: str
    format: int = FORMAT

    @property
    def whole(self) -> bool:
        """Whether the whole tier was asked."""
        return not self.sets and not self.typed and self.every == 1


@dataclass(frozen=True, slots=True)
class Run:
    """The folder of a run."""

    folder: Path
    configuration: Configuration

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is answered so far."""
        return read_lines(self.folder / "items.jsonl")

    @property
    def aggregates(self) -> dict[str, Any]:
        """The figures of a run that went to its end."""
        path = self.folder / "aggregates.json"
        if not path.is_file():
            raise RunError(f"{self.folder.name} was interrupted. Run: {resume_command(self.folder)}")
        return _read(path)

    @property
    def finished(self) -> bool:
        return (self.folder / "aggregates.json").is_file()

    def append(self, line: Line) -> None:
        """Write a line at once, so that an interruption loses no answer."""
        with self.folder.joinpath("items.jsonl").open("a", encoding="utf-8") as file:
            file.write(dumped(line) + "\n")

    def finish(self, lines: Sequence[Line]) -> None:
        """Write the figures."""
        _write(self.folder / "aggregates.json", aggregates(lines))


def new_run(configuration: Configuration, runs: Path | None = None) -> Run:
    """A new folder, named after the time (UTC) and the tier.

    Raises:
        RunError: the folder cannot be written.
    """
    runs = runs or RUNS
    try:
        folder = _new_folder(runs, f"{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}-{configuration.tier}")
        _write(folder / "configuration.json", asdict(configuration))
        _write(folder / "versions.json", versions())
    except OSError as error:
        raise RunError(
            f"The run cannot be written at {runs} ({error.strerror}). Run: df -h {runs}"
        ) from error
    return Run(folder, configuration)


def read_run(folder: Path) -> Run:
    """The run of a folder.

    Raises:
        RunError: there is none, or it was written by another version.
    """
    path = folder / "configuration.json"
    if not path.is_file():
        raise RunError(f"No run at {folder}. Run: python -m evals run")
    raw = _read(path)
    found = raw.get("format", 1)
    if found != FORMAT:
        raise RunError(
            f"{folder} holds a run of format {found}, this version reads {FORMAT}. Run: python -m evals run"
        )
    try:
        return Run(folder, Configuration(**(raw | {"sets": tuple(raw["sets"])})))
    except (KeyError, TypeError) as error:
        raise RunError(f"{path} is damaged ({error}). Run: python -m evals run") from None


def continued(folder: Path, configuration: Configuration) -> Run:
    """The interrupted run of a folder, if it asks the same of the same.

    Raises:
        RunError: there is no such run, or something differs; the message says what.
    """
    run = read_run(folder)
    before, now = asdict(run.configuration), asdict(configuration)
    ours = ("home", "corpus_folder")
    differing = [name for name in before if name not in ours and before[name] != now[name]]
    if differing:
        raise RunError(
            f"{folder.name} cannot be continued: {', '.join(differing)} changed since. Run: python -m evals run"
        )
    _cut_off_tail(folder / "items.jsonl")
    return run


def runs_in(runs: Path | None = None) -> list[Run]:
    """Every run that this version can read, the newest first."""
    found: list[Run] = []
    for folder in sorted((runs or RUNS).glob("*/configuration.json"), reverse=True):
        try:
            found.append(read_run(folder.parent))
        except RunError:
            continue
    return found


def latest_run(tier: str | None = None, runs: Path | None = None, *, whole: bool = False) -> Run:
    """The newest run that went to its end.

    Raises:
        RunError: there is none.
    """
    for run in runs_in(runs):
        c = run.configuration
        if run.finished and tier in (None, c.tier) and (c.whole or not whole):
            return run
    which = f" of the {tier} items" if tier else ""
    raise RunError(f"No run{which} in {runs or RUNS}. Run: python -m evals run {tier or ''}".rstrip())


def found_run(name: str, runs: Path | None = None) -> Run:
    """A run by its folder, or by the name of its folder among the runs.

    Raises:
        RunError: there is none.
    """
    path = Path(name)
    return read_run(path if path.is_dir() else (runs or RUNS) / name)


def resume_command(folder: Path) -> str:
    """The command that continues an interrupted run."""
    return f"python -m evals run --resume {folder}"


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


def _cut_off_tail(path: Path) -> None:
    """Remove a line that an interruption left without its end."""
    if path.is_file():
        raw = path.read_bytes()
        os.truncate(path, raw.rfind(b"\n") + 1)


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


def _read(path: Path) -> dict[str, Any]:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RunError(f"{path} is damaged ({error}). Run: python -m evals run") from None
    if not isinstance(raw, dict):
        raise RunError(f"{path} is damaged. Run: python -m evals run")
    return raw


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
