"""Tables in the README, written from what was measured, between marks of their own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from evals.lines import RunError
from evals.pooled import POOLED_AIMS
from evals.record import Run
from evals.tables import percent

README = Path(__file__).parent.parent / "README.md"
_COLUMNS = {
    "outcome": "outcome",
    "place": "place",
    "first": "first",
    "quote": "quote",
    "timescale_strict": "strict",
    "status": "status",
    "list_f1": "list F1",
    "target_f1": "target F1",
    "verbatim": "verbatim",
}


def results_table(run: Run) -> str:
    """A run in Markdown: per cent of the items by set with both intervals, then the figures over many items."""
    made = run.aggregates
    head = ["set", "n", "right", "Wilson", "bootstrap", *_COLUMNS.values(), "wrong dates"]
    rows = [
        f"Run of {run.folder.name[:10]}, {run.configuration.model} only "
        f"(`python -m evals run {run.configuration.tier}`); per cent of the items, – where none applies.",
        "",
        _row(head),
        _row(["---"] * len(head)),
        *(_row(_cells(name, s)) for name, s in made["sets"].items()),
        "",
        _row(["measure", "value", "should be"]),
        _row(["---"] * 3),
        *(_row(_pooled(name, value)) for name, value in made["pooled"].items()),
    ]
    return "\n".join(rows)


def write_between(name: str, table: str, readme: Path | None = None) -> None:
    """Put a table into the README between the marks of a name.

    Raises:
        RunError: the README has no such marks.
    """
    readme = readme or README
    text = readme.read_text(encoding="utf-8")
    place = re.compile(rf"(<!-- {name}: .*?-->\n).*?(<!-- end of {name} -->)", re.DOTALL)
    if not place.search(text):
        raise RunError(f"{readme} has no marked place for {name}. Run: git checkout -- README.md")
    readme.write_text(place.sub(lambda m: f"{m[1]}{table}\n{m[2]}", text), encoding="utf-8")


def _cells(name: str, summary: dict[str, Any]) -> list[str]:
    figures = summary["figures"]
    right, dates = figures["right"], figures["no_wrong_date"]
    wrong = str(round(dates["n"] * (1 - dates["value"]))) if dates["n"] else "–"
    return [
        name,
        str(summary["n"]),
        _percent(right["value"]),
        _interval(right["wilson"]),
        _interval(right["bootstrap"]),
        *(_percent(figures[c]["value"]) for c in _COLUMNS),
        wrong,
    ]


def _pooled(name: str, value: float | None) -> list[str]:
    title, high_is_good, aim = POOLED_AIMS[name]
    shown = "–" if value is None else f"{value:+.3f}" if name == "noise_slope" else _percent(value)
    wanted = "" if aim is None else f"{'at least' if high_is_good else 'at most'} {_percent(aim)}"
    return [title, shown, wanted]


def _interval(bounds: dict[str, float | None]) -> str:
    low, high = bounds["low"], bounds["high"]
    return "–" if low is None or high is None else f"{percent(low)} to {percent(high)}"


def _percent(value: float | None) -> str:
    return "–" if value is None else percent(value)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
