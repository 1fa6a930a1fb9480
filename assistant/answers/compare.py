"""Comparisons: several recommendations or several subjects side by side."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.answers.compare_documents import compare_documents
from assistant.answers.compare_group import grouped
from assistant.answers.compare_parts import compare_parts
from assistant.answers.compare_subjects import compare_subjects
from assistant.answers.compose import bold_dates
from assistant.answers.dated import answer_when
from assistant.answers.dated_sentences import Dated, dated, same_words
from assistant.answers.documents_beside import all_documents, names_a_date, two_documents
from assistant.answers.draft import Draft, Line
from assistant.answers.matching import deadline
from assistant.answers.places import STATUS_NAMES, capital, named
from assistant.answers.statuses import answered_beside, status_quote
from assistant.answers.subjects import halves
from assistant.answers.timescales import same_timescales, says_when, with_counterparts
from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote, of_passage, sentence_quote, whole
from assistant.language.vocabulary import Term
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.set_question import is_set_question
from corpus.model import Part, Passage, Recommendation, When

_ALTERNATIVES = re.compile(r"\b(?:or|versus|vs\.?|v|than|compared (?:with|to)|and)\b|[:,]", re.IGNORECASE)

_TIMING = re.compile(r"\b(?:timing|timings|time|sooner|quicker|faster|slower)\b", re.IGNORECASE)

Row = tuple[Recommendation, tuple[When, ...], Line]
"""A recommendation, its dates, and the line that shows them."""


def answer_compare(asked: Asked) -> Draft | None:
    """A comparison, where the question makes one; None otherwise."""
    question = asked.question
    if alike := same_timescales(asked):
        return alike
    if group := _of_group(asked):
        return _recommendations(group)
    if made := compare_parts(asked):
        return made
    if len(asked.recommendations) > 1 and not is_set_question(question, asked.library):
        return _recommendations(asked)
    if all_documents(asked) and not question.recommendations:
        dated_alike = question.has(Want.WHEN) or len(question.whens) > 1 or names_a_date(asked)
        return answer_when(asked) if dated_alike else compare_documents(asked)
    if two_documents(asked):
        return compare_documents(asked)
    if asked.recommendations or not question.terms:
        return None
    if question.has(Want.ORDER) or (question.has(Want.COMPARE) and question.has(Want.WHEN)):
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
    if question.has(Want.WHEN, Want.ORDER, Want.EARLIEST, Want.LATEST) or _TIMING.search(question.focus):
        return _dates(asked, recs)
    if question.has(Want.STATUS, Want.YES_NO) or not (question.terms or question.wants - {Want.COMPARE}):
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


def _dates(asked: Asked, recs: tuple[Recommendation, ...]) -> Draft:
    rows: list[Row] = []
    for rec in recs:
        units = [asked.library.by_id[p.id] for p in rec.passages[Part.TIMESCALE]]
        pairs = [(u, s, w) for u in units for s in u.sentences for w in s.whens if w.edtf]
        whens = tuple(w for _, _, w in pairs)
        if whens:
            quotes = tuple(sentence_quote(u, s) for u, s, _ in pairs)
            rows.append((rec, whens, Line(f"- {capital(named(rec))}: {bold_dates(whens)}", quotes)))
        else:
            rows.append(
                (
                    rec,
                    says_when(units),
                    Line(f"- {capital(named(rec))}: no calendar date", tuple(whole(u) for u in units)),
                )
            )
    if asked.question.has(Want.STATUS):
        rows = [_with_status(row) for row in rows]
    rows.sort(key=_key(asked))
    dated_rows = [r for r in rows if any(w.edtf for w in r[1])]
    head = []
    if len(dated_rows) > 1 and asked.question.has(Want.ORDER, Want.EARLIEST, Want.LATEST, Want.COMPARE):
        head = [Line(_order_words(asked, dated_rows))]
    return Draft(
        Outcome.ANSWERED,
        (*head, *(row[2] for row in rows)),
        recommendations=tuple(sorted(row[0].number for row in rows)),
        whens=tuple(w for row in rows for w in row[1]),
        from_records=True,
    )


_ENDS = re.compile(r"\b(?:final|finish\w*|last|latest|complet\w+|end\w*)\b", re.IGNORECASE)


def _key(asked: Asked) -> Callable[[Row], date]:
    """What recommendations are put in order by: their first dates where the earliest is asked for, else their last."""
    text = asked.question.focus
    pick = min if asked.question.has(Want.EARLIEST) and not _ENDS.search(text) else max
    return lambda row: pick((deadline(w) for w in row[1] if w.edtf), default=date.max)


def _with_status(row: Row) -> Row:
    rec, whens, line = row
    quotes = (*line.quotes, status_quote(rec))
    return rec, whens, Line(f"{line.text}, answered **{STATUS_NAMES[rec.status]}**", quotes)


def _order_words(asked: Asked, rows: list[Row]) -> str:
    first, last = rows[0], rows[-1]
    ends = tuple(max(row[1], key=deadline) for row in (first, last))
    if asked.question.has(Want.LATEST) and not asked.question.has(Want.EARLIEST):
        return f"The latest is recommendation {last[0].number}: {bold_dates(ends[1:])}."
    if deadline(ends[0]) == deadline(ends[1]):
        return f"They end at the same time: {bold_dates(ends[:1])}."
    return f"Recommendation {first[0].number} comes first, recommendation {last[0].number} last."


def _subjects(asked: Asked) -> Draft | None:
    """ "Which comes first, X or Y?": each subject dated on its own."""
    found: list[Dated] = []
    for piece in _pieces(asked):
        best = next(iter(dated(piece)), None)
        if best is not None and best.coverage >= 0.4 and best.sentence not in [f.sentence for f in found]:
            found.append(best)
    if len(found) < 2:
        return _dates_of_subjects(asked)
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


def _dates_of_subjects(asked: Asked) -> Draft | None:
    """The timescales of the recommendations that two subjects belong to, where they belong to different ones."""
    found = {n for piece in _pieces(asked) if (n := next(iter(piece.groups), None)) is not None}
    recs = tuple(asked.corpus.recommendations[n] for n in sorted(found))
    if len(recs) < 2:
        return None
    units = [asked.library.by_id[p.id] for r in recs for p in r.passages[Part.TIMESCALE]]
    return with_counterparts(asked, _dates(asked, recs), [(u, s) for u in units for s in u.sentences])


def _pieces(asked: Asked) -> list[Asked]:
    """The question about each subject alone: two around an "or", else what stands between any joints."""
    if pair := halves(asked):
        return list(pair)
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
