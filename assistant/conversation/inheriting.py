"""What a follow-up wants of its subject, where it leaves that to the question before."""

from __future__ import annotations

from dataclasses import replace

from assistant.conversation.signs import BACK_TO, CORRECTS, EXACT_WORDS
from assistant.question.facets import Want
from assistant.question.question import Question

#: What can be asked of any recommendation.
KINDS = {Want.WHEN, Want.STATUS, Want.ARGUMENT, Want.RESPONSE, Want.RECOMMENDATION, Want.WHO}


def with_wants(question: Question, state: Question) -> Question:
    """A question that names a thing but not what of it wants what was wanted before."""
    if question.wants & KINDS or any(not t.text.isdigit() for t in question.terms):
        return question
    return replace(question, wants=question.wants | (state.wants & KINDS), terms=())


def with_words(question: Question, state: Question) -> Question:
    """ "What are the exact words there?": the words of what was asked before."""
    if question.wants & KINDS or not (match := EXACT_WORDS.search(question.text)):
        return question
    kept = tuple(t for t in question.terms if t.text not in match[0].lower())
    asked = state.wants & KINDS | ({Want.WHEN} if state.has(Want.UNDATED) else frozenset())
    return replace(question, terms=kept, wants=question.wants | (asked or {Want.RECOMMENDATION}))


def with_corrected_wants(question: Question, state: Question) -> Question:
    """ "No, the consultation on the DCS guidance, I mean": another subject, the same thing asked of it."""
    if question.wants & KINDS or not (CORRECTS.search(question.text) or BACK_TO.search(question.text)):
        return question
    return replace(question, wants=question.wants | (state.wants & {Want.WHEN, Want.STATUS}))
