"""Comparisons: several recommendations or several subjects side by side."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.compare_dates import asks_dates, compare_dates
from assistant.answers.compare_documents import compare_documents
from assistant.answers.compare_group import grouped
from assistant.answers.compare_moments import compare_moments
from assistant.answers.compare_papers import compare_papers
from assistant.answers.compare_parts import compare_parts
from assistant.answers.compare_themes import themes_beside
from assistant.answers.compare_things import compare_things
from assistant.answers.dated import answer_when
from assistant.answers.documents_beside import all_documents, names_a_date, two_documents
from assistant.answers.draft import Draft, Line
from assistant.answers.numbers_beside import with_numbers_beside
from assistant.answers.pieces import with_things_beside
from assistant.answers.places import STATUS_NAMES, capital, named
from assistant.answers.statuses import answered_beside, status_quote
from assistant.answers.timescales import same_timescales
from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote, of_passage, whole
from assistant.language.phrases import Phrases
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.set_query.listing import listed_subjects
from corpus.model import Part, Passage, Recommendation

#: What is asked of two that is written in the recommendations themselves.
_ASKS_FOR = Phrases(
    "asks?|asked|wants?|wanted|calls? for|called for|recommends?|recommended|proposes?|proposed"
)


def answer_compare(asked: Asked) -> Draft | None:
    """A comparison, where the question makes one; None otherwise."""
    asked = with_things_beside(with_numbers_beside(asked))
    question = asked.question
    if alike := same_timescales(asked):
        return alike
    if group := _of_group(asked):
        return _recommendations(group)
    if made := compare_parts(asked):
        return made
    if len(asked.recommendations) > 1 and not asked.for_set:
        return _recommendations(asked)
    if papers := compare_papers(asked):
        return papers
    if all_documents(asked) and not question.recommendations:
        dated_alike = question.has(Want.WHEN) or len(question.whens) > 1 or names_a_date(asked)
        return answer_when(asked) if dated_alike else compare_documents(asked)
    if two_documents(asked):
        return compare_documents(asked)
    if asked.recommendations or not question.terms or listed_subjects(question):
        return None
    return compare_things(asked) or compare_moments(asked)


def _of_group(asked: Asked) -> Asked | None:
    """The question about the recommendations of a group that it compares, as if it named them; None where it names none."""
    question = asked.question
    if question.recommendations or not question.has(Want.COMPARE):
        return None
    numbers = tuple(r.number for r in grouped(asked))
    return replace(asked, question=replace(question, recommendations=numbers)) if numbers else None


def _recommendations(asked: Asked) -> Draft:
    question, recs = asked.question, asked.recommendations
    if made := themes_beside(asked, recs):
        return made
    if asks_dates(asked):
        return compare_dates(asked, recs)
    asks_words = question.has(Want.RECOMMENDATION) or _ASKS_FOR.search(question.focus)
    plain = not (question.terms or question.wants - {Want.COMPARE} or asks_words)
    if question.has(Want.STATUS, Want.YES_NO) or plain:
        return answered_beside(recs)
    lines = []
    for rec in recs:
        best = next((r for r in asked.ranked if r.unit.passage.recommendation == rec.number), None)
        quote = (
            whole(best.unit)
            if best and len(question.terms) > 1 and not question.has(Want.WHO)
            else of_passage(_part(asked, rec)[0])
        )
        quotes: tuple[Quote, ...] = (quote,)
        if question.has(Want.ARGUMENT):
            quotes = tuple(of_passage(p) for p in rec.passages[Part.MUNRO_ARGUMENT])
        elif question.has(Want.WHO):
            quotes = (of_passage(rec.passages[Part.RECOMMENDATION][0]), *map(of_passage, _part(asked, rec)))
        elif question.has(Want.RESPONSE) and not question.terms:
            quotes = tuple(map(of_passage, rec.passages[Part.GOVERNMENT_RESPONSE]))
        lines.append(
            Line(f"- {capital(named(rec))} – **{STATUS_NAMES[rec.status]}**:", (*quotes, status_quote(rec)))
        )
    return Draft(
        Outcome.ANSWERED, tuple(lines), recommendations=tuple(r.number for r in recs), from_records=True
    )


def _part(asked: Asked, rec: Recommendation) -> tuple[Passage, ...]:
    if asked.question.has(Want.WHO):
        return rec.passages[Part.TIMESCALE]
    if asked.question.has(Want.ARGUMENT):
        return rec.passages[Part.MUNRO_ARGUMENT]
    return rec.passages[Part.RECOMMENDATION]
