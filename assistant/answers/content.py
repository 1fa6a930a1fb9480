"""Answers to open questions: the passages that say what was asked."""

from __future__ import annotations

import re

from assistant.answers.asked import Asked
from assistant.answers.draft import Draft, Line, Quote, of_passage, sentence_quote, whole
from assistant.answers.places import PART_NAMES, STATUS_NAMES, named
from assistant.answers.statuses import correction, status_line
from assistant.evidence.library import Unit
from assistant.evidence.linking import linked
from assistant.evidence.preferences import PARTS_FOR
from assistant.evidence.ranking import Ranked, best_sentences
from assistant.model import Outcome
from assistant.question.facets import Want
from corpus.model import Part, PassageKind, Recommendation

#: A passage longer than this many words is quoted in part.
LONG = 200
#: Words of a list that is quoted as a whole.
SHORT_LIST = 230
#: A second passage is shown where its score is this near to the first's.
NEAR = 0.3


def answer_content(asked: Asked) -> Draft | None:
    """The best passages for an open question; None where nothing was found."""
    if not asked.ranked:
        return None
    if made := _whole_document(asked):
        return made
    best = _in_table(asked)
    quotes = quotes_for(asked, best)
    for other in asked.ranked[1:4]:
        if _joins(best, other):
            quotes += quotes_for(asked, other)
    number = linked(best.unit, asked.matcher, asked.library)
    rec = asked.corpus.recommendations.get(best.unit.passage.recommendation or 0)
    line = Line(_direct(asked, best, _lead(asked, best, rec)), quotes[:1])
    if rec is not None and asked.question.has(Want.RESPONSE) and not asked.question.has(Want.ARGUMENT):
        said = status_line(rec)
        line = Line(
            f"{said.text} {_direct(asked, best, _lead(asked, best, rec))}", (*quotes[:1], *said.quotes)
        )
    return Draft(
        Outcome.ANSWERED,
        (line,),
        quotes=quotes,
        recommendations=(number,) if number is not None else (),
    )


#: Statements of a document that are shown where nothing in particular is asked of it.
FIRST = 5


def _whole_document(asked: Asked) -> Draft | None:
    """The first statements of the documents named, where the question asks what they say and no more."""
    question = asked.question
    if not question.documents or question.terms or question.speakers:
        return None
    lines = []
    for identity in question.documents:
        units = [u for u in asked.library.units if u.passage.document == identity and asked.allows(u)]
        said = [u for u in units if len(u.passage.text.split()) > 15][:FIRST]
        if said:
            short = asked.corpus.document[identity].short_title
            lines.append(Line(f"{short}, from its beginning:", tuple(whole(u) for u in said)))
    return Draft(Outcome.ANSWERED, tuple(lines), from_records=True) if lines else None


#: Share of a narrative passage's words that a passage of the table must hold to be the same statement.
SAME = 0.72


def _in_table(asked: Asked) -> Ranked:
    """The best passage; where it is narrative that repeats a passage under a recommendation, that passage."""
    best, question = asked.ranked[0], asked.question
    primary = best.unit.passage.document == asked.corpus.documents[0].id
    if (
        best.unit.passage.recommendation is not None
        or not primary
        or question.paragraphs
        or question.sections
        or question.documents
    ):
        return best
    for other in asked.ranked[1:8]:
        own = asked.matcher.coverage(other.unit.stems) >= asked.matcher.coverage(best.unit.stems) - 0.15
        if other.unit.passage.recommendation is not None and own and _repeats(best.unit, other.unit):
            return other
    return best


def _repeats(a: Unit, b: Unit) -> bool:
    return any(
        len(x.stems & y.stems) >= SAME * min(len(x.stems), len(y.stems))
        for x in a.sentences
        for y in b.sentences
        if min(len(x.stems), len(y.stems)) > 7
    )


def _joins(best: Ranked, other: Ranked) -> bool:
    same = other.unit.passage.recommendation == best.unit.passage.recommendation
    return (
        same
        and best.unit.passage.document == other.unit.passage.document
        and other.score >= best.score - NEAR
        and other.own > 0.3
    )


def _lead(asked: Asked, best: Ranked, rec: Recommendation | None) -> str:
    passage = best.unit.passage
    first = correction(asked.question, rec) if rec is not None else ""
    if rec is not None and passage.part is Part.RECOMMENDATION:
        said = f"Professor Munro's {named(rec)} said:"
    elif rec is not None and passage.part is Part.MUNRO_ARGUMENT:
        said = f"Munro's argument for {named(rec)}, as the response reports it:"
    elif rec is not None:
        what = "timescale" if passage.part is Part.TIMESCALE else "response"
        said = (
            f"The Government's {what} to {named(rec)} said:"
            if what == "response"
            else f"The timescale for {named(rec)} said:"
        )
    else:
        said = f"{_subject(passage.speaker)} said, in the {_document(asked, passage.document)}:"
    return f"{first} {said}".strip()


#: A sentence longer than this many words is left to its quote.
DIRECT = 48


def _direct(asked: Asked, best: Ranked, lead: str) -> str:
    """The lead with the sentence that says most of what was asked, where the quote holds more than that."""
    sentences = best_sentences(best, asked.matcher)
    if len(sentences) < 2 or not sentences[0].score or len(sentences[0].sentence.text.split()) > DIRECT:
        return lead
    return f"{lead} “{re.sub(r'^[0-9]+[.] ', '', sentences[0].sentence.text)}”"


def _subject(speaker: str) -> str:
    return speaker


def _document(asked: Asked, document: str) -> str:
    short = asked.corpus.document[document].short_title
    return (
        short
        if "NHS" in short
        else short[:1].lower() + short[1:]
        if not short.startswith("Government")
        else short
    )


def quotes_for(asked: Asked, ranked: Ranked) -> tuple[Quote, ...]:
    """The quotes that show one passage: with its list where it is short, cut to the point where it is long."""
    unit = ranked.unit
    passage = unit.passage
    items = asked.library.items.get(passage.lead_in_id or passage.id, ())
    if items:
        lead = asked.library.by_id[passage.lead_in_id or passage.id]
        short = sum(len(u.passage.text.split()) for u in (lead, *items)) <= SHORT_LIST
        said_by_lead = asked.matcher.coverage(lead.stems) >= asked.matcher.coverage(unit.stems) - 0.1
        if lead is unit or (short and (said_by_lead or _WHOLE_LIST.search(asked.question.focus))):
            return tuple(whole(u) for u in _flat(asked, lead))
    if speech := _speech(asked, unit):
        return speech
    return (_cut(asked, ranked),)


_WHOLE_LIST = re.compile(
    r"\b(?:list|what (?:are|were|other|kinds?|sorts?|types?|things|areas|steps|actions|challenges|issues|matters|details)|which (?:areas|things|challenges|actions|steps|issues|matters|details|kinds?)|everything|examples)\b",
    re.IGNORECASE,
)


def _flat(asked: Asked, lead: Unit) -> list[Unit]:
    """A lead-in with its items and theirs, in reading order."""
    made = [lead]
    for item in asked.library.items.get(lead.passage.id, ()):
        made += _flat(asked, item)
    return made


def _speech(asked: Asked, unit: Unit) -> tuple[Quote, ...]:
    """For a line that only introduces speech ("… said:"), the speech."""
    if not unit.passage.text.endswith("said:"):
        return ()
    units = asked.library.units
    at = next(i for i, u in enumerate(units) if u.passage.id == unit.passage.id)
    spoken = []
    for other in units[at + 1 :]:
        if other.passage.speaker != re.sub(r",? said:$", "", unit.passage.text):
            break
        spoken.append(whole(other))
    return tuple(spoken)


def _cut(asked: Asked, ranked: Ranked) -> Quote:
    unit = ranked.unit
    if len(unit.passage.text.split()) <= LONG:
        return whole(unit)
    best = best_sentences(ranked, asked.matcher)
    chosen = [best[0].sentence]
    for other in best[1:]:
        span = sorted((*chosen, other.sentence), key=lambda s: s.span.start)
        if other.score < 0.5 * best[0].score or span[-1].span.end - span[0].span.start > LONG * 6:
            continue
        chosen = span
    return sentence_quote(unit, *chosen)


def answer_part(asked: Asked, recommendation: Recommendation, part: Part) -> Draft:
    """A whole part of a recommendation."""
    passages = [p for p in recommendation.passages[part] if p.kind is not PassageKind.STATUS_LINE]
    quotes = tuple(of_passage(p) for p in passages)
    first = correction(asked.question, recommendation)
    if part is Part.GOVERNMENT_RESPONSE:
        line = status_line(recommendation)
        lead = Line(f"{first} {line.text}".strip(), line.quotes)
    elif part is Part.RECOMMENDATION:
        lead = Line(f"{first} Professor Munro's {named(recommendation)}:".strip(), quotes[:1])
    else:
        lead = Line(f"{first} {PART_NAMES[part]} for {named(recommendation)}:".strip(), quotes[:1])
    return Draft(Outcome.ANSWERED, (lead,), quotes, (recommendation.number,))


def overview(asked: Asked, recommendation: Recommendation) -> Draft:
    """What a recommendation says, how it was answered, and when it was to be done."""
    text = tuple(of_passage(p) for p in recommendation.passages[Part.RECOMMENDATION])
    timescale = tuple(of_passage(p) for p in recommendation.passages[Part.TIMESCALE])
    status = status_line(recommendation)
    first = correction(asked.question, recommendation)
    lead = Line(
        f"{first} Recommendation {recommendation.number} ({recommendation.title}; the title is ours) was answered "
        f"**{STATUS_NAMES[recommendation.status]}**. Its words and its timescale:".strip(),
        (*text[:1], *status.quotes),
    )
    whens = tuple(
        w
        for p in recommendation.passages[Part.TIMESCALE]
        for s in asked.library.by_id[p.id].sentences
        for w in s.whens
    )
    return Draft(
        Outcome.ANSWERED, (lead,), (*text, *status.quotes, *timescale), (recommendation.number,), whens=whens
    )


def wanted_part(asked: Asked) -> Part | None:
    """The part that a question asks for by name, where it asks for just one."""
    named_parts = {
        part
        for want in (Want.ARGUMENT, Want.RECOMMENDATION, Want.RESPONSE)
        if want in asked.question.wants
        for part in PARTS_FOR[want]
    }
    return named_parts.pop() if len(named_parts) == 1 else None


def answer_paragraphs(asked: Asked) -> Draft | None:
    """Numbered paragraphs in full."""
    numbers = asked.question.paragraphs
    units = [u for u in asked.library.units if u.passage.place.paragraph in numbers]
    if not units:
        return None
    if asked.question.terms and len(units) > 3:
        return answer_content(asked)
    shown = " and ".join(str(n) for n in numbers)
    line = Line(f"Paragraph {shown} of the response:", (whole(units[0]),))
    return Draft(Outcome.ANSWERED, (line,), tuple(whole(u) for u in units))
