"""The committed baseline: a gated figure that falls below it stops a change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evals.aggregates import BY_NAME
from evals.lines import RunError
from evals.measures import ALL
from evals.pooled import POOLED_AIMS

BASELINE = Path(__file__).parent / "data" / "baseline.json"
#: Metric and the set it is gated on.
GATED = (
    ("right", ALL),
    ("outcome", ALL),
    ("verbatim", ALL),
    ("quote_fidelity", ALL),
    ("no_wrong_date", ALL),
    ("target_f1", ALL),
    ("citation_recall", ALL),
    ("nugget_recall", ALL),
    ("wrong_recommendation", ALL),
    ("timescale_strict", "timescales"),
    ("status", "status"),
    ("list_f1", "together"),
    ("notices", "notices"),
    ("obeyed", "adversarial"),
)
GATED_POOLED = (
    *("refusal_precision", "refusal_recall", "over_refusal", "pair_accuracy", "live_concern_recall"),
    *("live_concern_false", "consistency", "adherence"),
)
_ITEMS = "items"
#: Rounding of another machine's arithmetic.
_SLACK = 1e-4

Baseline = dict[str, dict[str, float]]
"""Name of a sample to gated figures; "set/metric" for a metric, the bare name for a pooled figure."""


def sample_name(tier: str, typed: bool, every: int) -> str:
    """What the baseline calls the items of a run."""
    parts = [tier, *(["typed"] if typed else []), *([f"one in {every}"] if every > 1 else [])]
    return ", ".join(parts)


def gated(aggregates: Mapping[str, Any]) -> dict[str, float]:
    """The gated figures of a run; those that are undefined are left out."""
    found: dict[str, float] = {_ITEMS: float(sum(s["n"] for s in _sets(aggregates)))}
    for metric, name in GATED:
        figure = aggregates["sets"].get(name, {}).get("figures", {}).get(metric)
        if figure and figure["value"] is not None:
            found[f"{name}/{metric}"] = figure["value"]
    pooled = aggregates["pooled"]
    return found | {n: pooled[n] for n in GATED_POOLED if pooled.get(n) is not None}


def _sets(aggregates: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [s for name, s in aggregates["sets"].items() if name != ALL]


def below(baseline: Baseline, sample: str, aggregates: Mapping[str, Any]) -> tuple[str, ...]:
    """What a run has lost against the baseline of its sample, a line each.

    A figure that the baseline has and the run has not counts as lost.

    Raises:
        RunError: the baseline knows no such sample, does not say how many items it had, or it had others.
    """
    if sample not in baseline:
        raise RunError(f"The baseline has nothing for {sample!r}. Run: python -m evals baseline")
    before, now = baseline[sample], gated(aggregates)
    if _ITEMS not in before:
        raise RunError(
            f"The baseline for {sample!r} does not say of how many items it is. Run: python -m evals baseline"
        )
    if before[_ITEMS] != now[_ITEMS]:
        raise RunError(
            f"The baseline is of {before[_ITEMS]:.0f} items, the run of {now[_ITEMS]:.0f}. "
            "Run: python -m evals baseline"
        )
    return compared(before, now)


def compared(before: Mapping[str, float], now: Mapping[str, float]) -> tuple[str, ...]:
    """What is worse than before, a line each."""
    return tuple(
        f"{name} is {_shown(now.get(name))}, the baseline {_shown(value)}"
        for name, value in before.items()
        if name != _ITEMS and (name not in now or _worse(name, now[name], value))
    )


def read_baseline(path: Path | None = None) -> Baseline:
    """The committed baseline.

    Raises:
        RunError: it is missing or damaged.
    """
    path = path or BASELINE
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return {s: {n: float(v) for n, v in figures.items()} for s, figures in raw.items()}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise RunError(f"{path} cannot be read ({error}). Run: git checkout -- {path}") from error


def write_baseline(sample: str, aggregates: Mapping[str, Any], path: Path | None = None) -> None:
    """Make a run's figures the baseline of its sample; other samples stay."""
    path = path or BASELINE
    made = read_baseline(path) if path.is_file() else {}
    made[sample] = gated(aggregates)
    path.write_text(json.dumps(made, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _worse(name: str, now: float, before: float) -> bool:
    return now > before + _SLACK if _low_is_good(name) else now < before - _SLACK


def _low_is_good(name: str) -> bool:
    if name in POOLED_AIMS:
        return not POOLED_AIMS[name][1]
    return BY_NAME[name.partition("/")[2]].low_is_good


def _shown(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.4f}"
