"""Things with their dates in the order of these, and which of them comes first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.answers.compose import bold_dates
from assistant.answers.draft import Draft, Line
from assistant.answers.matching import deadline
from assistant.answers.places import STATUS_NAMES, capital, named
from assistant.answers.statuses import status_quote
from assistant.answers.timescales import says_when, with_counterparts
from assistant.evidence.asked import Asked
from assistant.evidence.quote import sentence_quote, whole
from assistant.language.phrases import Phrases
from assistant.library.library import Sentence, Unit
from assistant.model import Outcome
from assistant.question.facets import Want
from corpus.model import Recommendation, When

#: What is said of two times and of little else.
TIMING = Phrases(
    "timing|timings|timetables?|time|sooner|soonest|quicker|faster|slower|earlier|earliest|later|latest",
    "(?:start|begin|launch|finish|end|land|happen|come in|go live)(?:s|ing)? together|in parallel|simultaneous(?:ly)?|coincid(?:e|es|ed)",
)
#: An order that is one of time unless words, places in a document or answers are put in order.
IN_ORDER = Phrases("first|before|after|ahead of|last|behind|precede[sd]?|follow(?:s|ed)?")
#: How each was answered is asked beside its dates.
_DECIDED = Phrases(
    "(?:answer|status|verdict|reply|response|decision|outcome)(?:es|s)?(?! (?:date|time)s?)|(?:was|were) (?:decided|answered)",
)
_ENDS = Phrases(r"final|finish\w*|last|latest|complet\w+|end\w*")


Said = tuple[tuple[Unit, Sentence], ...]
"""Sentences with the passages that they stand in."""


@dataclass(frozen=True, slots=True)
class Row:
    """One of the things put in order."""

    rec: Recommendation
    said: Said
    """The sentences of its timescale that are meant."""

    @property
    def dated(self) -> Said:
        """Those with a calendar date."""
        return tuple((u, s) for u, s in self.said if any(w.edtf for w in s.whens))

    @property
    def dates(self) -> tuple[When, ...]:
        """The calendar dates."""
        return tuple(w for _, s in self.said for w in s.whens if w.edtf)

    @property
    def units(self) -> list[Unit]:
        return list({u.passage.id: u for u, _ in self.said}.values())


def in_order(asked: Asked, rows: list[Row]) -> Draft:
    """The rows in the order of their dates, with what other documents say of them."""
    decided = asked.question.has(Want.STATUS) or bool(_DECIDED.search(asked.question.focus))
    rows = sorted(rows, key=_key(asked))
    made = Draft(
        Outcome.ANSWERED,
        (*_head(asked, rows), *(row_line(row, decided) for row in rows)),
        recommendations=tuple(sorted({row.rec.number for row in rows})),
        whens=tuple(w for row in rows for w in row.dates or says_when(row.units)),
        from_records=True,
    )
    return with_counterparts(asked, made, [pair for row in rows for pair in row.said])


def row_line(row: Row, decided: bool = False) -> Line:
    """A thing with its dates, and how it was answered where that is asked for too."""
    dates = bold_dates(row.dates) if row.dates else "no calendar date"
    quotes = tuple(sentence_quote(u, s) for u, s in row.dated) or tuple(map(whole, row.units))
    text = f"- {capital(named(row.rec))}: {dates}"
    if not decided:
        return Line(text, quotes)
    return Line(f"{text}, answered **{STATUS_NAMES[row.rec.status]}**", (*quotes, status_quote(row.rec)))


def _key(asked: Asked) -> Callable[[Row], date]:
    """What rows are put in order by: their first dates where the earliest is asked for, else their last."""
    first = asked.question.has(Want.EARLIEST) and not _ENDS.search(asked.question.focus)
    return _first if first else _last


def _first(row: Row) -> date:
    return min(map(deadline, row.dates), default=date.max)


def _last(row: Row) -> date:
    return max(map(deadline, row.dates), default=date.max)


def _head(asked: Asked, rows: list[Row]) -> tuple[Line, ...]:
    """Which comes first and which last, where that is asked of things with dates."""
    real = [r for r in rows if r.dates]
    question = asked.question
    ordered = question.has(Want.ORDER, Want.EARLIEST, Want.LATEST, Want.COMPARE)
    if len(real) < 2 or not (ordered or IN_ORDER.search(question.focus) or TIMING.search(question.focus)):
        return ()
    return (Line(_order_words(asked, real)),)


def _order_words(asked: Asked, rows: list[Row]) -> str:
    first, last = rows[0], rows[-1]
    ends = tuple(max(row.dates, key=deadline) for row in (first, last))
    if asked.question.has(Want.LATEST) and not asked.question.has(Want.EARLIEST):
        return f"The latest is {_short(last)}: {bold_dates(ends[1:])}."
    if deadline(ends[0]) == deadline(ends[1]):
        return f"They end at the same time: {bold_dates(ends[:1])}."
    starts = min(rows, key=_first)
    if asked.question.has(Want.EARLIEST) or _first(starts) == _first(first):
        return f"{capital(_short(first))} comes first, {_short(last)} last."
    return (
        f"{capital(_short(starts))} has the first date, {_short(last)} the last; "
        f"the dates of {_short(first)} end first."
    )


def _short(row: Row) -> str:
    return f"recommendation {row.rec.number}"
