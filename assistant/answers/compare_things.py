"""Several things given by their words, side by side: their dates, how they were answered, or what is said of each."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.compare_dates import compare_steps
from assistant.answers.dates_in_order import TIMING
from assistant.answers.draft import Draft, Line
from assistant.answers.places import STATUS_NAMES, capital, named
from assistant.answers.statuses import answered_beside, status_quote
from assistant.answers.subjects import Side
from assistant.answers.things import set_in_time, things
from assistant.evidence.asked import Asked
from assistant.evidence.quote import of_passage
from assistant.model import Outcome
from assistant.question.facets import Want
from corpus.model import Part

#: What the record of each thing holds, and the part that it stands in.
_PARTS = (
    (Want.ARGUMENT, Part.MUNRO_ARGUMENT),
    (Want.RESPONSE, Part.GOVERNMENT_RESPONSE),
    (Want.RECOMMENDATION, Part.RECOMMENDATION),
    (Want.WHO, Part.TIMESCALE),
)


def compare_things(asked: Asked) -> Draft | None:
    """What is asked of each of several things; None where one alone is asked about, or nothing that the records hold."""
    question = asked.question
    if question.recommendations or question.documents or question.sections or question.themes:
        return None
    dates = _asks_dates(asked)
    part = next((part for want, part in _PARTS if question.has(want)), None)
    if not (dates or part or question.has(Want.STATUS)):
        return None
    found = things(_for_dates(asked) if dates else asked)
    if not found:
        return None
    if dates:
        return compare_steps(asked, found)
    by_number = {side.recommendation.number: side for side in found}
    sides = tuple(side for _, side in sorted(by_number.items()))
    if part is None or (question.has(Want.STATUS) and part is not Part.MUNRO_ARGUMENT):
        return answered_beside(tuple(s.recommendation for s in sides))
    return Draft(
        Outcome.ANSWERED,
        tuple(_line(side, part) for side in sides),
        recommendations=tuple(s.recommendation.number for s in sides),
        from_records=True,
    )


def _asks_dates(asked: Asked) -> bool:
    question = asked.question
    named = question.has(Want.WHEN, Want.ORDER, Want.EARLIEST, Want.LATEST, Want.UNDATED)
    return bool(named or question.whens or TIMING.search(question.focus) or set_in_time(asked))


def _for_dates(asked: Asked) -> Asked:
    return replace(asked, question=replace(asked.question, wants=asked.question.wants | {Want.WHEN}))


def _line(side: Side, part: Part) -> Line:
    rec = side.recommendation
    quotes = (*(of_passage(p) for p in side.shown(part)), status_quote(rec))
    return Line(f"- {capital(named(rec))} – **{STATUS_NAMES[rec.status]}**:", quotes)
