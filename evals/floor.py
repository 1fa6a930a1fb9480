"""What a warm question costs beside its floor: one embedding of the question and one query of the vectors.

Question and floor are timed in turns, now the one first and now the other, so that what else the machine does
falls on both. Every question is asked once: nothing comes from a cache.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.assistant import Assistant
from assistant.opening import DEPTH, open_assistant
from corpus import Corpus
from corpus.errors import FixableError
from corpus.model import Part
from evals.measures import percentile
from evals.running import Heard
from index import layout
from index.embedder import Embedder
from index.models import embedder_for
from index.open import open_index
from index.retrieve import VECTORS
from index.settings import IndexSettings
from index.store import VectorStore

WARM_UPS = 20
LEAST = 300
NEAREST = 10

_NAMED = {
    Part.RECOMMENDATION: "What does recommendation {n} say?",
    Part.MUNRO_ARGUMENT: "What was Professor Munro's argument for recommendation {n}?",
    Part.GOVERNMENT_RESPONSE: "What was the Government's response to recommendation {n}?",
    Part.TIMESCALE: "What is the timescale for recommendation {n}?",
}


class FloorError(FixableError):
    """A measurement that cannot be made."""


@dataclass(frozen=True, slots=True)
class Times:
    """Durations in seconds."""

    values: tuple[float, ...]

    @property
    def p50(self) -> float:
        return percentile(self.values, 50)

    @property
    def p95(self) -> float:
        return percentile(self.values, 95)


@dataclass(frozen=True, slots=True)
class Floor:
    """What was measured."""

    asked: Times
    """Questions that searched the index."""
    floor: Times
    """The same questions: embedding and query together."""
    embedding: Times
    query: Times
    unsearched: Times
    """Questions that were answered, or refused, without the index; no part of the ratio."""
    named: Times
    """Questions that name a recommendation and one of its parts."""

    @property
    def ratio(self) -> float:
        """Median of the questions over median of their floor; NaN where there are none."""
        return self.asked.p50 / self.floor.p50

    @property
    def ratio_p95(self) -> float:
        return self.asked.p95 / self.floor.p95


class _Search:
    """The index as the assistant asks it, remembering whether it was asked."""

    def __init__(self, corpus: Corpus, settings: IndexSettings, embedder: Embedder) -> None:
        self._index = open_index(corpus, settings, embedder)
        self.queries = self._index.queries
        self._location = settings.location
        self.used = False

    def store(self) -> VectorStore:
        """The vectors, opened once more."""
        made = self._index.manifest
        if made.server:
            return VectorStore.open(made.server, made.count, made.collection)
        return VectorStore.open(layout.live(self._location) / VECTORS, made.count)

    def near(self, query: str) -> dict[str, float]:
        return self._index.near(query, DEPTH)

    def __call__(self, question: str, lexical: str) -> tuple[dict[str, float], dict[str, float]]:
        self.used = True
        return self._index.scores(question, lexical, limit=DEPTH)


def measure(
    corpus: Corpus,
    questions: Sequence[str],
    settings: IndexSettings | None = None,
    least: int = LEAST,
    warm_ups: int = WARM_UPS,
    heard: Heard = lambda done, total: None,
) -> Floor:
    """Time questions beside their floor until ``least`` of them have searched the index.

    Args:
        corpus: what is asked about.
        questions: as typed; one that comes twice is asked once.
        settings: where the index lies and which model made it; None reads the environment.
        least: how many timed questions must search.
        warm_ups: how many questions are asked, untimed, before.
        heard: hears how many have searched.

    Raises:
        FloorError: the questions do not suffice.
    """
    settings = settings or IndexSettings.from_environment()
    embedder = embedder_for(settings.model, settings.exports)
    search = _Search(corpus, settings, embedder)
    store = search.store()
    assistant = open_assistant(corpus).over(search, search.queries, search.near)
    try:
        left = iter(dict.fromkeys(questions))
        for question, _ in zip(left, range(warm_ups), strict=False):
            assistant.ask(question)
            _floor(embedder, store, question)
        return _timed(assistant, search, embedder, store, left, least, heard)
    finally:
        store.close()


def _timed(
    assistant: Assistant,
    search: _Search,
    embedder: Embedder,
    store: VectorStore,
    questions: Iterator[str],
    least: int,
    heard: Heard,
) -> Floor:
    asked: list[float] = []
    floors: list[tuple[float, float]] = []
    unsearched: list[float] = []
    for n, question in enumerate(questions):
        search.used = False
        before = _floor(embedder, store, question) if n % 2 else None
        seconds = _seconds(assistant, question)
        if not search.used:
            unsearched.append(seconds)
            continue
        asked.append(seconds)
        floors.append(before or _floor(embedder, store, question))
        heard(len(asked), least)
        if len(asked) == least:
            break
    if len(asked) < least:
        raise FloorError(
            f"Only {len(asked)} questions searched the index, {least} are needed. "
            f"Run: python -m evals floor --n {len(asked)}"
        )
    named = [_seconds(assistant, q) for q in named_questions(assistant.library.corpus, least)]
    return Floor(
        asked=Times(tuple(asked)),
        floor=Times(tuple(e + q for e, q in floors)),
        embedding=Times(tuple(e for e, _ in floors)),
        query=Times(tuple(q for _, q in floors)),
        unsearched=Times(tuple(unsearched)),
        named=Times(tuple(named)),
    )


def named_questions(corpus: Corpus, least: int) -> list[str]:
    """Questions that name a recommendation and a part, all of them again and again until there are enough."""
    once = [text.format(n=n) for n in corpus.recommendations for text in _NAMED.values()]
    return once * -(-least // len(once))


def _floor(embedder: Embedder, store: VectorStore, question: str) -> tuple[float, float]:
    """Seconds for the embedding and for the query."""
    start = time.perf_counter()
    vector = embedder.questions.embed([question])[0]
    middle = time.perf_counter()
    store.query(vector, NEAREST)
    return middle - start, time.perf_counter() - middle


def _seconds(assistant: Assistant, question: str) -> float:
    start = time.perf_counter()
    assistant.ask(question)
    return time.perf_counter() - start
