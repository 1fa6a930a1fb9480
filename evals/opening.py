"""The assistant over each corpus that a run asks: as it is, or a changed copy of it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assistant.assistant import Assistant
from assistant.model import Answer
from assistant.opening import DEPTH, LazyIndex, open_assistant
from corpus import Corpus, load
from evals.confidence import confidence
from evals.scores import Reference
from evals.scores.retrieval import K
from evals.suites import Suite
from index.embedder import Embedder
from index.kinds import Kinds
from index.models import embedder_for
from index.open import open_index
from index.settings import IndexSettings
from index.turn import Turn

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

QUOTES = "quotes"
_WARM_UP = "What does the guidance say about the inspection of services for children?"


class Asks(Protocol):
    """Whatever answers questions."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer to a question that follows earlier ones."""


@dataclass(frozen=True)
class Opened:
    """One to ask, and what its answers are held against."""

    assistant: Asks
    reference: Reference


class Remembering:
    """An embedder that makes the vector of a text once: the corpora of a run have most of theirs in common."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._vectors: dict[str, NDArray[np.float32]] = {}

    @property
    def name(self) -> str:
        return self._embedder.name

    @property
    def digest(self) -> str:
        return self._embedder.digest

    @property
    def dimension(self) -> int:
        return self._embedder.dimension

    @property
    def questions(self) -> Embedder:
        return self._embedder.questions

    @property
    def kinds(self) -> Kinds:
        return self._embedder.kinds

    @property
    def turn(self) -> Turn | None:
        return self._embedder.turn

    def embed(self, texts: list[str]) -> NDArray[np.float32]:
        """See Embedder. A single text is a question, and is not remembered: it is timed."""
        import numpy as np

        if len(texts) == 1:
            return self._embedder.embed(texts)
        missing = [t for t in dict.fromkeys(texts) if t not in self._vectors]
        if missing:
            self._vectors |= dict(zip(missing, self._embedder.embed(missing), strict=True))
        return np.stack([self._vectors[t] for t in texts])


class Opener:
    """Opens the assistant for one suite after another."""

    def __init__(self, corpus: Corpus | None = None, model: str = QUOTES, retrieval: bool = True) -> None:
        """Nothing is opened yet.

        Args:
            corpus: the guidance; None for that of the program.
            model: "quotes", or the language model that answers are to be written with.
            retrieval: whether the search of the guidance is measured beside the answers.
        """
        self.corpus = corpus or load()
        self.model = model
        self._retrieval = retrieval

    @cached_property
    def _embedder(self) -> Remembering:
        settings = IndexSettings.from_environment()
        return Remembering(embedder_for(settings.model, settings.exports))

    def __call__(self, suite: Suite) -> Opened:
        """The assistant for a suite, its index built where it must be, warmed up.

        Raises:
            FixableError: an index can neither be opened nor built, or the model cannot be had.
        """
        if suite.change is None:
            return self._guidance()
        settings = IndexSettings.from_environment()
        settings = replace(settings, home=settings.home / "evals" / suite.change.name)
        with tempfile.TemporaryDirectory() as folder:
            corpus = suite.change.corpus(Path(folder) / "corpus")
            index = open_index(corpus, settings, self._embedder)
        assistant = _quoting(corpus).over(partial(index.scores, limit=DEPTH), index.queries, index.near)
        warm_up(assistant)
        return Opened(with_model(assistant, self.model), Reference(corpus))

    def _guidance(self) -> Opened:
        """The assistant as a person has it: its own index, opened when a question first needs it."""
        assistant = _quoting(self.corpus)
        warm_up(assistant)

        def search(question: str) -> list[str]:
            assert isinstance(assistant.scores, LazyIndex)
            return [hit.passage_id for hit in assistant.scores.index.search(question, K)]

        reference = (
            Reference(self.corpus, search, partial(confidence, assistant=assistant))
            if self._retrieval
            else Reference(self.corpus)
        )
        return Opened(with_model(assistant, self.model), reference)


def warm_up(assistant: Assistant) -> None:
    """Load the model and open the index, so that no item is timed with that.

    Raises:
        FixableError: the index can neither be opened nor built.
    """
    assistant.ask(_WARM_UP)


def _quoting(corpus: Corpus) -> Assistant:
    assistant = open_assistant(corpus)
    assert isinstance(assistant, Assistant)
    return assistant


def with_model(assistant: Assistant, model: str) -> Asks:
    """The assistant as it is, or with a language model that explains its quotes.

    Args:
        assistant: answers with quotes.
        model: "quotes", or a provider and a model: "ollama:llama3.2".

    Raises:
        FixableError: no such model, or its package or key is missing.
    """
    if model == QUOTES:
        return assistant
    from assistant.models.settings import ModelSettings
    from assistant.models.wiring import explaining

    return explaining(assistant, ModelSettings.named(model))
