"""Answers that give a part of a recommendation whole, or all that is recorded of it in short."""

from __future__ import annotations

from assistant.answers.draft import Draft, Line
from assistant.answers.places import STATUS_NAMES, named, part_name
from assistant.answers.statuses import correction, put_right_first, status_line
from assistant.evidence.asked import Asked
from assistant.evidence.preferences import PARTS_FOR
from assistant.evidence.quote import of_passage
from assistant.model import Outcome
from assistant.question.facets import Want
from corpus.model import Part, PassageKind, Recommendation


def answer_part(asked: Asked, recommendation: Recommendation, part: Part) -> Draft:
    """A whole part of a recommendation."""
    passages = [p for p in recommendation.passages[part] if p.kind is not PassageKind.STATUS_LINE]
    quotes = tuple(of_passage(p) for p in passages)
    if part is Part.GOVERNMENT_RESPONSE:
        first = correction(asked.question, recommendation)
        line = status_line(recommendation)
        lead = Line(f"{first} {line.text}".strip(), line.quotes)
    elif part is Part.RECOMMENDATION:
        lead = Line(f"{passages[0].speaker}'s {named(recommendation)}:", quotes[:1])
    else:
        lead = Line(f"{part_name(part, asked.corpus)} for {named(recommendation)}:", quotes[:1])
    if part is not Part.GOVERNMENT_RESPONSE:
        lead = put_right_first(asked.question, recommendation, lead)
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
