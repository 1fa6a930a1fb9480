"""The recorded reading order: which runs of source words make up an edition, in the edition's order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError
from corpus.fidelity.corrected import Corrected
from corpus.fidelity.corrections import shorten
from corpus.fidelity.words import Words

FOLDER = "reading-order"


@dataclass(frozen=True, slots=True)
class Run:
    """A half-open range of source words that stand together in the edition."""

    start: int
    end: int
    line: int
    """Source line of the first word; for the reader of the record, and checked."""
    text: str
    """The run's words, the middle of a long one left out; for the reader of the record, and checked."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The words that record and corrections give, with the source index of each (None where added)."""

    words: list[str] = field(default_factory=list)
    origins: list[int | None] = field(default_factory=list)


def read_runs(corrected: Corrected, runs: Iterable[Run]) -> Reading:
    """Concatenate the corrected words of the runs."""
    reading = Reading()
    for run in runs:
        words, origins = corrected.read(run.start, run.end)
        reading.words.extend(words)
        reading.origins.extend(origins)
    return reading


def make_run(source: Words, start: int, end: int) -> Run:
    """A run with its line and text taken from the source."""
    return Run(start, end, source.lines[start], shorten(source.words[start:end]))


def record_path(folder: Path, document: str) -> Path:
    """Where the record of a document is kept."""
    return folder / FOLDER / f"{document}.json"


def load_record(folder: Path, document: str, source: Words) -> tuple[Run, ...]:
    """Read the record of a document; without one, the edition keeps the order of the source.

    Raises:
        CorpusError: the file is not a record of this document.
    """
    path = record_path(folder, document)
    if not path.exists():
        return (make_run(source, 0, len(source)),) if len(source) else ()
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
        if content["document"] != document:
            raise ValueError(f"made for {content['document']!r}")
        runs = tuple(Run(**run) for run in content["runs"])
        if not all(type(n) is int for run in runs for n in (run.start, run.end, run.line)):
            raise ValueError("a run's numbers must be whole")
    except (ValueError, KeyError, TypeError) as error:
        raise CorpusError(
            f"{path} is not a reading order ({error}). Run: assistant corpus align {document}"
        ) from error
    return runs


def save_record(folder: Path, document: str, runs: Sequence[Run]) -> Path | None:
    """Write the record, a run a line; where a single run says it all, remove it and return None."""
    path = record_path(folder, document)
    if len(runs) <= 1:
        path.unlink(missing_ok=True)
        return None
    lines = ",\n".join("  " + json.dumps(asdict(run), ensure_ascii=False) for run in runs)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{{"document": {json.dumps(document)}, "runs": [\n{lines}\n]}}\n', encoding="utf-8")
    return path


def cover_problems(runs: Sequence[Run], source: Words) -> list[str]:
    """Source words that are in no run or in two, and runs that are not what the record says."""
    problems: list[str] = []
    position = 0
    for run in sorted(runs, key=lambda run: run.start):
        if not position <= run.start < run.end <= len(source):
            problems.append(f"record: run {run.start}-{run.end} is out of range, empty or overlaps another")
            continue
        if run.start > position:
            problems.append(_left_out(source, position, run.start))
        if run != make_run(source, run.start, run.end):
            problems.append(
                f"record: run {run.start}-{run.end} is not “{run.text}” on source line {run.line}"
            )
        position = run.end
    if position < len(source):
        problems.append(_left_out(source, position, len(source)))
    return problems


def _left_out(source: Words, start: int, end: int) -> str:
    words = shorten(source.words[start:end])
    return f"record: “{words}” (source line {source.lines[start]}) is in no run"


def cut_problems(runs: Sequence[Run], corrected: Corrected) -> list[str]:
    """Runs that begin where none may: within a line, or a cell of it, that is not listed as out of order.

    Without this, a record made anew would bless two dates exchanged in the edition.
    """
    source = corrected.source
    problems: list[str] = []
    used: set[int] = set()
    for run in sorted(runs, key=lambda run: run.start):
        cut = run.start
        if any(edit.start < cut < edit.end for edit in corrected.edits):
            problems.append(
                f"record: a run begins inside corrected words on source line {run.line}: “{run.text}”"
            )
        elif cut not in source.breaks:
            used.add(run.line)
            if run.line not in corrected.reordered:
                problems.append(
                    f"record: a run begins in the middle of source line {run.line}, which no reorder "
                    f"correction lists: “{run.text}”"
                )
    unused = sorted(corrected.reordered - used)
    problems += [
        f"unused correction: reorder at source line {line}: no run begins within it" for line in unused
    ]
    return problems
