"""What all visits share: the assistant, made ready while the first person is still reading the page."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field

import streamlit as st

from assistant.assistant import Assistant
from assistant.model import Answer
from assistant.opening import open_assistant
from corpus.errors import FixableError

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

    assistant: Assistant
    progress: Progress = field(default_factory=Progress)


@st.cache_resource(show_spinner=False)
def shared() -> Shared:
    """The assistant of this process.

    Raises:
        FixableError: the corpus cannot be read.
    """
    progress = Progress()
    return Shared(open_assistant(progress=progress), progress)


@st.cache_resource(show_spinner=False)
def warm_up() -> None:
    """Begin to load the model and the index, so that the first question need not wait for them."""
    assistant = shared().assistant

    def load() -> None:
        with suppress(FixableError):  # the question that needs the index will say what is wrong
            assistant.scores("Which recommendations are there?", "recommendations")

    threading.Thread(target=load, name="warm-up", daemon=True).start()


def ask(question: str, history: Sequence[str], heard: Callable[[Progress], None]) -> Answer:
    """Answer a question; while the index is being built, ``heard`` is told how far it is.

    Raises:
        FixableError: the index can neither be opened nor built.
    """
    now = shared()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="ask") as pool:
        future: Future[Answer] = pool.submit(now.assistant.ask, question, history)
        while not wait([future], timeout=_LOOK).done:
            if now.progress.building:
                heard(now.progress)
        return future.result()
