"""An assistant whose answers a language model explains, as far as the gate lets its sentences pass."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.evidence.ranking import Scores
from assistant.gate import faults
from assistant.language.spelling import Speller
from assistant.library.library import Library
from assistant.model import Answer, Explanation, Notice, Outcome
from assistant.models.calling import Caller, Usage
from assistant.models.failures import Failure, Kind, ModelFailed
from assistant.models.following import Rewriter
from assistant.models.passages import as_data, numbered
from assistant.models.prompts import EXPLAIN, Prompt, load_prompt
from assistant.models.repair import repaired
from assistant.models.sentences import Sentences
from assistant.models.wording import left_out, says_nothing
from assistant.notices.signpost import PRIVACY

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

#: Share of a reply's sentences that must be left for it to be shown.
ENOUGH = 1 / 3
#: Sentences shown at most.
MOST = 6


@dataclass(frozen=True)
class ExplainingAssistant:
    """Answers as ``Assistant`` does, with a model's prose beside the quotes; safe to share by threads.

    Notices, refusals, live concerns, sets and comparisons stay without the model: it only explains the passages
    that an answer quotes.
    """

    assistant: Assistant
    caller: Caller
    name: str
    """Provider and model, as answers name it."""

    @property
    def library(self) -> Library:
        return self.assistant.library

    @property
    def speller(self) -> Speller:
        return self.assistant.speller

    @property
    def scores(self) -> Scores:
        return self.assistant.scores

    @property
    def public_names(self) -> frozenset[str]:
        return self.assistant.public_names

    @property
    def prompt(self) -> Prompt:
        """The prompt in use; its version is kept with each answer."""
        return load_prompt(EXPLAIN)

    def ask(
        self, question: str, history: Sequence[str] = (), cancelled: threading.Event | None = None
    ) -> Answer:
        """The answer to a question, explained where there is something to explain.

        Args:
            question: as typed.
            history: the earlier questions of the conversation, oldest first.
            cancelled: set by another thread to have the answer without the explanation at once.
        """
        *_, answer = self.stream(question, history, cancelled)
        assert isinstance(answer, Answer)
        return answer

    def look_ahead(self, question: str, history: Sequence[str] = ()) -> None:
        """See ``Assistant.look_ahead``."""
        self.assistant.look_ahead(question, history)

    def stream(
        self, question: str, history: Sequence[str] = (), cancelled: threading.Event | None = None
    ) -> Iterator[Answer | str]:
        """First the answer of quotes, then each sentence of the explanation as it passes the gate, then the whole.

        The last answer is what counts: where the model fails half way, no sentence of it is in it.
        """
        start = time.perf_counter()
        quoting = self._quoting(question, history, cancelled)
        yield replace(quoting, seconds=time.perf_counter() - start)
        if not explains(quoting):
            yield replace(quoting, seconds=time.perf_counter() - start)
            return
        told = _Telling(self, quoting, cancelled or threading.Event())
        yield from told.sentences()
        answer = self._told(quoting, told.explanation())
        yield replace(answer, seconds=time.perf_counter() - start)

    def _told(self, quoting: Answer, explanation: Explanation) -> Answer:
        """The quoting answer with its explanation in front of the quotes; without, where the gate still finds fault."""
        answer = _explained(quoting, explanation)
        if not explanation.sentences or not faults(answer, self.library.corpus):
            return answer
        failure = Failure(Kind.UNSUPPORTED)
        without = replace(explanation, sentences=(), failure=failure.kind.value, remark=failure.line)
        return _explained(quoting, without)

    def _quoting(self, question: str, history: Sequence[str], cancelled: threading.Event | None) -> Answer:
        answer = self.assistant.ask(question, history)
        rewritten = Rewriter(self.caller, self.public_names).rewritten(answer, history, cancelled)
        if rewritten is None:
            return answer
        other = self.assistant.ask(rewritten)
        if other.outcome is not Outcome.ANSWERED or Notice.LIVE_CONCERN in other.notices:
            return answer
        return _warned(replace(other, question=answer.question, understood=rewritten), answer)


def _warned(answer: Answer, before: Answer) -> Answer:
    """The answer to a rewritten question, which holds no personal data, with the word on those of the one typed."""
    if Notice.PERSONAL_DATA not in before.notices or Notice.PERSONAL_DATA in answer.notices:
        return answer
    notices = (Notice.PERSONAL_DATA, *answer.notices)
    return replace(answer, text=f"{PRIVACY}\n\n{answer.text}", notices=notices)


def explains(answer: Answer) -> bool:
    """Whether there is something that a model may explain."""
    return (
        answer.outcome is Outcome.ANSWERED
        and bool(answer.citations)
        and not answer.from_records
        and Notice.LIVE_CONCERN not in answer.notices
    )


def _explained(quoting: Answer, explanation: Explanation) -> Answer:
    head, rest = parted(quoting.text)
    blocks = (*explanation.sentences, *([explanation.shown_remark] if explanation.remark else []))
    return replace(
        quoting,
        text=head + "".join(f"{b}\n\n" for b in blocks) + rest,
        model=explanation.model if explanation.sentences else quoting.model,
        explanation=explanation,
    )


def parted(text: str) -> tuple[str, str]:
    """What stands before the first quote, and the rest; together they are the text."""
    at = 0 if text.startswith(">") else text.find("\n\n>") + 2
    return (text[:at], text[at:]) if at > 1 or text.startswith(">") else (text, "")


class _Telling:
    """One explanation as it comes: which sentences pass, how many do not, what it cost."""

    def __init__(self, assistant: ExplainingAssistant, quoting: Answer, cancelled: threading.Event) -> None:
        self._assistant, self._quoting, self._cancelled = assistant, quoting, cancelled
        self._usage = Usage()
        self._passed: list[str] = []
        self._left_out = 0
        self._silent = False
        self._failure: Failure | None = None

    def sentences(self) -> Iterator[str]:
        """The sentences that pass the gate, each as soon as it is complete."""
        reply = Sentences()
        try:
            for piece in self._assistant.caller.stream(self._messages(), self._usage, self._cancelled):
                for sentence in reply.feed(piece):
                    yield from self._judged(sentence)
                if len(self._passed) >= MOST:
                    return
            for sentence in reply.close():
                yield from self._judged(sentence)
        except ModelFailed as failed:
            self._failure = failed.failure

    def _messages(self) -> list[BaseMessage]:
        asked = self._quoting.understood or self._quoting.question
        passages = numbered(self._quoting.citations)
        return self._assistant.prompt.messages(passages=passages, question=as_data(asked))

    def _judged(self, sentence: str) -> Iterator[str]:
        if says_nothing(sentence):
            self._silent = True
            return
        shown = repaired(sentence, self._quoting.citations, self._assistant.library.corpus)
        if shown is None:
            self._left_out += 1
        elif shown not in self._passed:
            self._passed.append(shown)
            yield shown

    def explanation(self) -> Explanation:
        """What came of it, once ``sentences`` has ended."""
        failure = self._failure or self._too_little()
        passed = () if failure else tuple(self._passed)
        usage = self._usage
        return Explanation(
            model=self._assistant.name,
            prompt=self._assistant.prompt.version,
            sentences=passed,
            left_out=self._left_out,
            failure=failure.kind.value if failure else None,
            remark=failure.line if failure else left_out(self._left_out),
            input_tokens=usage.input_tokens,
            output_tokens=usage.output_tokens,
            seconds=usage.seconds,
            first_seconds=usage.first_seconds,
        )

    def _too_little(self) -> Failure | None:
        every = len(self._passed) + self._left_out
        if not every:
            return Failure(Kind.SILENT if self._silent else Kind.EMPTY)
        return Failure(Kind.UNSUPPORTED) if len(self._passed) < max(1, ENOUGH * every) else None
