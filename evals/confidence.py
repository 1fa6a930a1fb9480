"""How sure the assistant is of an answer: the probability with which it decides whether to show a draft."""

from __future__ import annotations

from assistant.assistant import Assistant
from assistant.evidence.asked import Asked
from assistant.language.clean import QuestionError, clean
from assistant.pipeline import answered
from assistant.question.question import read
from assistant.refusals.refuse import out_of_range
from assistant.refusals.signs import signs_of
from assistant.refusals.support import probability
from evals.items import Item


def confidence(item: Item, assistant: Assistant) -> float | None:
    """Probability, 0 to 1, that the draft for a single question answers it.

    1 for what is read off the records, which nothing is weighed for. None for a conversation, and for a question
    that is settled before anything is drafted.
    """
    if item.history:
        return None
    try:
        question = read(clean(item.question), assistant.library, assistant.speller)
    except QuestionError:
        return None
    asked = Asked(question, assistant.library, assistant.scores, assistant.tell)
    draft = None if out_of_range(asked) else answered(asked)
    if draft is None:
        return None
    if draft.from_records or not question.terms:
        return 1.0
    return probability(signs_of(asked, draft))
