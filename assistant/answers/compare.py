"""Comparisons: several recommendations or several subjects side by side."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.compare_dates import asks_dates, compare_dates, which_first
from assistant.answers.compare_documents import compare_documents
from assistant.answers.compare_group import grouped
from assistant.answers.compare_papers import compare_papers
from assistant.answers.compare_parts import compare_parts
from assistant.answers.compare_subjects import compare_subjects
from assistant.answers.compare_themes import themes_beside
from assistant.answers.compare_things import compare_things
from assistant.answers.compose import bold_dates
from assistant.answers.dated import answer_when
from assistant.answers.dated_sentences import Dated, dated, same_words
from assistant.answers.documents_beside import all_documents, names_a_date, two_documents
from assistant.answers.draft import Draft, Line
from assistant.answers.matching import deadline
from assistant.answers.places import STATUS_NAMES, capital, named
from assistant.answers.statuses import answered_beside, status_quote
from assistant.answers.subjects import halves, two_in_time, two_sides
from assistant.answers.timescales import same_timescales, with_counterparts
from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote, of_passage, sentence_quote, whole
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Term
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.wordings import said
from corpus.model import Part, Passage, Recommendation
from corpus.patterns import lazy_regex

#: What is asked of two that is written in the recommendations themselves.
_ASKS_FOR = Phrases(
    "asks?|asked|wants?|wanted|calls? for|called for|recommends?|recommended|proposes?|proposed"
)

#: Two sentences, or two clauses that each ask by themselves.
_CLAUSES = lazy_regex(
    r"[.!?;]\s+\S|\bor (?:do|does|did|is|are|was|were|will|would|has|have|had|can|could|should|must)\b",
    re.IGNORECASE,
)
#: Something comes to be, beside what is said to be due.
_HAPPENS = Phrases("in (?:place|post|force)|(?:implement|introduc|publish|launch|appoint|start|begin)\\w*")
#: One of two is to be chosen ("which recommendation has no date: X or Y?").
_OF_TWO = lazy_regex(
    r"\bwhich (?:\w+ ){0,3}?(?:one|recommendation|rec|is|was|has|had|got|gets|came|comes)\b[^?]*[:,–-] ?[^:,?]+ or [^:,?]+\W*$",
    re.IGNORECASE,
)
#: Share of what the best dated sentence says of a subject from which another of its timescale is as good.
EQUAL = 0.95

_ALTERNATIVES = lazy_regex(r"\b(?:or|versus|vs\.?|v|than|compared (?:with|to)|and)\b|[:,]", re.IGNORECASE)


def answer_compare(asked: Asked) -> Draft | None:
    """A comparison, where the question makes one; None otherwise."""
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
    if asked.recommendations or not question.terms:
        return None
    if made := compare_things(asked):
        return made
    if question.has(Want.ORDER) or (question.has(Want.COMPARE) and question.has(Want.WHEN)):
        return _subjects(asked)
    if made := _set_in_time(asked):
        return made
    if which_first(question.focus) and halves(asked):
        return _subjects(asked)
    return compare_subjects(asked)


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


def _subjects(asked: Asked) -> Draft | None:
    """ "Which comes first, X or Y?": each subject dated on its own."""
    found: list[Dated] = []
    for piece in _pieces(asked):
        best = next(iter(dated(piece)), None)
        if best is not None and best.coverage >= 0.4 and best.sentence not in [f.sentence for f in found]:
            found.append(best)
    if len(found) < 2:
        return _dates_of_subjects(asked)
    found += [
        d
        for piece in _pieces(asked)
        for d in _as_good(piece)
        if d.sentence not in [f.sentence for f in found]
    ]
    repeated = [d for piece in _pieces(asked) for d in dated(piece) if any(same_words(d, f) for f in found)]
    found += [d for i, d in enumerate(repeated) if d.unit not in [r.unit for r in repeated[:i]]]
    found.sort(key=lambda d: max(deadline(w) for w in d.sentence.whens))
    lines = []
    for d in found:
        number = d.unit.passage.recommendation
        about = (
            f"Recommendation {number}"
            if number
            else asked.corpus.document[d.unit.passage.document].short_title
        )
        lines.append(
            Line(f"- {about}: {bold_dates(d.sentence.whens)}", (sentence_quote(d.unit, d.sentence),))
        )
    recs = tuple(n for d in found if (n := d.unit.passage.recommendation) is not None)
    made = Draft(
        Outcome.ANSWERED,
        (Line("In order of their dates, earliest first:"), *lines),
        recommendations=recs,
        whens=tuple(w for d in found for w in d.sentence.whens),
        from_records=True,
    )
    return with_counterparts(asked, made, [(d.unit, d.sentence) for d in found])


def _as_good(piece: Asked) -> list[Dated]:
    """The dated sentences of a timescale that say a subject as fully as its best one does."""
    every = dated(piece)
    return [
        d
        for d in every
        if d.unit is every[0].unit
        and d.unit.passage.part is Part.TIMESCALE
        and d.coverage >= EQUAL * every[0].coverage > 0.0
    ]


def _set_in_time(asked: Asked) -> Draft | None:
    """ "Was X to be ready before Y?", "which has no date, X or Y?": the dates of both; None where two are not set so."""
    question = asked.question
    if _CLAUSES.search(question.focus):
        return None
    chosen = question.has(Want.YES_NO) or _OF_TWO.search(question.focus)
    one_each = chosen and question.has(Want.WHEN, Want.UNDATED) and halves(asked)
    if one_each and (sides := two_sides(asked)):
        recs = sorted((s.recommendation for s in sides), key=lambda r: r.number)
        return compare_dates(asked, tuple(recs))
    if question.whens or not question.has(Want.YES_NO):
        return None
    planned = said("due").search(question.focus) or _HAPPENS.search(question.focus)
    return _subjects(asked) if planned and two_in_time(asked) else None


def _dates_of_subjects(asked: Asked) -> Draft | None:
    """The timescales of the recommendations that two subjects belong to, where they belong to different ones."""
    found = {n for piece in _pieces(asked) if (n := next(iter(piece.groups), None)) is not None}
    recs = tuple(asked.corpus.recommendations[n] for n in sorted(found))
    if len(recs) < 2:
        return None
    return compare_dates(asked, recs)


def _pieces(asked: Asked) -> list[Asked]:
    """The question about each subject alone: two around an "or", else what stands between any joints."""
    if pair := halves(asked):
        return list(pair)
    if sides := two_in_time(asked) or two_sides(asked):
        return [s.asked for s in sides]
    text = asked.question.focus.lower()
    cuts = [m.start() for m in _ALTERNATIVES.finditer(text)]
    groups: dict[int, list[Term]] = {}
    known = asked.library.document_frequency
    for term in asked.question.terms:
        if not any(all(s in known for s in wording) for wording in term.alternatives):
            continue
        at = text.find(term.text.split()[0])
        groups.setdefault(sum(c < at for c in cuts), []).append(term)
    return [
        replace(asked, question=replace(asked.question, terms=tuple(g), focus=" ".join(t.text for t in g)))
        for g in groups.values()
    ]
