"""The dates of several recommendations side by side, and which of them comes first."""

from __future__ import annotations

from collections.abc import Callable
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
from assistant.library.library import Unit
from assistant.model import Outcome
from assistant.question.facets import Want
from corpus.model import Part, Recommendation, When

Row = tuple[Recommendation, tuple[When, ...], Line]
"""A recommendation, its dates, and the line that shows them."""

#: What is said of two times and of little else.
_TIMING = Phrases(
    "timing|timings|timetables?|time|sooner|soonest|quicker|faster|slower|earlier|earliest|later|latest"
)
#: An order that is one of time unless words, places in a document or answers are put in order.
_IN_ORDER = Phrases("first|before|after|ahead of|last|behind|precede[sd]?|follow(?:s|ed)?")
_WHICH_FIRST = Phrases(
    "(?:which|what)\\b.*\\b(?:first|sooner|soonest|earlier|earliest|later|latest|last|(?:before|after|ahead of) the other)"
)
_OTHER_ORDER = Phrases("document|response|table|page|listed|list|order of|chapter|report")
#: How each was answered is asked beside its dates.
_DECIDED = Phrases(
    "(?:answer|status|verdict|reply|response|decision|outcome)(?:es|s)?(?! (?:date|time)s?)|(?:was|were) (?:decided|answered)",
)
_ENDS = Phrases(r"final|finish\w*|last|latest|complet\w+|end\w*")


def asks_dates(asked: Asked) -> bool:
    """Whether it is asked when the recommendations named were due, or which of them comes first."""
    question, text = asked.question, asked.question.focus
    if question.has(Want.WHEN, Want.ORDER, Want.EARLIEST, Want.LATEST) or _TIMING.search(text):
        return True
    said = question.has(Want.STATUS, Want.ARGUMENT, Want.RESPONSE, Want.RECOMMENDATION)
    return bool(not said and _IN_ORDER.search(text) and not _OTHER_ORDER.search(text))


def which_first(text: str) -> bool:
    """Whether it is asked which of two things is the earlier or the later ("which was due first, X or Y?")."""
    return bool(_WHICH_FIRST.search(text) and not _OTHER_ORDER.search(text))


def compare_dates(asked: Asked, recs: tuple[Recommendation, ...]) -> Draft:
    """The timescales of some recommendations in the order of their dates, with what other documents say of them."""
    units = {r.number: [asked.library.by_id[p.id] for p in r.passages[Part.TIMESCALE]] for r in recs}
    rows = [_row(rec, units[rec.number]) for rec in recs]
    if asked.question.has(Want.STATUS) or _DECIDED.search(asked.question.focus):
        rows = [_with_status(row) for row in rows]
    rows.sort(key=_key(asked))
    made = Draft(
        Outcome.ANSWERED,
        (*_head(asked, rows), *(row[2] for row in rows)),
        recommendations=tuple(sorted(row[0].number for row in rows)),
        whens=tuple(w for row in rows for w in row[1]),
        from_records=True,
    )
    return with_counterparts(
        asked, made, [(u, s) for some in units.values() for u in some for s in u.sentences]
    )


def _row(rec: Recommendation, units: list[Unit]) -> Row:
    pairs = [(u, s, w) for u in units for s in u.sentences for w in s.whens if w.edtf]
    whens = tuple(w for _, _, w in pairs)
    if whens:
        quotes = tuple(sentence_quote(u, s) for u, s, _ in pairs)
        return rec, whens, Line(f"- {capital(named(rec))}: {bold_dates(whens)}", quotes)
    line = Line(f"- {capital(named(rec))}: no calendar date", tuple(whole(u) for u in units))
    return rec, says_when(units), line


def _key(asked: Asked) -> Callable[[Row], date]:
    """What recommendations are put in order by: their first dates where the earliest is asked for, else their last."""
    first = asked.question.has(Want.EARLIEST) and not _ENDS.search(asked.question.focus)
    return _first if first else _last


def _first(row: Row) -> date:
    return min((deadline(w) for w in row[1] if w.edtf), default=date.max)


def _last(row: Row) -> date:
    return max((deadline(w) for w in row[1] if w.edtf), default=date.max)


def _with_status(row: Row) -> Row:
    rec, whens, line = row
    quotes = (*line.quotes, status_quote(rec))
    return rec, whens, Line(f"{line.text}, answered **{STATUS_NAMES[rec.status]}**", quotes)


def _head(asked: Asked, rows: list[Row]) -> tuple[Line, ...]:
    """Which comes first and which last, where that is asked of recommendations with dates."""
    real = [r for r in rows if any(w.edtf for w in r[1])]
    question = asked.question
    ordered = question.has(Want.ORDER, Want.EARLIEST, Want.LATEST, Want.COMPARE)
    if len(real) < 2 or not (ordered or _IN_ORDER.search(question.focus) or _TIMING.search(question.focus)):
        return ()
    return (Line(_order_words(asked, real)),)


def _order_words(asked: Asked, rows: list[Row]) -> str:
    first, last = rows[0], rows[-1]
    ends = tuple(max((w for w in row[1] if w.edtf), key=deadline) for row in (first, last))
    if asked.question.has(Want.LATEST) and not asked.question.has(Want.EARLIEST):
        return f"The latest is recommendation {last[0].number}: {bold_dates(ends[1:])}."
    if deadline(ends[0]) == deadline(ends[1]):
        return f"They end at the same time: {bold_dates(ends[:1])}."
    starts = min(rows, key=_first)
    if asked.question.has(Want.EARLIEST) or _first(starts) == _first(first):
        return f"Recommendation {first[0].number} comes first, recommendation {last[0].number} last."
    return (
        f"Recommendation {starts[0].number} has the first date, recommendation {last[0].number} the last; "
        f"the dates of recommendation {first[0].number} end first."
    )
