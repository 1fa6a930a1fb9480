"""The dates of several recommendations, or of things that they tell of, side by side."""

from __future__ import annotations

from assistant.answers.clauses import of_deed
from assistant.answers.dated_sentences import dated
from assistant.answers.dates_in_order import IN_ORDER, TIMING, Row, Said, in_order
from assistant.answers.draft import Draft
from assistant.answers.things import Thing
from assistant.evidence.asked import Asked
from assistant.language.phrases import Phrases
from assistant.question.facets import Want
from assistant.question.wants import TIMESCALES_AS_TOPIC
from corpus.model import Part, Recommendation

_OTHER_ORDER = Phrases("document|response|table|page|listed|list|order of|chapter|report")

#: The column of the dates is only where to look.
_LOOKED_UP = Phrases(
    "(?:according to|going by|under|in|from|per) (?:the|its|their|each) (?:time ?scales?|timetables?)(?: (?:rows?|columns?))?"
)
#: More dates than one are asked for of a thing.
_OF_ALL = Phrases("dates|deadlines|milestones|timescales?|timetables?")
#: Share of a thing's terms from which on a sentence may be the one step meant.
SAYS_STEP = 0.5
#: Share of what the best sentence says from which on another is as likely meant.
AS_LIKELY = 0.75
#: How much worse a thing may match another recommendation that says the same.
NEAR = 0.3


def asks_dates(asked: Asked) -> bool:
    """Whether it is asked when the recommendations named were due, or which of them comes first."""
    question, text = asked.question, asked.question.focus
    if question.has(Want.WHO) and _LOOKED_UP.search(text):
        return False
    if question.has(Want.WHEN, Want.ORDER, Want.EARLIEST, Want.LATEST) or TIMING.search(text):
        return True
    said = question.has(Want.STATUS, Want.ARGUMENT, Want.RESPONSE, Want.RECOMMENDATION)
    return bool(not said and IN_ORDER.search(text) and not _OTHER_ORDER.search(text))


def compare_dates(asked: Asked, recs: tuple[Recommendation, ...]) -> Draft:
    """The timescales of some recommendations in the order of their dates, with what other documents say of them."""
    return in_order(asked, [Row(rec, _timescale(asked, rec)) for rec in recs])


def compare_steps(asked: Asked, found: tuple[Thing, ...]) -> Draft:
    """The dates of some things in their order: of the steps of a timescale that are meant, or of all of it."""
    every = [row for thing in found for row in _rows(thing)]
    rows = {(row.rec.number, row.said[0][1].span, row.said[0][1].whens): row for row in every}
    return in_order(asked, list(rows.values()))


def _timescale(asked: Asked, rec: Recommendation) -> Said:
    units = [asked.library.by_id[p.id] for p in rec.passages[Part.TIMESCALE]]
    return tuple((u, s) for u in units for s in u.sentences)


def row_of(thing: Thing) -> Row:
    """What dates a thing under its own recommendation: the steps that are meant, or the whole timescale."""
    every = _timescale(thing.asked, thing.recommendation)
    whole = _OF_ALL.search(TIMESCALES_AS_TOPIC.pattern.sub(" ", thing.asked.question.focus))
    return Row(thing.recommendation, every if whole else _meant(thing) or every)


def _rows(thing: Thing) -> list[Row]:
    """What dates a thing, under its recommendation and others that say the same and that it may as well be one of."""
    own, asked = thing.recommendation, thing.asked
    row = row_of(thing)
    said = row.said
    texts = {s.text for _, s in said}
    likely = [n for n, score in asked.groups.items() if score >= asked.groups[own.number] - NEAR]
    others = [
        Row(rec, again)
        for rec in (asked.corpus.recommendations[n] for n in likely if n != own.number)
        if (again := tuple((u, s) for u, s in _timescale(asked, rec) if s.text in texts))
        and {s.text for _, s in again} == texts
    ]
    return [row, *others]


def _meant(thing: Thing) -> Said:
    """The dated sentences of the timescale that say most of a thing; none where the best says too little of it."""
    own = thing.recommendation.passages[Part.TIMESCALE]
    found = [d for d in dated(thing.asked) if d.unit.passage in own and any(w.edtf for w in d.sentence.whens)]
    best = max((d.coverage for d in found), default=0.0)
    meant = [d for d in found if d.coverage >= max(SAYS_STEP, AS_LIKELY * best)]
    return tuple((d.unit, of_deed(thing.asked, d.sentence)) for d in meant)
