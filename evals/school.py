"""Adapters for questions learned from some hands, and the program as it does with one on the questions of others."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.opening import LazyIndex, open_assistant
from evals.items import load_items
from evals.sayings import Hearing, Saying, Sentences, hearing
from evals.teaching import Lesson, examples, from_items, other_fields, written
from index.adapter import Adapter, write_adapter
from index.embedder import Embedder, LocalEmbedder
from index.fill import embed_all
from index.models import embedder_for
from index.open import chunks_of, sentences_of
from index.query_vectors import QueryVectors
from index.settings import IndexSettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.teaching import Example, Heard, Learned
    from index.turn import Turn
    from index.turning import Said

    Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class School:
    """What adapters are learned and tried with."""

    assistant: Assistant
    embedder: LocalEmbedder
    passages: Vectors
    """Vectors of all passages, of shape (number, dimension)."""
    lessons: tuple[Lesson, ...]
    """The development questions that teach, and those written for teaching."""
    sentences: Vectors
    """Vectors of all sentences, of shape (number, dimension)."""
    sayings: tuple[Saying, ...]
    """The same questions with the sentences that tell what they ask for."""

    @classmethod
    def open(cls) -> School:
        """The school over the configured corpus and model; FixableError where one of them is not to be had."""
        assistant = open_assistant()
        corpus = assistant.library.corpus
        settings = IndexSettings.from_environment()
        embedder = embedder_for(settings.model, settings.exports)
        passages = embed_all([c.text for c in chunks_of(corpus)], embedder)
        sentences = embed_all([c.text for c in sentences_of(corpus)], embedder)
        items, numbered = load_items("development"), Sentences(assistant.library)
        lessons = (*from_items(items, corpus), *written(corpus))
        sayings = (*numbered.of_items(items), *numbered.written())
        return cls(assistant, embedder, passages, lessons, sentences, sayings)

    def examples(self, lessons: Sequence[Lesson]) -> list[Example]:
        """Lessons as the program would embed their questions."""
        return [e for lesson in lessons for e in examples(lesson, self.assistant)]

    def learned(self, examples: Sequence[Example], heard: Heard) -> Learned:
        """What is learned from some examples."""
        from index.teaching import teach

        return teach(self.embedder.folder, examples, self.passages, other_fields(), heard=heard)

    def said(self, sayings: Iterable[Saying]) -> list[Said]:
        """Questions as the program would embed them, with the sentences that are right."""
        return list(Sentences(self.assistant.library).said(sayings, self.assistant))

    def turned(self, said: Sequence[Said], questions: Embedder) -> Turn:
        """The turn that is learned from some questions, as a model of questions embeds them."""
        from index.turning import teach_turn

        return teach_turn(embed_all([s.question for s in said], questions), said, self.sentences)

    def heard(self, said: Sequence[Said], questions: Embedder, turn: Turn) -> Hearing:
        """How the questions of a time among some find their sentences when they are turned."""
        timed = [s for s in said if s.weight == 1.0]
        vectors = turn.of_all(embed_all([s.question for s in timed], questions))
        return hearing(timed, vectors, self.sentences, Sentences(self.assistant.library).untimed)

    @contextmanager
    def taught(self, learned: Learned) -> Iterator[tuple[Assistant, LocalEmbedder]]:
        """The assistant as it is with an adapter in the place of its own, and what then embeds its questions."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "questions.npz"
            write_adapter(path, learned.layers, learned.kinds, self.embedder.digest)
            embedder = LocalEmbedder(
                self.embedder.folder, self.embedder.name, sha256=self.embedder.digest, adapter=Adapter(path)
            )
            scores = LazyIndex(self.assistant.library.corpus)
            scores.index.queries = QueryVectors(embedder)
            yield self.assistant.over(scores, scores, scores.near), embedder
