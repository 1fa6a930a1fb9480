"""Results for a person at a terminal."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from evals.floor import Floor
from evals.items import Item
from evals.measures import METRICS, Metric, Rate, Result, Summary, failed_checks

_LINES = 3
_WIDE = 170


def console() -> Console:
    """For standard output; a pipe gets room for every column."""
    made = Console(highlight=False)
    return made if made.is_terminal else Console(highlight=False, width=_WIDE)


def summary_table(summaries: Sequence[Summary]) -> Table:
    """A row for each set; the last is set apart."""
    table = Table(title="Per cent of the items (– where a measure applies to none); wrong dates as a number")
    table.add_column("set")
    for title in ("n", "right", "95% interval", *(m.title for m in METRICS[1:]), "p50 ms", "p95 ms"):
        table.add_column(title, justify="right")
    for s in summaries:
        right = s.rates["right"]
        interval = f"{percent(right.interval.low)}–{percent(right.interval.high)}"
        rest = [_shown(m, s.rates[m.name]) for m in METRICS[1:]]
        times = [milliseconds(s.p50), milliseconds(s.p95)]
        table.add_row(
            s.name,
            str(s.n),
            percent(right.value),
            interval,
            *rest,
            *times,
            end_section=s is summaries[-2:][0],
        )
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


def failure_text(result: Result) -> Group:
    """A failing item: its question, what is wrong, the first lines of the answer, and what would be right."""
    item, answer = result.item, result.answer
    asked = [*(f"before: {h}" for h in item.history), item.question]
    lines = [line for line in answer.text.split("\n") if line.strip()][:_LINES]
    reason = f" ({answer.reason.value})" if answer.reason else ""
    got = f"{answer.outcome.value}{reason}, recommendations {list(answer.recommendations)}"
    return Group(
        Text(f"{item.id} [{item.set}]: {', '.join(failed_checks(result))}", style="bold red"),
        *(Text(f"  {line[:300]}", style="bold") for line in asked),
        Text(f"  got   {got}, dates {[d.wording for d in answer.dates]}"),
        *(Text(f"        {line[:200]}", style="dim") for line in lines),
        Text(f"  gold  {gold(item)}", style="green"),
        Text(""),
    )


def gold(item: Item) -> str:
    """What is right about an item, in one line."""
    reason = f" ({item.reason})" if item.reason else ""
    places = [
        ":".join(str(v) for v in (p.document, p.recommendation, p.part, p.paragraph) if v)
        for p in item.places
    ]
    said = {"dates": item.dates, "notices": item.notices, "says": item.must_say, "not": item.must_not_say}
    rest = "".join(f", {name} {list(values)}" for name, values in said.items() if values)
    which = "all of" if item.all_places else "one of"
    where = f", {which} {', '.join(dict.fromkeys(places))}" if places else ""
    return f"{item.outcome}{reason}, recommendations {list(item.recommendations)}{where}{rest}"


def percent(value: float) -> str:
    """A share in per cent with one digit; 100 stays whole, so that 99.96 does not look like it."""
    if math.isnan(value):
        return "–"
    return "100" if value == 1 else f"{min(value * 100, 99.9):.1f}"


def milliseconds(seconds: float) -> str:
    """Seconds as milliseconds."""
    return "–" if math.isnan(seconds) else f"{seconds * 1000:.1f}"


def _shown(metric: Metric, rate: Rate) -> str:
    return str(rate.n - rate.right) if metric.counted and rate.n else percent(rate.value)
