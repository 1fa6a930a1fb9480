"""A question becomes hits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index import layout
from index.embedder import Embedder
from index.errors import REBUILD, DamagedIndex
from index.fusion import Channel, fuse
from index.kept import files_digest
from index.lexical import LexicalIndex, question_tokens
from index.manifest import Manifest, compare, read_manifest
from index.query_vectors import QueryVectors
from index.store import VectorStore

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

VECTORS = "vectors"
WORDS = "words"
KEPT = "kept"
#: How deep each channel is read.
DEPTH = 60
_PROVED_BYTES = 16_000_000


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question."""

    passage_id: str
    score: float
    """Fused score, 0 to 1; orders the hits of one question and says nothing across questions."""
    rank: int
    """From 1."""
    channel: Channel
    dense: float | None
    """Cosine of question and chunk, -1 to 1; None where the passage was not among the nearest."""
    lexical: float | None
    """BM25 score, above 0; None where no word was shared or others shared more."""


class Index:
    """An open index; safe to share by threads."""

    def __init__(
        self, manifest: Manifest, store: VectorStore, words: LexicalIndex, embedder: Embedder
    ) -> None:
        self.manifest = manifest
        self._store, self._words = store, words
        self.sentences: Index | None = None
        """The sentences of the same passages, where they are held beside them."""
        self.queries = QueryVectors(embedder.questions)

    @classmethod
    def open(cls, location: Path, embedder: Embedder, expected: Manifest) -> Index:
        """Open the index at a location, if it is the one expected.

        Raises:
            MissingIndex: nothing was built here.
            StaleIndex: it was made from another corpus, model or version.
            DamagedIndex: it cannot be read.
            NoServer: the server that holds its vectors does not answer.
        """
        folder = layout.live(location)
        manifest = read_manifest(folder)
        compare(manifest, expected, folder)
        words = load_words(folder / WORDS, manifest)
        if manifest.server:
            store = VectorStore.open(manifest.server, manifest.count, manifest.collection)
        else:
            store = VectorStore.open(folder / VECTORS, manifest.count)
        return cls(manifest, store, words, embedder)

    def search(self, query: str, k: int, lexical_query: str | None = None) -> list[Hit]:
        """The ``k`` best passages for a question, best first; none for a question without words.

        Args:
            query: what is embedded.
            k: how many, at least 1.
            lexical_query: what the words are taken from; None takes them from ``query``.
        """
        dense, lexical = self.scores(query, lexical_query, limit=max(k, DEPTH))
        return [
            Hit(found, score, rank, channel, dense.get(found), lexical.get(found))
            for rank, (found, score, channel) in enumerate(fuse(dense, lexical)[:k], start=1)
        ]

    def scores(
        self, query: str, lexical_query: str | None = None, limit: int = DEPTH
    ) -> tuple[dict[str, float], dict[str, float]]:
        """Passage id to cosine and passage id to BM25 score, each best first and at most ``limit`` long."""
        limit = min(limit, self.manifest.count)
        # The words first: a query that was foreseen is still being embedded.
        words = question_tokens(query if lexical_query is None else lexical_query)
        lexical = dict(zip(*self._words.search(words, limit), strict=True))
        dense: dict[str, float] = {}
        if query.strip():
            dense = self.nearest(self.queries.embed(query), limit)
        return dense, lexical

    def near(self, query: str, limit: int = DEPTH) -> dict[str, float]:
        """Ids of the sentences nearest to what a question asks for, each with its cosine, nearest first.

        Empty where the sentences are not held, or the model has not learned to turn a question towards them.
        """
        if self.sentences is None or not query.strip():
            return {}
        vector = self.queries.turned(query)
        return {} if vector is None else self.sentences.nearest(vector, limit)

    def nearest(self, vector: Vector, limit: int) -> dict[str, float]:
        """Ids and cosines of what lies nearest to a vector of shape (dimension,), nearest first."""
        return dict(zip(*self._store.query(vector, min(limit, self.manifest.count)), strict=True))

    def close(self) -> None:
        """Let go of the files."""
        self._store.close()
        if self.sentences is not None:
            self.sentences.close()


def load_words(folder: Path, manifest: Manifest) -> LexicalIndex:
    """The lexical index of a build, its files proved where they are small enough for that to be quick.

    Raises:
        DamagedIndex: they are not what was written.
    """
    try:
        small = sum(p.stat().st_size for p in folder.iterdir()) <= _PROVED_BYTES
        whole = not small or files_digest(folder) == manifest.lexical_sha256
    except OSError:
        whole = False
    if not whole:
        raise DamagedIndex(f"The lexical index at {folder} is not what was written. {REBUILD}")
    return LexicalIndex.load(folder)
