"""Dates of an answer: read as the program reads them, held against the days that a reader typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.model import Answer
from corpus import Corpus
from corpus.dates import find_whens
from evals.comparable import plain
from evals.items import Item
from evals.known import Timescale

#: An open beginning or end is cut here when days are counted.
WINDOW = (date(2011, 7, 13), date(2015, 12, 31))
_UNDATED = ("none", "event")


@dataclass(frozen=True, slots=True)
class Days:
    """What a date expression says."""

    modality: str
    first: date | None
    last: date | None
    grain: str


def of_timescale(t: Timescale) -> Days:
    """A known timescale as days."""
    return Days(t.modality, t.first, t.last, t.grain)


def shown_days(answer: Answer, corpus: Corpus) -> tuple[Days, ...]:
    """The dates of an answer, each read where it is quoted; one that no quote holds is left out."""
    found = (_read(d.wording, d.edtf, answer, corpus) for d in answer.dates)
    return tuple(days for days in found if days is not None)


def _read(wording: str, edtf: str | None, answer: Answer, corpus: Corpus) -> Days | None:
    for citation in answer.citations:
        if plain(wording) not in plain(citation.quote):
            continue
        document = corpus.document.get(citation.document)
        passage = corpus.by_id.get(citation.passage)
        if document is None or passage is None:
            continue
        for when in find_whens(passage.text, document.date):
            if plain(when.wording) == plain(wording) and when.edtf == edtf:
                return Days(when.modality.value, when.first, when.last, when.grain)
    return None


def strict(gold: Sequence[Days], shown: Sequence[Days]) -> bool:
    """Whether modality, first day, last day and grain of every gold date are shown."""
    return all(g in shown for g in gold)


def interval(gold: Sequence[Days], shown: Sequence[Days]) -> bool:
    """Whether the first and last day of every gold date are shown."""
    return all(any((g.first, g.last) == (s.first, s.last) for s in shown) for g in gold)


def overlap(gold: Sequence[Days], shown: Sequence[Days]) -> float:
    """Days in common over days in either, for the best shown date of each gold date; their mean."""
    return sum(max((_overlap(g, s) for s in shown), default=0.0) for g in gold) / len(gold)


def days_off(gold: Sequence[Days], shown: Sequence[Days]) -> float | None:
    """Days between a gold date and the nearest one shown, at its last (else first) day; the worst of them.

    None where no date is dated, or none is shown.
    """
    edges = [e for e in map(_edge, gold) if e]
    there = [e for e in map(_edge, shown) if e]
    if not edges or not there:
        return None
    return float(max(min(abs((e - t).days) for t in there) for e in edges))


def precision(answer: Answer) -> float | None:
    """Share of the answer's dates that stand in a cited quote; None for no dates."""
    quotes = [plain(c.quote) for c in answer.citations]
    return share(any(plain(d.wording) in q for q in quotes) for d in answer.dates)


def recall(item: Item, answer: Answer) -> float | None:
    """Share of the gold's date wordings that the answer holds; None for no dates."""
    shown = [plain(d.wording) for d in answer.dates]
    return share(any(plain(g) in s or s in plain(g) for s in shown) for g in item.dates)


def share(values: Iterable[bool]) -> float | None:
    """Share of what holds; None for nothing."""
    found = list(values)
    return sum(found) / len(found) if found else None


def _overlap(a: Days, b: Days) -> float:
    if a.grain in _UNDATED or b.grain in _UNDATED:
        return float(a.grain in _UNDATED and b.grain in _UNDATED)
    (a0, a1), (b0, b1) = _cut(a), _cut(b)
    common = (min(a1, b1) - max(a0, b0)).days + 1
    either = (max(a1, b1) - min(a0, b0)).days + 1
    return max(0, common) / either


def _cut(days: Days) -> tuple[date, date]:
    first = days.first or min(WINDOW[0], days.last or WINDOW[0])
    return first, days.last or max(WINDOW[1], first)


def _edge(days: Days) -> date | None:
    return days.last or days.first
