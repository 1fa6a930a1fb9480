"""Reading commitments out of passages: who does what, by when, in the passage's own words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from corpus.dates import find_whens
from corpus.model import Commitment, Modality, Part, Passage, PassageKind, Span, When
from corpus.sentences import sentence_spans
from corpus.statements import Clause, clause_of, lead_in_actor


def commitments(passages: tuple[Passage, ...], dates: dict[str, date]) -> tuple[Commitment, ...]:
    """Every commitment of some passages, in order.

    Args:
        passages: in reading order.
        dates: document id to the day the document was written, for relative dates.
    """
    return tuple(c for p in passages for c in passage_commitments(p, dates[p.document]))


def passage_commitments(passage: Passage, written: date) -> Iterator[Commitment]:
    """The commitments of one passage, one for each date expression that a statement carries."""
    if passage.kind is PassageKind.STATUS_LINE:
        return
    offset = passage.place.span.start
    for span in sentence_spans(passage.text):
        sentence = passage.text[span.start : span.end]
        whens = find_whens(sentence, written)
        for when in whens:
            clause = clause_of(sentence, [w.span for w in whens], when.span, done=_come(when, written))
            if clause is None or not _is_statement(clause, when, passage):
                continue
            yield Commitment(
                passage=passage.id,
                place=passage.place,
                who=clause.who or _from_lead_in(clause, passage, written),
                what=clause.what,
                when=when,
                sentence=sentence,
                sentence_span=Span(offset + span.start, offset + span.end),
                past=clause.past or (clause.present and _come(when, written)) or _before(when, written),
            )


def _is_statement(clause: Clause, when: When, passage: Passage) -> bool:
    """Whether words say that something happens; a date line, a heading and a signature do not.

    Without a verb only a list item or an entry of a timescale says so: "Slimmed down guidance by May".
    Without a date only a promise does: "as soon as practicable", but not "reforms that last in the long run".
    """
    if when.modality is Modality.NONE and (clause.past or clause.present):
        return False
    if clause.complete:
        return bool(clause.what)
    return bool(clause.what) and (passage.lead_in is not None or passage.part is Part.TIMESCALE)


def _from_lead_in(clause: Clause, passage: Passage, written: date) -> str | None:
    if clause.complete or passage.lead_in is None:
        return None
    return lead_in_actor(passage.lead_in, [w.span for w in find_whens(passage.lead_in, written)])


def _come(when: When, written: date) -> bool:
    """Whether a date had come when the document was written."""
    edge = when.last or when.first
    return edge is not None and edge <= written and when.modality is not Modality.NONE


def _before(when: When, written: date) -> bool:
    return when.last is not None and when.last < written
