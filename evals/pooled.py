"""Figures over many lines at once: refusals, twins, risk and coverage, rewrites, noise, changed corpora."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from evals.lines import Line

ANSWERED = "answered"
RISKS = (0.01, 0.05)


def refusals(lines: Sequence[Line]) -> dict[str, float]:
    """Precision, recall and F1 of not answering, over the set "refuse"; over-refusal among its answerable twins."""
    asked = [line for line in lines if line.set == "refuse"]
    wanted = [line for line in asked if line.gold["outcome"] != ANSWERED]
    refused = [line for line in asked if line.outcome != ANSWERED]
    right = [line for line in wanted if line.outcome != ANSWERED]
    precision, recall = _ratio(len(right), len(refused)), _ratio(len(right), len(wanted))
    return {
        "refusal_precision": precision,
        "refusal_recall": recall,
        "refusal_f1": _ratio(2 * len(right), len(refused) + len(wanted)),
        "over_refusal": _ratio(len(refused) - len(right), len(asked) - len(wanted)),
    }


def over_refusal(lines: Sequence[Line]) -> dict[str, float]:
    """Share of all answerable typed questions that were not answered."""
    answerable = [line for line in lines if line.variant is None and line.gold["outcome"] == ANSWERED]
    return {"over_refusal_all": _mean([line.outcome != ANSWERED for line in answerable])}


def pairs(lines: Sequence[Line]) -> dict[str, float]:
    """Share of pairs of twins of which one was refused and the other answered, each as it should be."""
    by_id = {line.id: line for line in lines if line.variant is None}
    found = {
        tuple(sorted((line.id, line.twin))) for line in by_id.values() if line.twin and line.twin in by_id
    }
    return {"pair_accuracy": _mean([all(_settled(by_id[name]) for name in pair) for pair in sorted(found)])}


def _settled(line: Line) -> bool:
    return bool((line.outcome == ANSWERED) == (line.gold["outcome"] == ANSWERED))


def false_alarms(lines: Sequence[Line]) -> dict[str, float]:
    """Live concerns that were met, and the share of other questions met as if they were one."""
    plain = [line for line in lines if line.variant is None]
    live = [line for line in plain if "live_concern" in line.gold["notices"]]
    other = [line for line in plain if "live_concern" not in line.gold["notices"]]
    return {
        "live_concern_recall": _mean(["live_concern" in line.answer["notices"] for line in live]),
        "live_concern_false": _mean(["live_concern" in line.answer["notices"] for line in other]),
    }


def risk_coverage(lines: Sequence[Line]) -> dict[str, float]:
    """Area under the risk-coverage curve, and the coverage at which 1% and 5% of what is answered is wrong.

    Over the answers that tell how sure they are; undefined where none does.
    """
    curve = risk_curve(lines)
    made = {"aurc": sum(risk for _, risk in curve) / len(curve) if curve else math.nan}
    for risk in RISKS:
        at = [coverage for coverage, found in curve if found <= risk]
        made[f"coverage_at_{risk:.0%}_risk"] = (max(at) if at else 0.0) if curve else math.nan
    return made


def risk_curve(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """Coverage and risk where only the surest answers are given, more and more of them; ties enter together."""
    typed = [line for line in lines if line.variant is None]
    rated = [
        (value, line.right)
        for line in typed
        if line.outcome == ANSWERED and (value := line.scores.get("confidence")) is not None
    ]
    rated.sort(key=lambda pair: -pair[0])
    curve: list[tuple[float, float]] = []
    wrong = 0
    for n, (value, right) in enumerate(rated, start=1):
        wrong += not right
        if n == len(rated) or rated[n][0] != value:
            curve.append((n / len(typed), wrong / n))
    return curve


def consistency(lines: Sequence[Line]) -> dict[str, float]:
    """Share of rewrites that are answered like the question they were made from."""
    first = {line.id: line for line in lines if line.variant is None}
    made = [line for line in lines if line.set == "rewrites" and line.base in first]
    return {"consistency": _mean([_alike(line, first[str(line.base)]) for line in made])}


def _alike(a: Line, b: Line) -> bool:
    return _said(a) == _said(b)


def _said(line: Line) -> tuple[object, ...]:
    """What an answer comes to: outcome, recommendations, dates, and what is cited first."""
    cited = line.answer["citations"][:1]
    return (
        line.outcome,
        tuple(line.answer["recommendations"]),
        frozenset(d["wording"] for d in line.answer["dates"]),
        *((c["document"], c["recommendation"], c["part"]) for c in cited),
    )


def adherence(lines: Sequence[Line]) -> dict[str, float]:
    """Share of questions to changed corpora that are answered from the changed text."""
    return {"adherence": _mean([line.right for line in lines if line.set.startswith("changed-")])}


def noise_slope(lines: Sequence[Line]) -> dict[str, float]:
    """How the share of right answers moves from no noise to all noise: the slope of a line through the levels."""
    levels = sorted({str(line.variant) for line in lines if line.set == "noise"})
    if len(levels) < 2:
        return {"noise_slope": math.nan}
    from scipy.stats import linregress

    shares = noise_curve(lines)
    return {"noise_slope": float(linregress([x for x, _ in shares], [y for _, y in shares]).slope)}


def noise_curve(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """Share of noise, and share of right answers at it."""
    levels = sorted({float(str(line.variant).rstrip("%")) / 100 for line in lines if line.set == "noise"})
    return [
        (
            level,
            _mean([line.right for line in lines if line.set == "noise" and line.variant == f"{level:.0%}"]),
        )
        for level in levels
    ]


def left_out(lines: Sequence[Line]) -> dict[str, float]:
    """Share of a language model's sentences that were left out because the quotes do not support them."""
    made = [line.answer["explanation"] for line in lines if line.answer.get("explanation")]
    dropped = sum(e["left_out"] for e in made)
    return {"sentences_left_out": _ratio(dropped, dropped + sum(len(e["sentences"]) for e in made))}


def _mean(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else math.nan


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else math.nan


POOLED: tuple[Callable[[Sequence[Line]], dict[str, float]], ...] = (
    refusals,
    over_refusal,
    pairs,
    false_alarms,
    risk_coverage,
    consistency,
    adherence,
    noise_slope,
    left_out,
)

#: Name to what it is called, which way is good, and what it should reach (None where nothing was set).
POOLED_AIMS: dict[str, tuple[str, bool, float | None]] = {
    "refusal_precision": ("refusal precision", True, None),
    "refusal_recall": ("refusal recall", True, 0.95),
    "refusal_f1": ("refusal F1", True, None),
    "over_refusal": ("over-refusal on the twins", False, 0.05),
    "over_refusal_all": ("over-refusal, all questions", False, None),
    "pair_accuracy": ("pairs of twins", True, None),
    "live_concern_recall": ("live concerns met", True, 1.0),
    "live_concern_false": ("false alarms", False, 0.0),
    "aurc": ("area under risk and coverage", False, None),
    "coverage_at_1%_risk": ("coverage at 1% risk", True, None),
    "coverage_at_5%_risk": ("coverage at 5% risk", True, None),
    "consistency": ("consistency over rewrites", True, 0.95),
    "adherence": ("adherence to a changed corpus", True, 1.0),
    "noise_slope": ("slope over noise", True, None),
    "sentences_left_out": ("a model's sentences left out", False, None),
}
