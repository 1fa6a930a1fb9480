"""The report as HTML, from the folder of a run alone."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.aggregates import METRICS, by_set, figure, pooled, summarise, typed
from evals.lines import Line, failing
from evals.pooled import POOLED_AIMS
from evals.record import Run
from evals.report import plots
from evals.tables import gold_text, milliseconds, percent, signed

TEMPLATE = Path(__file__).parent.parent / "data" / "report.html.jinja"
REPORT = "report.html"


def write_report(run: Run) -> Path:
    """Write the report into the folder of a run."""
    path = run.folder / REPORT
    path.write_text(report_html(run), encoding="utf-8")
    return path


def report_html(run: Run) -> str:
    """The whole page."""
    from jinja2 import Environment

    lines = run.lines
    page = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = page.from_string(TEMPLATE.read_text(encoding="utf-8"))
    return template.render(
        name=run.folder.name,
        configuration=run.configuration,
        n=len(lines),
        right=sum(line.right for line in lines),
        plots=_plots(lines),
        sets=_sets(lines),
        metrics=_metrics(lines),
        pooled=_pooled(lines),
        items=[_item(line) for line in failing(lines)],
    )


def _plots(lines: Sequence[Line]) -> list[tuple[str, str]]:
    from markupsafe import Markup

    typed_lines = typed(lines)
    drawn = {
        "Right answers by set, with Wilson intervals": plots.accuracy(by_set(lines)),
        "Risk and coverage": plots.risk(lines),
        "Timescales: error in days": plots.days_off(typed_lines),
        "Retrieval": plots.retrieval(summarise(typed_lines)),
        "Right answers among noise": plots.noise(lines),
        "Latency": plots.latency(typed_lines or lines),
    }
    return [(title, Markup(svg)) for title, svg in drawn.items() if svg]


def _sets(lines: Sequence[Line]) -> list[tuple[str, int, str, str, str, str, str]]:
    return [
        (
            s.name,
            s.n,
            percent(f.value),
            f"{percent(f.wilson.low)} to {percent(f.wilson.high)}",
            f"{percent(f.bootstrap.low)} to {percent(f.bootstrap.high)}",
            milliseconds(s.p50),
            milliseconds(s.p95),
        )
        for s in by_set(lines)
        for f in [s.figures["right"]]
    ]


def _metrics(lines: Sequence[Line]) -> list[tuple[str, str, int, int, str, str]]:
    found = []
    for metric in METRICS:
        f = figure([line for line in typed(lines) if not metric.of or line.set in metric.of], metric)
        bounds = f"{percent(f.bootstrap.low)} to {percent(f.bootstrap.high)}" if f.n else "–"
        aim = "" if metric.aim is None else percent(metric.aim)
        found.append((metric.title, percent(f.value), f.n, f.undefined, bounds, aim))
    return found


def _pooled(lines: Sequence[Line]) -> list[tuple[str, str, str]]:
    return [
        (
            POOLED_AIMS[name][0],
            signed(value) if name == "noise_slope" else percent(value),
            "" if POOLED_AIMS[name][2] is None else percent(POOLED_AIMS[name][2] or 0.0),
        )
        for name, value in pooled(lines).items()
    ]


def _item(line: Line) -> dict[str, Any]:
    answer = line.answer
    own = [b for b in answer["answer"].split("\n\n") if not b.startswith(">")]
    return {
        "id": line.id,
        "set": line.set,
        "failed": ", ".join(line.failed),
        "history": line.history,
        "question": line.question,
        "outcome": f"{answer['outcome']}{' (' + answer['reason'] + ')' if answer['reason'] else ''}",
        "answer": _words("\n\n".join(own)),
        "quotes": [(c["locator"], c["speaker"], c["quote"]) for c in answer["citations"]],
        "gold": gold_text(line.gold),
        "evidence": line.gold["evidence"],
        "scores": ", ".join(f"{k} {v:g}" for k, v in line.scores.items() if v is not None),
    }


def _words(markdown: str) -> str:
    """Markdown as plain words: the report shows what was said, not how it looked."""
    return html.unescape(re.sub(r"\*+", "", markdown)).strip()
