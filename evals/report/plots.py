"""Plots of a run as SVG text."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from evals.aggregates import Summary
from evals.lines import Line
from evals.pooled import noise_curve, risk_curve

_INK, _BAR, _SOFT = "#1d3557", "#2a6f97", "#a9c9de"
_WIDTH = 560


def accuracy(summaries: Sequence[Summary]) -> str:
    """Share of right answers by set, with Wilson intervals."""
    import altair as alt

    rows = [
        {"set": f"{s.name} (n = {s.n})", "right": f.value, "low": f.wilson.low, "high": f.wilson.high}
        for s in summaries
        for f in [s.figures["right"]]
        if f.n
    ]
    order = [str(row["set"]) for row in rows]
    base = _chart(rows).encode(y=alt.Y("set:N", sort=order, title=None))
    axis = alt.Axis(format="%")
    points = base.mark_point(filled=True, size=60, color=_INK).encode(
        x=alt.X("right:Q", axis=axis, title="right")
    )
    bars = base.mark_rule(strokeWidth=3, color=_SOFT).encode(x=alt.X("low:Q", axis=axis), x2="high:Q")
    return _svg(bars + points)


def risk(lines: Sequence[Line]) -> str:
    """Risk over coverage; empty text where no answer tells how sure it is."""
    import altair as alt

    rows = [{"coverage": c, "risk": r} for c, r in risk_curve(lines)]
    if not rows:
        return ""
    chart = _chart(rows).mark_line(interpolate="step-after", color=_BAR)
    return _svg(
        chart.encode(
            x=alt.X("coverage:Q", axis=alt.Axis(format="%"), title="questions answered"),
            y=alt.Y("risk:Q", axis=alt.Axis(format="%"), title="of these wrong"),
        )
    )


def days_off(lines: Sequence[Line]) -> str:
    """How far the nearest date shown is from the gold, in days; empty text where no item asks for dates."""
    bins = ("0", "1 to 31", "32 to 92", "93 to 366", "over 366")
    edges = (0, 31, 92, 366, math.inf)
    values = [v for line in lines if (v := line.scores.get("days_off")) is not None]
    counts = dict.fromkeys(bins, 0)
    for value in values:
        counts[next(b for b, edge in zip(bins, edges, strict=True) if value <= edge)] += 1
    rows = [{"days": b, "answers": n} for b, n in counts.items()]
    return _bars(rows, "days", "answers", "days between gold and shown date") if values else ""


def retrieval(summary: Summary) -> str:
    """Rank metrics of the search; empty text where it was not measured."""
    names = ("hit@1", "recall@3", "mrr", "ndcg@5", "char_precision", "char_recall", "char_iou")
    rows = [{"metric": n, "value": round(summary.figures[n].value, 4)} for n in names if summary.figures[n].n]
    return _bars(rows, "metric", "value", None) if rows else ""


def latency(lines: Sequence[Line]) -> str:
    """Share of answers given within a time."""
    import altair as alt

    seconds = sorted(line.seconds for line in lines)
    step = max(1, len(seconds) // 200)
    rows = [
        {"ms": max(0.1, s * 1000), "share": (n + 1) / len(seconds)}
        for n, s in enumerate(seconds)
        if n % step == 0 or n == len(seconds) - 1
    ]
    chart = _chart(rows).mark_line(color=_BAR)
    return _svg(
        chart.encode(
            x=alt.X("ms:Q", scale=alt.Scale(type="log"), title="milliseconds (logarithmic)"),
            y=alt.Y("share:Q", axis=alt.Axis(format="%"), title="answered within"),
        )
    )


def noise(lines: Sequence[Line]) -> str:
    """Share of right answers over the share of noise; empty text where no noise was asked."""
    import altair as alt

    rows = [{"noise": x, "right": y} for x, y in noise_curve(lines)]
    if not rows:
        return ""
    chart = _chart(rows).mark_line(point=True, color=_BAR)
    return _svg(
        chart.encode(
            x=alt.X("noise:Q", axis=alt.Axis(format="%"), title="passages that are noise"),
            y=alt.Y("right:Q", axis=alt.Axis(format="%"), scale=alt.Scale(domain=[0, 1]), title="right"),
        )
    )


def _chart(rows: list[dict[str, Any]]) -> Any:
    import altair as alt

    return alt.Chart({"values": rows})


def _bars(rows: list[dict[str, Any]], name: str, value: str, title: str | None) -> str:
    import altair as alt

    order = [str(row[name]) for row in rows]
    base = _chart(rows).encode(
        x=alt.X(f"{value}:Q", title=value), y=alt.Y(f"{name}:N", sort=order, title=title)
    )
    return _svg(base.mark_bar(color=_BAR) + base.mark_text(align="left", dx=4).encode(text=f"{value}:Q"))


def _svg(chart: Any) -> str:
    """A chart drawn here: nothing is fetched when it is looked at."""
    import vl_convert

    sized = chart.properties(width=_WIDTH).configure_view(stroke=None)
    drawn: str = vl_convert.vegalite_to_svg(sized.to_json())
    return drawn
