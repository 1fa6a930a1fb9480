"""The whole measurement, as one value that can be written as JSON."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from corpus import load
from evals.bench.machine import machine
from evals.bench.scaling import QUESTIONS, SIZES, scaling
from evals.bench.starts import imports, starts
from evals.bench.warm import PEOPLE, beside_the_floor, by_stage, in_a_batch, people_at_once
from evals.items import load_items
from index.open import open_index
from index.settings import IndexSettings

Heard = Callable[[str, int, int], None]
"""Called with what is measured, how much of it is done, and the whole."""

PARTS = ("imports", "start", "warm", "batch", "people", "scaling")
_STARTS = 11


def run(
    parts: Sequence[str] = PARTS,
    sizes: Sequence[int] = SIZES,
    questions: int = QUESTIONS,
    settings: IndexSettings | None = None,
    heard: Heard = lambda what, done, whole: None,
) -> dict[str, Any]:
    """Measure, every part beside its floor where it has one.

    Args:
        parts: some of ``PARTS``.
        sizes: numbers of passages for the growth.
        questions: how many warm questions must search the index.
        settings: where the index lies; None reads the environment. It is built where it is missing.
        heard: hears how far the measurement is.

    Raises:
        FixableError: the index cannot be built, or there are too few questions.
    """
    settings = settings or IndexSettings.from_environment()
    open_index(load(), settings).close()
    items = [i for i in load_items("development") if not i.history]
    enough = items[: questions + 100]

    def told(part: str) -> Callable[[int, int], None]:
        return lambda done, whole: heard(part, done, whole)

    measures: dict[str, Callable[[], Any]] = {
        "imports": lambda: imports(5),
        "start": lambda: starts(settings, _STARTS, told("start")),
        "warm": lambda: (
            beside_the_floor(settings, items, questions, told("warm"))
            | {"stages": by_stage(settings, items, questions)}
        ),
        "batch": lambda: in_a_batch(settings, enough),
        "people": lambda: people_at_once(settings, enough[: max(PEOPLE, len(enough) // PEOPLE * PEOPLE)]),
        "scaling": lambda: _growth(settings, sizes, told("scaling")),
    }
    made: dict[str, Any] = {"machine": machine()}
    for part in parts:
        heard(part, 0, 1)
        made[part] = measures[part]()
        heard(part, 1, 1)
    return made | {"load_after": machine()["load"]}


def _growth(settings: IndexSettings, sizes: Sequence[int], heard: Callable[[int, int], None]) -> Any:
    with tempfile.TemporaryDirectory(prefix="assistant-bench-") as folder:
        return scaling(Path(folder), settings.exports, sizes, heard)
