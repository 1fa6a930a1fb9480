"""Yes-or-no questions to an answer, by name; what does not apply is None, and never taken for no."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.model import Answer
from evals.items import Item
from evals.judge import Verdict

ALL = "all"


@dataclass(frozen=True, slots=True)
class Result:
    """One item, what was answered, and what is to be said about it."""

    item: Item
    answer: Answer
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Check:
    """A yes-or-no question to a result."""

    name: str
    holds: Callable[[Result], bool | None]
    """True where all is well, None where the question does not apply."""


def _negated(value: bool | None) -> bool | None:
    return None if value is None else not value


CHECKS = (
    Check("right", lambda r: r.verdict.right),
    Check("outcome", lambda r: r.verdict.outcome),
    Check("reason", lambda r: r.verdict.reason),
    Check("notices", lambda r: r.verdict.notices),
    Check("recommendations", lambda r: r.verdict.recommendations),
    Check("place", lambda r: r.verdict.place),
    Check("first", lambda r: r.verdict.first),
    Check("quote", lambda r: r.verdict.quote),
    Check("dates", lambda r: r.verdict.dates),
    Check("no_wrong_date", lambda r: _negated(r.verdict.wrong_date)),
    Check("said", lambda r: r.verdict.said if r.item.must_say or r.item.must_not_say else None),
    Check("verbatim", lambda r: r.verdict.verbatim if r.answer.citations else None),
)


def percentile(values: Iterable[float], percent: float) -> float:
    """Percentile with linear interpolation; NaN for no values."""
    ordered = sorted(values)
    if not ordered:
        return math.nan
    at = (len(ordered) - 1) * percent / 100
    low = math.floor(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)
