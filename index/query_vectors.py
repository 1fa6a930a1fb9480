"""Queries become vectors: each once, and one that is foreseen beside whatever else is done."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from threading import Lock, Thread
from typing import TYPE_CHECKING

from index.embedder import Embedder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

_CACHED = 256


class QueryVectors:
    """The vectors of the latest queries; safe to share by threads."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._made: OrderedDict[str, Vector] = OrderedDict()
        self._coming: tuple[str, Thread] | None = None
        self._lock = Lock()

    def embed(self, query: str) -> Vector:
        """The vector of a query, of shape (dimension,)."""
        with self._lock:
            coming = self._coming
        if coming and coming[0] == query:
            coming[1].join()
        with self._lock:
            if query in self._made:
                self._made.move_to_end(query)
                return self._made[query]
        return self._make(query)

    def kinds(self, query: str) -> dict[str, float]:
        """Each kind of question that the model tells, with how likely a query is of it."""
        return self._embedder.kinds.of(self.embed(query))

    def turned(self, query: str) -> Vector | None:
        """The vector of a query turned towards the sentence that answers; None where the model has not learned to."""
        turn = self._embedder.turn
        return None if turn is None else turn.of(self.embed(query))

    def soon(self, query: str) -> None:
        """Begin to embed a query in a thread of its own.

        Nothing begins where another is on its way, for then the processors have enough to do, nor where the system
        spares no thread.
        """
        thread = Thread(target=self._ahead, args=(query,), name="embed-query")
        with self._lock, suppress(RuntimeError):
            if self._coming is None and query not in self._made:
                thread.start()  # runs until the model lets go of Python
                self._coming = query, thread

    def _ahead(self, query: str) -> None:
        with suppress(Exception):  # whoever asks for the vector meets it too
            self._make(query)
        with self._lock:
            self._coming = None

    def _make(self, query: str) -> Vector:
        vector: Vector = self._embedder.embed([query])[0]
        with self._lock:
            self._made[query] = vector
            if len(self._made) > _CACHED:
                self._made.popitem(last=False)
        return vector
