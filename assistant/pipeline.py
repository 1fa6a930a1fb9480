"""The route of a question: notices, reading, evidence, draft, gate."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.asked import Asked
from assistant.answers.compare import answer_compare
from assistant.answers.content import answer_content, answer_paragraphs, answer_part, overview, wanted_part
from assistant.answers.dated import answer_when
from assistant.answers.documents import answer_document
from assistant.answers.draft import Draft
from assistant.answers.refusals import clarify, out_of_range, refuse
from assistant.answers.sets import answer_set
from assistant.answers.statuses import answer_status, status_line
from assistant.answers.timescales import corrected_date, gives_date, timescale
from assistant.answers.which import answer_theme, answer_which
from assistant.evidence.support import unsupported
from assistant.model import Outcome, Reason
from assistant.question.facets import Want
from assistant.question.scope import after_the_guidance, case_advice, out_of_scope
from assistant.question.selection import is_set_question

#: A question about a detail whose terms weigh less than this could mean a dozen things ("when is the review due?").
VAGUE = 2.3


def draft(asked: Asked) -> Draft:
    """What to say to a question that has been read."""
    question = asked.question
    if refusal := out_of_range(asked):
        return refusal
    if case_advice(question):
        return refuse(asked, Reason.CASE_ADVICE)
    if _vague(asked):
        return clarify(asked)
    if out_of_scope(asked):
        return refuse(asked, Reason.OUT_OF_SCOPE)
    made = answered(asked)
    if made is None:
        return refuse(asked, Reason.NOT_IN_DOCUMENTS)
    if made.outcome is Outcome.ANSWERED and after_the_guidance(asked, made):
        return refuse(asked, Reason.AFTER_THE_GUIDANCE)
    if made.outcome is Outcome.ANSWERED and unsupported(asked, made):
        return refuse(asked, Reason.NOT_IN_DOCUMENTS)
    return with_status(asked, made)


def with_status(asked: Asked, made: Draft) -> Draft:
    """The draft with the status of the one recommendation it is about, where it does not give it yet."""
    if made.outcome is not Outcome.ANSWERED or len(made.recommendations) != 1:
        return made
    line = status_line(asked.corpus.recommendations[made.recommendations[0]])
    shown = {q.passage.id for some in (*made.lines, *made.facts) for q in some.quotes} | {
        q.passage.id for q in made.quotes
    }
    if line.quotes[0].passage.id in shown:
        return made
    return replace(made, facts=(*made.facts, line))


def _vague(asked: Asked) -> bool:
    question = asked.question
    names = (
        question.recommendations
        or question.themes
        or question.paragraphs
        or question.documents
        or question.sections
        or question.speakers
    )
    if names:
        return False
    if question.terms:
        return (
            asked.matcher.total < VAGUE
            and not is_set_question(question, asked.library)
            and not question.whens
        )
    return not (is_set_question(question, asked.library) or question.whens)


def answered(asked: Asked) -> Draft | None:
    """The draft for a question, before it is judged; None where no route makes one."""
    question = asked.question
    if question.paragraphs:
        return answer_paragraphs(asked)
    if made := answer_compare(asked):
        return made
    if is_set_question(question, asked.library) and (made := answer_set(asked)):
        return made
    if made := answer_theme(asked):
        return made
    if len(asked.recommendations) == 1:
        return _about(asked)
    if question.has(Want.WHICH) and (made := answer_which(asked)):
        return made
    if own := answer_document(asked):
        return own
    if question.has(Want.WHEN) or question.whens:
        return answer_when(asked)
    if question.has(Want.STATUS) and (number := next(iter(asked.groups), None)) and not question.documents:
        return answer_status(asked, asked.corpus.recommendations[number])
    return answer_content(asked)


def _about(asked: Asked) -> Draft | None:
    """A question that names one recommendation."""
    question, rec = asked.question, asked.recommendations[0]
    if question.whens and not question.has(Want.AMOUNT) and not gives_date(asked, rec):
        return corrected_date(asked, rec)
    if question.has(Want.WHEN):
        return answer_when(asked) if question.terms else timescale(asked, rec)
    if question.terms and not question.has(Want.STATUS):
        return answer_content(asked)
    if question.has(Want.STATUS) and not question.has(Want.ARGUMENT):
        return answer_status(asked, rec)
    part = wanted_part(asked)
    if part is not None and not (question.has(Want.STATUS) and question.statuses is not None):
        return answer_part(asked, rec, part)
    if question.has(Want.STATUS):
        return answer_status(asked, rec)
    if question.has(Want.WHO):
        return overview(asked, rec)
    return overview(asked, rec)
