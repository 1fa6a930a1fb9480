"""Results for a person at a terminal."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from evals.aggregates import METRICS, Summary, figure, typed
from evals.comparing import Compared
from evals.floor import Floor
from evals.intervals import Interval, wilson
from evals.lines import Line
from evals.mutation import Tally
from evals.pooled import POOLED_AIMS
from evals.sabotage import Sabotage

_LINES = 3
_WIDE = 150
#: Columns of the table of a run: metric and heading.
_COLUMNS = {
    "outcome": "outcome",
    "notices": "notices",
    "place": "place",
    "first": "first",
    "quote": "quote",
    "dates": "dates",
    "said": "words",
    "verbatim": "verbatim",
}


def console() -> Console:
    """For standard output; a pipe gets room for every column."""
    made = Console(highlight=False)
    return made if made.is_terminal else Console(highlight=False, width=_WIDE)


def summary_table(summaries: Sequence[Summary]) -> Table:
    """A row for each set; the last is set apart."""
    table = Table(title="Per cent of the items (– where a measure applies to none); wrong dates as a number")
    table.add_column("set", no_wrap=True)
    for title in ("n", "right", "95%", *_COLUMNS.values(), "wrong dates", "p50 ms", "p95 ms"):
        table.add_column(title, justify="right", no_wrap=title == "95%")
    for s in summaries:
        right, dates = s.figures["right"], s.figures["no_wrong_date"]
        table.add_row(
            s.name,
            str(s.n),
            percent(right.value),
            _range(right.wilson),
            *(percent(s.figures[name].value) for name in _COLUMNS),
            str(round(dates.n * (1 - dates.value))) if dates.n else "–",
            milliseconds(s.p50),
            milliseconds(s.p95),
            end_section=s is summaries[-2:][0],
        )
    return table


def metrics_table(lines: Sequence[Line]) -> Table:
    """A row for each metric over the typed items, or over the sets that its aim is about."""
    table = Table(title="Metrics (– where undefined for all), with Wilson and bootstrap intervals")
    table.add_column("metric", no_wrap=True)
    for title in ("value", "n", "undefined", "Wilson 95%", "bootstrap 95%", "should be"):
        table.add_column(title, justify="right")
    for metric in METRICS:
        found = figure([line for line in typed(lines) if not metric.of or line.set in metric.of], metric)
        aim = metric.aim
        wanted = "" if aim is None else f"{'at most' if metric.low_is_good else 'at least'} {percent(aim)}"
        table.add_row(
            f"{metric.title} ({', '.join(metric.of)})" if metric.of else metric.title,
            percent(found.value),
            str(found.n),
            str(found.undefined),
            _range(found.wilson),
            _range(found.bootstrap),
            wanted,
        )
    return table


def pooled_table(values: Mapping[str, float]) -> Table:
    """Figures over many items at once, with what they should reach."""
    table = Table(title="Over many items at once")
    table.add_column("measure")
    table.add_column("value", justify="right")
    table.add_column("should be", justify="right")
    for name, value in values.items():
        title, high_is_good, aim = POOLED_AIMS[name]
        wanted = "" if aim is None else f"{'at least' if high_is_good else 'at most'} {percent(aim)}"
        table.add_row(title, signed(value) if name == "noise_slope" else percent(value), wanted)
    return table


def comparison_table(compared: Compared) -> Table:
    """Wins, losses and ties of the second run by set, with the exact p."""
    table = Table(title="The second run against the first")
    table.add_column("set", no_wrap=True)
    for title in ("wins", "losses", "ties", "p (McNemar, exact)"):
        table.add_column(title, justify="right")
    for name, paired in compared.by_set.items():
        table.add_row(name, str(paired.wins), str(paired.losses), str(paired.ties), f"{paired.p:.4f}")
    return table


def sabotage_table(found: Sequence[Sabotage], n: int) -> Table:
    """A row for each sabotage with the gated figures that fell."""
    table = Table(title=f"Sabotages over {n} questions")
    for title in ("sabotage", "suite", "what fell"):
        table.add_column(title)
    for s in found:
        table.add_row(
            s.name, "red" if s.red else "GREEN", "; ".join(s.worse[:4]) + (" …" if s.worse[4:] else "")
        )
    return table


def gate_table(counts: Mapping[str, Tally]) -> Table:
    """A row for each kind of corruption, one for all, and one for the true claims."""
    table = Table(title="The gate, by mutation")
    table.add_column("claims", no_wrap=True)
    for title in ("n", "flagged", "%", "Wilson 95%"):
        table.add_column(title, justify="right")
    false = {name: t for name, t in counts.items() if name != "true"}
    every = Tally(sum(t.flagged for t in false.values()), sum(t.n for t in false.values()))
    for name, t in {**false, "all corrupted": every, "true": counts["true"]}.items():
        share = t.flagged / t.n if t.n else math.nan
        table.add_row(name, str(t.n), str(t.flagged), percent(share), _range(wilson(t.flagged, t.n)))
    return table


def floor_table(measured: Floor) -> Table:
    """Times in milliseconds, and the ratio of question to floor."""
    table = Table(title="Warm questions, milliseconds")
    table.add_column("what")
    for title in ("n", "p50", "p95"):
        table.add_column(title, justify="right")
    rows = {
        "question that searches": measured.asked,
        "its floor: embedding and query": measured.floor,
        "  embedding": measured.embedding,
        "  query": measured.query,
        "question answered without a search": measured.unsearched,
        "question that names recommendation and part": measured.named,
    }
    for name, times in rows.items():
        table.add_row(name, str(len(times.values)), milliseconds(times.p50), milliseconds(times.p95))
    table.add_section()
    table.add_row("question over floor, times", "", f"{measured.ratio:.2f}", f"{measured.ratio_p95:.2f}")
    return table


def failure_text(line: Line) -> Group:
    """A failing item: its question, what is wrong, the first lines of the answer, and what would be right."""
    answer = line.answer
    asked = [*(f"before: {h}" for h in line.history), line.question]
    said = [text for text in answer["answer"].split("\n") if text.strip()][:_LINES]
    reason = f" ({answer['reason']})" if answer["reason"] else ""
    got = f"{answer['outcome']}{reason}, recommendations {answer['recommendations']}"
    return Group(
        Text(f"{line.id} [{line.set}]: {', '.join(line.failed)}", style="bold red"),
        *(Text(f"  {text[:300]}", style="bold") for text in asked),
        Text(f"  got   {got}, dates {[d['wording'] for d in answer['dates']]}"),
        *(Text(f"        {text[:200]}", style="dim") for text in said),
        Text(f"  gold  {gold_text(line.gold)}", style="green"),
        Text(""),
    )


def gold_text(gold: Mapping[str, Any]) -> str:
    """What is right about an item, in one line."""
    reason = f" ({gold['reason']})" if gold["reason"] else ""
    keys = ("document", "recommendation", "part", "paragraph")
    places = [":".join(str(p[k]) for k in keys if p[k]) for p in gold["places"]]
    said = {"dates": "dates", "notices": "notices", "says": "must_say", "not": "must_not_say"}
    rest = "".join(f", {name} {list(gold[key])}" for name, key in said.items() if gold[key])
    which = "all of" if gold["all_places"] else "one of"
    where = f", {which} {', '.join(dict.fromkeys(places))}" if places else ""
    return f"{gold['outcome']}{reason}, recommendations {list(gold['recommendations'])}{where}{rest}"


def percent(value: float) -> str:
    """A share in per cent with one digit; only 100 itself looks like it, and only 0 like 0."""
    if math.isnan(value):
        return "–"
    if value in (0, 1):
        return f"{value * 100:.0f}"
    return f"{min(value * 100, 99.9):.1f}"


def signed(value: float) -> str:
    """A slope with its sign."""
    return "–" if math.isnan(value) else f"{value:+.3f}"


def _range(interval: Interval) -> str:
    return "–" if math.isnan(interval.low) else f"{percent(interval.low)}–{percent(interval.high)}"


def milliseconds(seconds: float) -> str:
    """Seconds as milliseconds."""
    return "–" if math.isnan(seconds) else f"{seconds * 1000:.1f}"
