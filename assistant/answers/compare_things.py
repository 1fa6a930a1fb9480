"""Several things given by their words, side by side: their dates, how they were answered, or what is said of each."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.compare_dates import compare_steps
from assistant.answers.dates_in_order import TIMING
from assistant.answers.draft import Draft, Line
from assistant.answers.matching import within
from assistant.answers.pieces import asks_of_several, set_in_time
from assistant.answers.places import STATUS_NAMES, capital, named
from assistant.answers.statuses import answered_beside, status_quote
from assistant.answers.things import Thing, things
from assistant.answers.things_apart import each_by_its_own
from assistant.evidence.asked import Asked
from assistant.evidence.quote import of_passage
from assistant.language.phrases import Phrases
from assistant.language.tagging import tagged
from assistant.language.vocabulary import Term
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
#: How a recommendation was met, and that one was made, in words that say so only where several are compared.
_ANSWERED = Phrases(
    "answers?|answered|treat(?:ed|ment)|met|handled|received|reception|welcomed?|decisions?|far(?:e|es|ed)|repl(?:y|ies)|verdicts?|respon(?:se|ded)",
    "yes",
)
_BY_GOVERNMENT = Phrases("(?:government|ministers|department) (?:said|says|say)")
_SPOKEN = Phrases("recommendation|proposal|(?:recommendation|proposal)s (?:on|about|for)|said|says|say")
_OR = Phrases("or")
#: Those that fulfil something are to be picked out of the things named.
_OF_THESE = Phrases(
    "(?:which|out)(?: \\w+)?? of (?:these|those|them|the (?:two|three|four|five|six|following))"
)
#: Tags of comparatives.
_COMPARATIVE = ("JJR", "RBR")


def compare_things(asked: Asked) -> Draft | None:
    """What is asked of each of several things; None where one alone is asked about, or nothing that the records hold."""
    question = asked.question
    named = question.recommendations or question.documents or question.sections or question.themes
    if named or question.has(Want.THEME):
        return None
    dates, part = _asks_dates(asked), _part(asked)
    answered = question.has(Want.STATUS) or _compares_answers(asked)
    if not (dates or part or answered):
        return None
    found = things(_for_dates(asked) if dates else _without_answers(asked) if answered else asked)
    if not found:
        return None
    if apart := each_by_its_own(asked, found):
        return apart
    if dates:
        return compare_steps(asked, _of_the_date(asked, found))
    by_number = {thing.recommendation.number: thing for thing in found}
    ordered = tuple(thing for _, thing in sorted(by_number.items()))
    if part is None or (question.has(Want.STATUS) and part is not Part.MUNRO_ARGUMENT):
        return answered_beside(tuple(t.recommendation for t in _of_the_status(asked, ordered)))
    return Draft(
        Outcome.ANSWERED,
        tuple(_line(thing, part) for thing in ordered),
        recommendations=tuple(t.recommendation.number for t in ordered),
        from_records=True,
    )


def _asks_dates(asked: Asked) -> bool:
    question = asked.question
    named = question.has(Want.WHEN, Want.ORDER, Want.EARLIEST, Want.LATEST, Want.UNDATED)
    return bool(named or question.whens or TIMING.search(question.focus) or set_in_time(asked))


def _part(asked: Asked) -> Part | None:
    """The part of the record that is asked for; None where none is named."""
    question = asked.question
    if found := next((part for want, part in _PARTS if question.has(want)), None):
        return found
    if not question.has(Want.COMPARE) or _ANSWERED.search(question.focus):
        return None
    if _BY_GOVERNMENT.search(question.focus):
        return Part.GOVERNMENT_RESPONSE
    return Part.RECOMMENDATION if _SPOKEN.search(question.focus) else None


def _compares_answers(asked: Asked) -> bool:
    """ "Which got the warmer reply, X or Y?", "X and Y: treated alike?"."""
    text = asked.question.focus
    if not _ANSWERED.search(text):
        return False
    return asks_of_several(asked) or bool(_OR.search(text) and _is_comparative(text))


def _is_comparative(text: str) -> bool:
    return any(tag in _COMPARATIVE for _, tag in tagged(text))


def _for_dates(asked: Asked) -> Asked:
    return replace(asked, question=replace(asked.question, wants=asked.question.wants | {Want.WHEN}))


def _without_answers(asked: Asked) -> Asked:
    """The question without the words that only say how something was answered, compared as such."""

    def tells(term: Term) -> bool:
        return not _ANSWERED.match(term.text) and not _is_comparative(term.text)

    own = tuple(t for t in asked.question.terms if tells(t))
    wants = asked.question.wants | {Want.COMPARE} if _compares_answers(asked) else asked.question.wants
    return replace(asked, question=replace(asked.question, terms=own, wants=wants))


def _of_the_status(asked: Asked, found: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """Those answered as the question says, where it picks them out of the things that it names; all where none is."""
    question = asked.question
    if not question.statuses or not _OF_THESE.search(question.focus):
        return found
    return tuple(t for t in found if t.recommendation.status in question.statuses) or found


def _of_the_date(asked: Asked, found: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """Those whose timescale has a date that the question names, where it picks them out; all where none has."""
    question = asked.question
    if not question.whens or not _OF_THESE.search(question.focus):
        return found
    by_id = asked.library.by_id

    def fulfils(thing: Thing) -> bool:
        units = (by_id[p.id] for p in thing.recommendation.passages[Part.TIMESCALE])
        return any(within(w, q) for u in units for s in u.sentences for w in s.whens for q in question.whens)

    return tuple(filter(fulfils, found)) or found


def _line(thing: Thing, part: Part) -> Line:
    rec = thing.recommendation
    quotes = (*(of_passage(p) for p in thing.shown(part)), status_quote(rec))
    return Line(f"- {capital(named(rec))} – **{STATUS_NAMES[rec.status]}**:", quotes)
