"""The README's table of results, written from a run's folder."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from evals.record import RUNS, RunError

README = Path(__file__).parent.parent / "README.md"
_PLACE = re.compile(r"(<!-- results: .*?-->\n).*?(<!-- end of results -->)", re.DOTALL)
_COLUMNS = ("right", "outcome", "place", "first", "quote", "dates", "verbatim")


def latest_run(tier: str, runs: Path = RUNS) -> Path:
    """The folder of the newest run of a whole tier.

    Raises:
        RunError: there is none.
    """
    for folder in sorted(runs.glob(f"*-{tier}*"), reverse=True):
        if not json.loads((folder / "configuration.json").read_text(encoding="utf-8"))["sets"]:
            return folder
    raise RunError(f"No run of the {tier} items in {runs}. Run: python -m evals run {tier}")


def results_table(folder: Path) -> str:
    """A run as a Markdown table: per cent of the items, with the Wilson interval of those right."""
    made: dict[str, Any] = json.loads((folder / "aggregates.json").read_text(encoding="utf-8"))
    rows = [
        f"Run of {folder.name[:10]}, quotes only (`python -m evals run test`); per cent of the items, – where none applies.",
        "",
        "| set | n | right | 95% interval | " + " | ".join(_COLUMNS[1:]) + " | wrong dates |",
        "|---" * (len(_COLUMNS) + 4) + "|",
    ]
    rows += [_row(name, summary) for name, summary in made.items()]
    return "\n".join(rows)


def _row(name: str, summary: dict[str, Any]) -> str:
    rates = summary["rates"]
    right = rates["right"]
    interval = f"{right['low']:.1%} to {right['high']:.1%}".replace("%", "") if right["n"] else "–"
    cells = [_per_cent(rates[c]) for c in _COLUMNS]
    wrong = rates.get("no_wrong_date", {})
    return (
        f"| {name} | {summary['n']} | {cells[0]} | {interval} | {' | '.join(cells[1:])} | {_wrong(wrong)} |"
    )


def _per_cent(rate: dict[str, Any]) -> str:
    return "–" if rate["value"] is None else f"{100 * rate['value']:.1f}"


def _wrong(rate: dict[str, Any]) -> str:
    return "–" if not rate or not rate["n"] else str(rate["n"] - rate["right"])


def write_results(folder: Path, readme: Path = README) -> None:
    """Put a run's table into the README, between its two marks.

    Raises:
        RunError: the README has no such marks.
    """
    text = readme.read_text(encoding="utf-8")
    if not _PLACE.search(text):
        raise RunError(f"{readme} has no marked place for results. Run: git checkout -- README.md")
    table = results_table(folder)
    readme.write_text(_PLACE.sub(lambda m: f"{m[1]}{table}\n{m[2]}", text), encoding="utf-8")
