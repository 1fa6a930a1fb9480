"""What all visits share: the assistant, made ready while the first person is still reading the page."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, Queue
from typing import TYPE_CHECKING

import streamlit as st

from assistant.assistant import Assistant
from assistant.model import Answer
from assistant.models.settings import ModelSettings
from assistant.opening import open_assistant
from corpus import Corpus
from corpus.errors import FixableError

if TYPE_CHECKING:
    from assistant.models.explaining import ExplainingAssistant

#: Seconds between two looks at a build.
_LOOK = 0.2


@dataclass
class Progress:
    """How far a build of the index is."""

    done: int = 0
    total: int = 0
    """0 where none has begun."""

    def __call__(self, done: int, total: int) -> None:
        self.done, self.total = done, total

    @property
    def building(self) -> bool:
        return self.done < self.total


@dataclass(frozen=True)
class Shared:
    """The assistant and the progress of its index."""

    assistant: Assistant | ExplainingAssistant
    progress: Progress = field(default_factory=Progress)


@st.cache_resource(show_spinner=False)
def shared() -> Shared:
    """The assistant of this process, with the language model that is configured, if one is.

    Raises:
        FixableError: the corpus cannot be read, or the model cannot be used.
    """
    progress = Progress()
    return Shared(open_assistant(progress=progress, model=ModelSettings.from_environment()), progress)


def corpus_of() -> Corpus:
    """The corpus that the assistant of this process answers from; errors as for ``shared``."""
    return shared().assistant.library.corpus


@st.cache_resource(show_spinner=False)
def warm_up() -> None:
    """Begin to load the model and the index, so that the first question need not wait for them."""
    assistant = shared().assistant

    def load() -> None:
        with suppress(FixableError):  # the question that needs the index will say what is wrong
            assistant.scores("Which recommendations are there?", "recommendations")

    threading.Thread(target=load, name="warm-up", daemon=True).start()


def ask(
    question: str,
    history: Sequence[str],
    heard: Callable[[Progress], None],
    shown: Callable[[Answer, tuple[str, ...]], None],
) -> Answer:
    """Answer a question.

    Args:
        question: as typed.
        history: the earlier questions of the conversation, oldest first.
        heard: told how far the index is while it is being built.
        shown: given the answer of quotes, and what a language model has said of it so far, until it has said all.

    Raises:
        FixableError: the index can neither be opened nor built.
    """
    now = shared()
    steps: Queue[Answer | str | None] = Queue()
    quoting: Answer | None = None
    said: tuple[str, ...] = ()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="ask") as pool:
        future = pool.submit(_answer, now.assistant, question, history, steps)
        while (step := _next(steps, now.progress, heard)) is not None:
            if isinstance(step, Answer):
                quoting = step
            else:
                said = (*said, step)
            if quoting:
                shown(quoting, said)
        return future.result()


def _answer(
    assistant: Assistant | ExplainingAssistant,
    question: str,
    history: Sequence[str],
    steps: Queue[Answer | str | None],
) -> Answer:
    """The whole answer; its steps on the way go into the queue, and None at the end."""
    try:
        if isinstance(assistant, Assistant):
            return assistant.ask(question, history)
        for step in assistant.stream(question, history):
            steps.put(step)
        assert isinstance(step, Answer)
        return step
    finally:
        steps.put(None)


def _next(
    steps: Queue[Answer | str | None], progress: Progress, heard: Callable[[Progress], None]
) -> Answer | str | None:
    while True:
        try:
            return steps.get(timeout=_LOOK)
        except Empty:
            if progress.building:
                heard(progress)
