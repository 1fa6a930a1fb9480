"""Opening the assistant: corpus, library and, when it is first needed, the index."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, overload

from assistant.assistant import Assistant
from assistant.prepared import prepared, shared
from corpus import Corpus
from corpus.patterns import recall
from index.settings import IndexSettings

if TYPE_CHECKING:
    from assistant.models.explaining import ExplainingAssistant
    from assistant.models.settings import ModelSettings
    from index.retrieve import Index

Progress = Callable[[int, int], None]
"""Called with the number of passages embedded and their total."""

#: How many passages each channel is asked for.
DEPTH = 100


class LazyIndex:
    """The index, opened (and built where it must be) at the first question that needs it."""

    def __init__(self, corpus: Corpus, progress: Progress | None = None) -> None:
        self._corpus, self._progress = corpus, progress
        self._lock = threading.Lock()
        self._index: Index | None = None

    def __call__(self, question: str, lexical: str) -> tuple[dict[str, float], dict[str, float]]:
        """Passage id to cosine, and passage id to BM25 score."""
        return self.index.scores(question, lexical, limit=DEPTH)

    def kinds(self, query: str) -> dict[str, float]:
        """How likely a query is of each kind that the model tells."""
        return self.index.queries.kinds(query)

    def near(self, query: str) -> dict[str, float]:
        """Ids of the sentences nearest to what a query asks for, each with its cosine."""
        return self.index.near(query, DEPTH)

    def soon(self, query: str) -> None:
        """See ``Foreseeing``; nothing before the index is open."""
        if self._index is not None:
            self._index.queries.soon(query)

    def embed(self, query: str) -> None:
        """See ``Foreseeing``; nothing before the index is open."""
        if self._index is not None:
            self._index.queries.embed(query)

    @property
    def index(self) -> Index:
        """The open ``index.retrieve.Index``."""
        with self._lock:
            if self._index is None:
                from index.open import open_index

                self._index = open_index(self._corpus, progress=self._progress)
            return self._index


@overload
def open_assistant(corpus: Corpus | None = None, progress: Progress | None = None) -> Assistant: ...
@overload
def open_assistant(
    corpus: Corpus | None = None, progress: Progress | None = None, *, model: ModelSettings
) -> ExplainingAssistant: ...
@overload
def open_assistant(
    corpus: Corpus | None = None, progress: Progress | None = None, *, model: ModelSettings | None
) -> Assistant | ExplainingAssistant: ...
def open_assistant(
    corpus: Corpus | None = None, progress: Progress | None = None, *, model: ModelSettings | None = None
) -> Assistant | ExplainingAssistant:
    """An assistant over a corpus; the index is opened at the first question that needs it.

    Args:
        corpus: None reads the one that is configured.
        progress: hears of a build of the index.
        model: a language model to explain the quotes; None quotes alone. What is configured is
            ``ModelSettings.from_environment()``.

    Raises:
        FixableError: the corpus cannot be read, or the model's package or key is missing.
    """
    assistant = _open(corpus, progress)
    if model is None:
        return assistant
    from assistant.models.wiring import explaining

    return explaining(assistant, model)


def _open(corpus: Corpus | None, progress: Progress | None) -> Assistant:
    recall(IndexSettings.from_environment().prepared)
    ready = shared(corpus) if corpus else prepared(IndexSettings.from_environment().prepared)
    index = LazyIndex(ready.library.corpus, progress)
    return Assistant(
        library=ready.library,
        speller=ready.speller,
        scores=index,
        public_names=ready.public_names,
        foreseeing=index,
        tell=index.kinds,
        nearness=index.near,
    )


def shared_assistant() -> Assistant:
    """One assistant for the whole process, also where several threads ask for it at once."""
    with _sharing:
        return _shared()


_sharing = threading.Lock()


@lru_cache(maxsize=1)
def _shared() -> Assistant:
    return open_assistant()
