"""Follow-ups that the rules cannot settle, completed by a model from the conversation alone."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.words import STOPWORDS, words
from assistant.model import Answer, Notice, Outcome, Reason
from assistant.models.calling import Caller, Usage
from assistant.models.failures import ModelFailed
from assistant.models.masking import masked
from assistant.models.passages import as_data, questions
from assistant.models.prompts import FOLLOW_UP, load_prompt

#: Words of a completed question at most.
LONGEST = 60
#: Earlier questions that are given.
EARLIER = 6


@dataclass(frozen=True, slots=True)
class Rewriter:
    """Completes follow-ups by a model."""

    caller: Caller
    public_names: frozenset[str]

    def rewritten(
        self, answer: Answer, history: Sequence[str], cancelled: threading.Event | None = None
    ) -> str | None:
        """The question of an answer completed from the earlier ones; None where that is not called for, or fails.

        Args:
            answer: what the rules made of the question.
            history: earlier questions as typed, oldest first; none: it is a first question, which is never rewritten.
        """
        if not history or not unsettled(answer):
            return None
        earlier = masked(history[-EARLIER:], self.public_names)
        prompt = load_prompt(FOLLOW_UP)
        messages = prompt.messages(earlier=questions(earlier), question=as_data(answer.question))
        try:
            reply = "".join(self.caller.stream(messages, Usage(), cancelled))
        except ModelFailed:
            return None
        return completed(reply, answer.question, earlier)


def unsettled(answer: Answer) -> bool:
    """Whether the rules took a question for a follow-up, or had to ask back, and found no answer to it."""
    if answer.error or answer.outcome is Outcome.ANSWERED or Notice.LIVE_CONCERN in answer.notices:
        return False
    return answer.reason is Reason.UNCLEAR or (answer.understood is not None and answer.reason in _UNSETTLED)


#: Refusals that another reading of a follow-up may turn into an answer.
_UNSETTLED = (Reason.NOT_IN_DOCUMENTS, Reason.OUT_OF_SCOPE)


def completed(reply: str, question: str, earlier: Sequence[str]) -> str | None:
    """A model's completed question, if it says more than the question and nothing that is not in the conversation."""
    lines = [line.strip(" \"'“”*`") for line in reply.strip().splitlines() if line.strip()]
    if len(lines) != 1 or len(lines[0].split()) > LONGEST:
        return None
    given = _content(" ".join((question, *earlier)))
    made = _content(lines[0])
    if not made <= given or made <= _content(question):
        return None
    return lines[0]


def _content(text: str) -> frozenset[str]:
    return frozenset(w.stem for w in words(text) if w.text not in STOPWORDS)
