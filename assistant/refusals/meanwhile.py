"""What a question will be judged by, read of it while its embedding is on its way."""

from __future__ import annotations

from assistant.answers.draft import Draft
from assistant.answers.step import step_matcher
from assistant.evidence.asked import Asked
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.refusals.afterwards import plainly_afterwards
from assistant.refusals.signs import signs_of

_NOTHING = Draft(Outcome.ANSWERED, ())


def read_meanwhile(asked: Asked) -> None:
    """Read what any answer to a question will need of the question alone, which is remembered, before the search is waited for.

    The signs of a draft without quotes are those that the question gives by itself.
    """
    question = asked.question
    if question.recommendations or question.paragraphs or not question.terms:
        return  # most of these are answered without a search
    signs_of(asked, _NOTHING)
    _ = asked.for_set
    plainly_afterwards(question.text, question.focus, asked.library)
    if question.has(Want.WHEN) or question.whens:
        _ = asked.matcher.sentences, step_matcher(asked).sentences
