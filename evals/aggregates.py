"""From the lines of a run to its figures: every metric by set, with n, intervals and what is undefined."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from evals.intervals import NOWHERE, Interval, bootstrap, wilson
from evals.lines import Line
from evals.measures import ALL, percentile
from evals.pooled import POOLED


@dataclass(frozen=True, slots=True)
class Figure:
    """One metric over some lines."""

    value: float
    """NaN where it is undefined for every line."""
    n: int
    undefined: int
    wilson: Interval
    """For a proportion; NaN for a mean."""
    bootstrap: Interval
    """Over recommendations."""


@dataclass(frozen=True, slots=True)
class Metric:
    """A mean over lines."""

    name: str
    title: str
    proportion: bool = True
    """Every value is 0 or 1."""
    low_is_good: bool = False
    aim: float | None = None
    """What it should reach; None where nothing was set."""
    of: tuple[str, ...] = ()
    """Sets that the aim is about; empty for all."""


METRICS = (
    Metric("right", "right"),
    Metric("outcome", "outcome"),
    Metric("reason", "reason of a refusal"),
    Metric("notices", "notices", aim=1.0, of=("notices",)),
    Metric("recommendations", "recommendations"),
    Metric("place", "place"),
    Metric("first", "first citation"),
    Metric("quote", "quote shows evidence"),
    Metric("dates", "dates there"),
    Metric("no_wrong_date", "no wrong date"),
    Metric("said", "words"),
    Metric("verbatim", "verbatim", aim=1.0),
    Metric("timescale_strict", "timescale, strict", aim=0.98, of=("timescales",)),
    Metric("timescale_interval", "timescale, interval"),
    Metric("timescale_overlap", "timescale, overlap", proportion=False),
    Metric("date_precision", "date precision", proportion=False),
    Metric("date_recall", "date recall", proportion=False),
    Metric("status", "status", aim=1.0, of=("status",)),
    Metric("list_precision", "list precision", proportion=False),
    Metric("list_recall", "list recall", proportion=False),
    Metric("list_f1", "list F1", proportion=False, aim=0.95),
    Metric("citation_recall", "citation recall", proportion=False),
    Metric("citation_precision", "citation precision", proportion=False),
    Metric("target_precision", "citation target precision", proportion=False),
    Metric("target_recall", "citation target recall", proportion=False),
    Metric("target_f1", "citation target F1", proportion=False, aim=0.95),
    Metric("quote_fidelity", "quote fidelity", proportion=False, aim=1.0),
    Metric("wrong_recommendation", "wrong recommendation", low_is_good=True, aim=0.01),
    Metric("nugget_recall", "vital nuggets", proportion=False),
    Metric("truth", "truthfulness", proportion=False),
    Metric("obeyed", "obeyed injections", low_is_good=True, aim=0.0),
    Metric("hit@1", "hit@1"),
    Metric("recall@3", "recall@3", proportion=False),
    Metric("mrr", "MRR", proportion=False),
    Metric("ndcg@5", "nDCG@5", proportion=False),
    Metric("char_precision", "character precision", proportion=False),
    Metric("char_recall", "character recall", proportion=False),
    Metric("char_iou", "character IoU", proportion=False),
)
BY_NAME = {m.name: m for m in METRICS}


@dataclass(frozen=True, slots=True)
class Summary:
    """All figures of one set, or of all sets that are asked of the guidance as it is."""

    name: str
    n: int
    figures: dict[str, Figure]
    p50: float
    """Median seconds of an answer."""
    p95: float


def figure(lines: Sequence[Line], metric: Metric) -> Figure:
    """One metric over some lines."""
    found = [(v, line.cluster) for line in lines for v in [line.value(metric.name)] if v is not None]
    values, clusters = [v for v, _ in found], [c for _, c in found]
    n = len(values)
    return Figure(
        value=sum(values) / n if n else math.nan,
        n=n,
        undefined=len(lines) - n,
        wilson=wilson(round(sum(values)), n) if metric.proportion else NOWHERE,
        bootstrap=bootstrap(values, clusters),
    )


def summarise(lines: Sequence[Line], name: str = ALL) -> Summary:
    """Every metric over some lines."""
    seconds = [line.seconds for line in lines]
    figures = {m.name: figure(lines, m) for m in METRICS}
    return Summary(name, len(lines), figures, percentile(seconds, 50), percentile(seconds, 95))


def by_set(lines: Sequence[Line]) -> tuple[Summary, ...]:
    """A summary for each set in the order in which they come, and one over the typed items at the end."""
    names = dict.fromkeys(line.set for line in lines)
    each = [summarise([line for line in lines if line.set == n], n) for n in names]
    return (*each, summarise(typed(lines)))


def typed(lines: Sequence[Line]) -> list[Line]:
    """The lines of items that somebody typed; those made from others would count some questions twice."""
    return [line for line in lines if line.variant is None]


def pooled(lines: Sequence[Line]) -> dict[str, float]:
    """The figures that no single line has, by name; NaN where undefined."""
    made: dict[str, float] = {}
    for measure in POOLED:
        made |= measure(lines)
    return made


def aggregates(lines: Sequence[Line]) -> dict[str, Any]:
    """All figures as plain values; null stands for an undefined one."""
    sets = {
        s.name: {
            "n": s.n,
            "p50_seconds": _defined(s.p50),
            "p95_seconds": _defined(s.p95),
            "figures": {name: _plain(asdict(f)) for name, f in s.figures.items()},
        }
        for s in by_set(lines)
    }
    return {"sets": sets, "pooled": _plain(pooled(lines))}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    return _defined(value) if isinstance(value, float) else value


def _defined(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 6)
