"""The line that one item leaves in a run: written when it is answered, read by everything that reports."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from corpus.errors import FixableError
from evals.measures import CHECKS, Result
from evals.scores.score import Scores


class RunError(FixableError):
    """A run that cannot be written, read or continued."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is known of one item of a run."""

    suite: str
    """Name of the corpus it was asked of, and of what belongs to it."""
    id: str
    set: str
    question: str
    history: tuple[str, ...]
    base: str | None
    variant: str | None
    twin: str | None
    right: bool
    checks: dict[str, bool | None]
    """Yes-or-no measures by name; None where one does not apply."""
    scores: Scores
    gold: dict[str, Any]
    """The rest of the item."""
    answer: dict[str, Any]
    """The answer as in the contract of the command line."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the other lines of its run."""
        return self.suite, self.id

    @property
    def outcome(self) -> str:
        return str(self.answer["outcome"])

    @property
    def seconds(self) -> float:
        return float(self.answer["seconds"])

    @property
    def cluster(self) -> str:
        """What its answer depends on together with others: its recommendation, else its document, else its twin."""
        if self.gold["recommendations"]:
            return f"recommendation {self.gold['recommendations'][0]}"
        if self.gold["places"]:
            return str(self.gold["places"][0]["document"])
        return min(self.id, self.twin or self.id)

    @property
    def failed(self) -> tuple[str, ...]:
        """Names of the checks that do not hold, the overall verdict aside."""
        return tuple(name for name, held in self.checks.items() if held is False and name != "right")

    def value(self, name: str) -> float | None:
        """A check (1 or 0) or a score by name; None where it is undefined or was not measured."""
        if name in self.checks:
            held = self.checks[name]
            return None if held is None else float(held)
        return self.scores.get(name)


def line_of(result: Result, suite: str, scores: Scores) -> Line:
    """The line for a result."""
    item = asdict(result.item)
    top = {name: item.pop(name) for name in ("id", "set", "question", "history", "base", "variant", "twin")}
    return Line(
        suite=suite,
        **top,
        right=result.verdict.right,
        checks={m.name: m.holds(result) for m in CHECKS},
        scores={name: _rounded(value) for name, value in scores.items()},
        gold=item,
        answer=result.answer.as_dict(),
    )


def dumped(line: Line) -> str:
    """A line as JSON, without its end."""
    return json.dumps(asdict(line), ensure_ascii=False)


def read_lines(file: Path) -> tuple[Line, ...]:
    """The lines of a file; a last one that was cut off in writing is left out.

    Raises:
        RunError: the file cannot be read, or a line is damaged.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise RunError(f"{file} cannot be read ({error}). Run: python -m evals run") from error
    whole = text.split("\n")[:-1]
    return tuple(_parsed(line, f"{file.name}:{n}") for n, line in enumerate(whole, start=1))


def _parsed(text: str, where: str) -> Line:
    try:
        raw = json.loads(text)
        raw["history"] = tuple(raw["history"])
        return Line(**raw)
    except (ValueError, TypeError, KeyError) as error:
        raise RunError(f"{where} of the run is damaged ({error}). Run: python -m evals run") from None


def failing(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines whose answer is not right."""
    return tuple(line for line in lines if not line.right)


def _rounded(value: float | None) -> float | None:
    return None if value is None or math.isnan(value) else round(value, 6)
