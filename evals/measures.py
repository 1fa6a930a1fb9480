"""From single verdicts to rates; what is undefined is NaN, counted, and never taken for 0."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.model import Answer
from evals.intervals import Interval, wilson
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
class Rate:
    """How often something holds, over the results for which it is defined."""

    right: int
    n: int
    undefined: int
    """Results for which it says nothing."""

    @property
    def value(self) -> float:
        """0 to 1; NaN where it is defined for no result."""
        return self.right / self.n if self.n else math.nan

    @property
    def interval(self) -> Interval:
        """Wilson, 95%."""
        return wilson(self.right, self.n)


@dataclass(frozen=True, slots=True)
class Metric:
    """A yes-or-no question to a result."""

    name: str
    title: str
    """For the head of a column."""
    holds: Callable[[Result], bool | None]
    """True where all is well, None where the question does not apply."""
    counted: bool = False
    """Shown as the number of times that it does not hold, because each one counts."""


def _negated(value: bool | None) -> bool | None:
    return None if value is None else not value


METRICS = (
    Metric("right", "right", lambda r: r.verdict.right),
    Metric("outcome", "outcome", lambda r: r.verdict.outcome),
    Metric("reason", "reason", lambda r: r.verdict.reason),
    Metric("notices", "notices", lambda r: r.verdict.notices),
    Metric("recommendations", "recs", lambda r: r.verdict.recommendations),
    Metric("place", "place", lambda r: r.verdict.place),
    Metric("first", "first", lambda r: r.verdict.first),
    Metric("quote", "quote", lambda r: r.verdict.quote),
    Metric("dates", "dates", lambda r: r.verdict.dates),
    Metric("no_wrong_date", "wrong dates", lambda r: _negated(r.verdict.wrong_date), counted=True),
    Metric("said", "said", lambda r: r.verdict.said if r.item.must_say or r.item.must_not_say else None),
    Metric("verbatim", "verbatim", lambda r: r.verdict.verbatim if r.answer.citations else None),
)


@dataclass(frozen=True, slots=True)
class Summary:
    """The rates of one set, or of all."""

    name: str
    n: int
    rates: dict[str, Rate]
    """By the name of the metric."""
    p50: float
    """Median time of an answer, in seconds; NaN for none."""
    p95: float


def rate(metric: Metric, results: Sequence[Result]) -> Rate:
    """The rate of one metric."""
    found = [metric.holds(r) for r in results]
    return Rate(found.count(True), len(found) - found.count(None), found.count(None))


def summarise(results: Sequence[Result], name: str = ALL) -> Summary:
    """Every rate over some results, and how long they took."""
    seconds = [r.answer.seconds for r in results]
    rates = {m.name: rate(m, results) for m in METRICS}
    return Summary(name, len(results), rates, percentile(seconds, 50), percentile(seconds, 95))


def by_set(results: Sequence[Result]) -> tuple[Summary, ...]:
    """A summary for each set, in the order in which the sets first come, and the one over all at the end."""
    names = dict.fromkeys(r.item.set for r in results)
    return (*(summarise([r for r in results if r.item.set == n], n) for n in names), summarise(results))


def failed_checks(result: Result) -> tuple[str, ...]:
    """The names of what is wrong about a result, the overall verdict aside."""
    return tuple(m.name for m in METRICS if m.name != "right" and m.holds(result) is False)


def percentile(values: Iterable[float], percent: float) -> float:
    """Percentile with linear interpolation; NaN for no values."""
    ordered = sorted(values)
    if not ordered:
        return math.nan
    at = (len(ordered) - 1) * percent / 100
    low = math.floor(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)
