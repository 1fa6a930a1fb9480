"""Answers to "was it accepted": the status of recommendations, and claims about it put right."""

from __future__ import annotations

import re

from assistant.answers.draft import Draft, Line
from assistant.answers.places import STATUS_NAMES, named
from assistant.evidence.asked import Asked
from assistant.evidence.features import is_label
from assistant.evidence.quote import Quote, of_passage, whole
from assistant.library.library import POST_HOLDER
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.question import Question
from corpus.model import Part, PassageKind, Recommendation, Status


def status_quote(recommendation: Recommendation) -> Quote:
    """The heading that carries a recommendation's status."""
    passages = recommendation.passages[Part.GOVERNMENT_RESPONSE]
    return of_passage(next(p for p in passages if p.kind is PassageKind.STATUS_LINE))


def status_line(recommendation: Recommendation) -> Line:
    """ "The Government's response to recommendation 8 (…) was **Accept in principle**."."""
    return Line(
        f"The Government's response to {named(recommendation)} was **{STATUS_NAMES[recommendation.status]}**.",
        (status_quote(recommendation),),
    )


def answered_beside(recommendations: tuple[Recommendation, ...]) -> Draft:
    """How several recommendations were answered, and whether alike."""
    same = len({r.status for r in recommendations}) == 1
    head = (
        f"They were answered alike: **{STATUS_NAMES[recommendations[0].status]}**."
        if same
        else "They were answered differently."
    )
    own = (status_line(r) for r in recommendations)
    return Draft(
        Outcome.ANSWERED,
        (Line(head), *(Line(f"- {line.text}", line.quotes) for line in own)),
        recommendations=tuple(r.number for r in recommendations),
        from_records=True,
    )


def verdict(question: Question, recommendation: Recommendation) -> str:
    """ "Yes", "No" or nothing, for a question that claims a status; never for one that only asks."""
    named_statuses = question.statuses
    if named_statuses is None:
        return ""
    true = recommendation.status in named_statuses
    if question.has(Want.YES_NO):
        return _yes_no(question, recommendation, true)
    return ""


def _yes_no(question: Question, recommendation: Recommendation, true: bool) -> str:
    if not question.statuses:
        return "It was not rejected."
    if true:
        return "Yes." if not negated(question) else "It was."
    plain = question.statuses == frozenset({Status.ACCEPT})
    if plain and recommendation.status is Status.ACCEPT_IN_PRINCIPLE:
        return "In principle, not outright."
    return "No." if not negated(question) else "It was not."


def negated(question: Question) -> bool:
    """Whether a question denies ("wasn't … accepted?", "not accepted")."""
    return bool(re.search(r"\b(?:not|never)\b|n't\b", question.focus, re.IGNORECASE))


def correction(question: Question, recommendation: Recommendation) -> str:
    """What to say first where the question takes for granted a status that the text does not give; else nothing."""
    claimed = question.statuses
    if claimed is None or question.has(Want.YES_NO) or recommendation.status in claimed:
        return ""
    if not claimed:
        return f"The Government did not reject recommendation {recommendation.number}."
    if question.has(Want.ARGUMENT):
        shown = " or ".join(f"“{STATUS_NAMES[s]}”" for s in sorted(claimed))
        return f"The response to recommendation {recommendation.number} was not {shown}."
    return ""


def put_right_first(question: Question, recommendation: Recommendation, line: Line) -> Line:
    """A line after the status that the question takes for granted wrongly is put right; the line itself where none is."""
    if not (first := correction(question, recommendation)):
        return line
    status = status_line(recommendation)
    return Line(f"{first} {status.text} {line.text}", (*line.quotes, *status.quotes))


def answer_status(asked: Asked, recommendation: Recommendation) -> Draft:
    """The status of one recommendation."""
    line = status_line(recommendation)
    first = correction(asked.question, recommendation) or verdict(asked.question, recommendation)
    lines = (Line(f"{first} {line.text}".strip(), line.quotes),)
    return Draft(
        Outcome.ANSWERED,
        lines,
        quotes=opening(asked, recommendation),
        recommendations=(recommendation.number,),
        from_records=bool(asked.recommendations),
    )


#: How near the score of another recommendation must be to the best for its own text to tell it from that,
NEAR = 0.12
#: and how much more of the question that must say: its status is of what is recommended there, whatever is said beside it.
FULLER = 0.2


def described_for_status(asked: Asked) -> int | None:
    """The recommendation whose status a question asks for in its own words; None where nothing was found."""
    groups, library = asked.groups, asked.library
    if not groups:
        return None
    best = next(iter(groups))
    near = [n for n, score in groups.items() if score >= groups[best] - NEAR]
    own = {n: asked.matcher.coverage(library.recommendation_stems[n][Part.RECOMMENDATION]) for n in near}
    fullest = max(near, key=lambda n: own[n])
    return fullest if own[fullest] >= own[best] + FULLER else best


def opening(asked: Asked, recommendation: Recommendation) -> tuple[Quote, ...]:
    """The first words of the Government's response, which say how far it goes."""
    if asked.question.terms:
        found = next(
            (r for r in asked.ranked if r.unit.passage in recommendation.passages[Part.GOVERNMENT_RESPONSE]),
            None,
        )
        if found is not None and found.own >= 0.3:
            return (whole(found.unit),)
    body = [p for p in recommendation.passages[Part.GOVERNMENT_RESPONSE] if p.kind is PassageKind.PARAGRAPH]
    return (whole(asked.library.by_id[body[0].id]),) if body else ()


#: How much better a passage outside the recommendations must be for a question to be about it.
BETTER = 0.3
#: Share of a question's terms that it must say.
MOST = 0.6


def told_outside(asked: Asked) -> bool:
    """Whether the best passage stands under no recommendation, and says far more of the question than any that does."""
    best = asked.ranked[0] if asked.ranked else None
    if best is None or asked.recommendations or best.unit.passage.recommendation is not None:
        return False
    if is_label(best.unit) or POST_HOLDER.match(best.unit.passage.text):
        return False
    return best.own >= MOST and best.score >= max(asked.groups.values(), default=0.0) + BETTER
