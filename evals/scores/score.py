"""Every number about one answer, by the name of its metric."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.model import Answer, Outcome
from corpus import Corpus
from evals.items import Item
from evals.judge import Verdict
from evals.scores import dates
from evals.scores.citing import citation_scores, quote_fidelity, target_scores, wrong_recommendation
from evals.scores.content import list_scores, nugget_recall, obeyed, status_accuracy
from evals.scores.gold import gold_timescales
from evals.scores.retrieval import Search, retrieval_scores

Scores = dict[str, float | None]
"""Metric to value; None where it is undefined for the item."""


@dataclass(frozen=True)
class Reference:
    """What answers are held against."""

    corpus: Corpus
    search: Search | None = None
    """The index that is measured beside the answers; None leaves retrieval unmeasured."""
    sure: Callable[[Item], float | None] | None = None
    """How sure the assistant is of its answer to an item; None leaves that unmeasured."""


def score(item: Item, answer: Answer, verdict: Verdict, reference: Reference) -> Scores:
    """All scores of one answer."""
    corpus = reference.corpus
    scores = _dates(item, answer, verdict, corpus)
    scores["status"] = status_accuracy(item, answer, corpus)
    scores |= list_scores(item, answer)
    if answer.outcome is Outcome.ANSWERED:
        scores |= citation_scores(answer, corpus)
    if item.outcome == Outcome.ANSWERED:
        scores |= target_scores(item, answer, corpus)
    scores["quote_fidelity"] = quote_fidelity(answer, corpus)
    scores["wrong_recommendation"] = wrong_recommendation(item, answer)
    scores["nugget_recall"] = nugget_recall(item, answer, corpus)
    scores["obeyed"] = obeyed(item, answer)
    scores["truth"] = truth(item, answer, verdict)
    scores["confidence"] = None
    if reference.sure and item.variant is None and answer.outcome is Outcome.ANSWERED:
        scores["confidence"] = reference.sure(item)
    if reference.search is not None:
        scores |= retrieval_scores(item, corpus, reference.search)
    return scores


def truth(item: Item, answer: Answer, verdict: Verdict) -> float:
    """1 where right, 0 for a refusal of what could be answered, -1 where wrong (after CRAG)."""
    if verdict.right:
        return 1.0
    return 0.0 if item.outcome == Outcome.ANSWERED and answer.outcome is not Outcome.ANSWERED else -1.0


def _dates(item: Item, answer: Answer, verdict: Verdict, corpus: Corpus) -> Scores:
    scores: Scores = {"date_precision": dates.precision(answer), "date_recall": None}
    if item.outcome == Outcome.ANSWERED:
        scores["date_recall"] = dates.recall(item, answer)
    known = gold_timescales(item) if item.outcome == Outcome.ANSWERED else None
    names = ("timescale_strict", "timescale_interval", "timescale_overlap", "days_off")
    if known is None:
        return scores | dict.fromkeys(names)
    gold = [dates.of_timescale(t) for t in known]
    shown = dates.shown_days(answer, corpus)
    return scores | {
        "timescale_strict": float(dates.strict(gold, shown) and not verdict.wrong_date),
        "timescale_interval": float(dates.interval(gold, shown) and not verdict.wrong_date),
        "timescale_overlap": dates.overlap(gold, shown),
        "days_off": dates.days_off(gold, shown),
    }
