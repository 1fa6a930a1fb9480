"""Answers to open questions: the passages that say what was asked."""

from __future__ import annotations

import re
from itertools import islice

from assistant.answers.draft import Draft, Line
from assistant.answers.extent import telling_extent
from assistant.answers.named_passages import naming, others_named
from assistant.answers.places import document_inside, named, numbers_or_range, part_name
from assistant.answers.quoting import quotes_for
from assistant.answers.reasons import giving_reason
from assistant.answers.speech import with_introduction
from assistant.answers.statuses import put_right_first, status_line
from assistant.evidence.asked import Asked
from assistant.evidence.features import is_label
from assistant.evidence.kinds import wants_names
from assistant.evidence.linking import linked
from assistant.evidence.preferences import asks_for_words, wanted_parts
from assistant.evidence.quote import Quote, whole
from assistant.evidence.ranking import Ranked, best_sentences
from assistant.library.library import Unit
from assistant.model import Outcome
from assistant.question.facets import Want
from corpus.model import Part, Recommendation

#: A second passage is shown where its score is this near to the first's.
NEAR = 0.3


def answer_content(asked: Asked) -> Draft | None:
    """The best passages for an open question; None where nothing was found."""
    if not asked.ranked:
        return None
    if made := _whole_document(asked):
        return made
    best = telling_extent(asked, _in_table(asked))
    quotes = with_introduction(asked, best, quotes_for(asked, best))
    under = best.unit.passage.recommendation
    alike = (
        r
        for r in asked.ranked
        if r is not best
        and r.unit.passage.recommendation == under
        and not (is_label(r.unit) and not is_label(best.unit))
    )
    for other in islice(alike, 3):
        if _joins(best, other):
            quotes += quotes_for(asked, other)
    quotes += _rest_of_part(asked, best, quotes)
    quotes += _other_part(asked, best) + others_named(asked, best)
    number = linked(best.unit, asked.matcher, asked.library)
    rec = asked.corpus.recommendations.get(best.unit.passage.recommendation or 0)
    text = _direct(asked, best, _lead(asked, best, rec, quotes[0]))
    status = None
    if rec is not None and asked.question.has(Want.RESPONSE) and not asked.question.has(Want.ARGUMENT):
        status = status_line(rec)
    line = Line(f"{status.text} {text}", (*quotes[:1], *status.quotes)) if status else Line(text, quotes[:1])
    if rec is not None and not status:
        line = put_right_first(asked.question, rec, line)
    return Draft(
        Outcome.ANSWERED,
        (line,),
        quotes=quotes,
        recommendations=(number,) if number is not None else (),
    )


#: Words of a part that is shown whole beside its best passage.
SHORT_PART = 330


def _rest_of_part(asked: Asked, best: Ranked, shown: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The other passages of a short part of one recommendation, best first: what is asked may stand in the next."""
    passage = best.unit.passage
    if passage.recommendation is None:
        return ()
    part = asked.corpus.recommendations[passage.recommendation].passages[passage.part]
    if sum(len(p.text.split()) for p in part) > SHORT_PART:
        return ()
    known = {q.passage.id for q in shown}
    own = {p.id for p in part} - known
    return tuple(whole(r.unit) for r in asked.ranked if r.unit.passage.id in own)


#: So many passages of the other side's part are shown, where their scores are this near to the first's,
OTHERS, BESIDE = 2, 0.3
#: or this near, where the first says less than this share of what is asked.
WIDER, SAYS_MOST = 0.5, 0.6
#: Parts in which Munro or the Government speak.
SPOKEN_FOR = (Part.RECOMMENDATION, Part.MUNRO_ARGUMENT, Part.GOVERNMENT_RESPONSE)


def _other_part(asked: Asked, best: Ranked) -> tuple[Quote, ...]:
    """What the other side says of the same: the answer to a recommendation, or what was answered.

    Nothing where the question asks for one part, or the best passage is not under a recommendation.
    """
    passage = best.unit.passage
    if passage.recommendation is None or wanted_parts(asked.question, asked.library):
        return ()
    answered = passage.part is Part.GOVERNMENT_RESPONSE
    near = BESIDE if best.own >= SAYS_MOST else WIDER
    beside = [
        r
        for r in asked.ranked[1:]
        if r.score >= best.score - near
        and r.unit.passage.recommendation == passage.recommendation
        and r.unit.passage.part in SPOKEN_FOR
        and (r.unit.passage.part is Part.GOVERNMENT_RESPONSE) is not answered
    ]
    return tuple(q for r in beside[:OTHERS] for q in quotes_for(asked, r))


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
    found = naming(asked) if wants_names(asked.question) else giving_reason(asked, asked.ranked[0])
    best, question = _statement(asked, found), asked.question
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


def _statement(asked: Asked, best: Ranked) -> Ranked:
    """The best passage; the best that is a statement, where somebody's words are asked for and it is only a label."""
    if not is_label(best.unit) or not asks_for_words(asked.question):
        return best
    return next((r for r in asked.ranked if not is_label(r.unit)), best)


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


def _lead(asked: Asked, best: Ranked, rec: Recommendation | None, shown: Quote) -> str:
    """Who says it and where."""
    passage = best.unit.passage
    if rec is None:
        where = document_inside(asked.corpus.document[passage.document])
        return f"{shown.passage.speaker} said, in the {where}:"
    said = _SAID_IN.get(passage.part, "The Government's response to {what} said:")
    said = said.format(what=named(rec), who=passage.speaker, argument=part_name(passage.part, asked.corpus))
    return said


_SAID_IN = {
    Part.RECOMMENDATION: "{who}'s {what} said:",
    Part.MUNRO_ARGUMENT: "{argument} for {what}, as the response reports it:",
    Part.TIMESCALE: "The timescale for {what} said:",
}


#: A sentence longer than this many words is left to its quote.
DIRECT = 48


def _direct(asked: Asked, best: Ranked, lead: str) -> str:
    """The lead with the sentence that says most of what was asked, where the quote holds more than that."""
    sentences = best_sentences(best, asked.matcher)
    if len(sentences) < 2 or not sentences[0].score or len(sentences[0].sentence.text.split()) > DIRECT:
        return lead
    return f"{lead} “{re.sub(r'^[0-9]+[.] ', '', sentences[0].sentence.text)}”"


def answer_paragraphs(asked: Asked) -> Draft | None:
    """Numbered paragraphs in full."""
    units = [u for u in asked.library.units if u.passage.place.paragraph in asked.question.paragraphs]
    if not units:
        return None
    if asked.question.terms and len(units) > 3:
        return answer_content(asked)
    first = {u.passage.place.paragraph: u for u in reversed(units)}
    noun = "Paragraph" if len(first) == 1 else "Paragraphs"
    where = document_inside(asked.corpus.document[units[0].passage.document])
    line = Line(
        f"{noun} {numbers_or_range(asked.question.paragraphs)} of the {where}:",
        tuple(whole(u) for u in reversed(first.values())),
    )
    return Draft(Outcome.ANSWERED, (line,), tuple(whole(u) for u in units))
