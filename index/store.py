"""Vectors in a collection of Chroma."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.chroma import client, reading, writable, writing
from index.database import check_database, copy_in_use
from index.errors import REBUILD, DamagedIndex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.chroma import Collection

    Vectors = NDArray[np.float32]

COLLECTION = "passages"
_BATCH = 1000
#: Chosen by measured recall: see the scaling table of ``evals bench``.
_HNSW: Any = {"space": "cosine", "ef_construction": 200, "max_neighbors": 32}
#: How many vectors Chroma searches one by one before it puts them into its graph.
_UNSORTED = 100


class VectorStore:
    """A Chroma collection of passage ids and vectors; similarity is the cosine."""

    def __init__(self, place: Path | str, collection: Collection, held: ExitStack) -> None:
        self._place, self._collection, self._held = place, collection, held

    @classmethod
    def create(cls, place: Path | str, count: int, name: str = COLLECTION) -> VectorStore:
        """A new, empty collection.

        Args:
            place: a folder, which is made here, or the address of a server.
            count: how many vectors will be added.
            name: of the collection.

        Raises:
            UnwritableIndex: the folder does not take it.
            NoServer: no server answers there, or it takes none.
        """
        with writing(place), ExitStack() as held:
            if isinstance(place, Path):
                place.mkdir(parents=True)
            settings = _HNSW | _searched(count) | (_written_after(count) if isinstance(place, Path) else {})
            collection = client(place, held).create_collection(
                name, embedding_function=None, configuration={"hnsw": settings}
            )
            return cls(place, collection, held.pop_all())

    @classmethod
    def open(cls, place: Path | str, count: int, name: str = COLLECTION) -> VectorStore:
        """A collection, looked through; a folder that cannot be written is read from a temporary copy.

        Raises:
            DamagedIndex: it cannot be read, or does not hold ``count`` vectors that find themselves.
            NoServer: no server answers.
        """
        if isinstance(place, Path):
            check_database(place)
        with reading(place), ExitStack() as held:
            where = writable(place, held) if isinstance(place, Path) else place
            store = cls(place, client(where, held).get_collection(name, embedding_function=None), held)
            store.check(count)
            store._held = held.pop_all()
            return store

    @classmethod
    def changed(cls, before: Path, folder: Path, operations: int) -> VectorStore:
        """A copy of a store that is in use elsewhere, to be changed by that many additions and removals.

        Raises:
            DamagedIndex: the store before cannot be read.
            UnwritableIndex: the folder does not take it.
        """
        check_database(before)
        with writing(folder), ExitStack() as held:
            copy_in_use(before, folder)
            opened = client(folder, held)
            collection = opened.get_collection(COLLECTION, embedding_function=None)
            settings: Any = _searched(collection.count() + operations) | _written_after(operations)
            collection.modify(configuration={"hnsw": settings})
            collection = opened.get_collection(COLLECTION, embedding_function=None)
            return cls(folder, collection, held.pop_all())

    def rename(self, name: str) -> None:
        """Give the collection another name.

        Raises:
            NoServer: the server does not answer, or another has the name.
        """
        with writing(self._place):
            self._collection.modify(name=name)

    @property
    def count(self) -> int:
        """How many vectors there are."""
        with reading(self._place):
            return self._collection.count()

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Add vectors of shape (number of ids, dimension).

        Raises:
            UnwritableIndex: the disk does not take them.
        """
        with writing(self._place):
            for start in range(0, len(ids), _BATCH):
                some = slice(start, start + _BATCH)
                self._collection.add(ids=list(ids[some]), embeddings=vectors[some])

    def remove(self, ids: Sequence[str]) -> None:
        """Remove vectors; their places in the graph stay taken.

        Raises:
            UnwritableIndex: the disk does not take the change.
        """
        with writing(self._place):
            for start in range(0, len(ids), _BATCH):
                self._collection.delete(ids=list(ids[start : start + _BATCH]))

    def query(self, vector: Vectors, k: int) -> tuple[list[str], list[float]]:
        """Ids and cosines of the ``k`` nearest, nearest first; ``vector`` has shape (dimension,)."""
        with reading(self._place):
            found = self._collection.query(
                query_embeddings=vector[None, :], n_results=k, include=["distances"]
            )
        distances = found["distances"]
        assert distances is not None
        return found["ids"][0], [1.0 - float(d) for d in distances[0]]

    def get(self, ids: Sequence[str]) -> dict[str, Vectors]:
        """Vectors by id; an unknown id has no entry."""
        with reading(self._place):
            found = self._collection.get(ids=list(ids), include=["embeddings"])
        vectors: Any = found["embeddings"]
        return {i: v.astype("float32") for i, v in zip(found["ids"], vectors, strict=True)}

    def check(self, count: int) -> None:
        """Make sure that there are so many vectors and that they find themselves.

        Raises:
            DamagedIndex: they are not, or do not.
        """
        if (held := self.count) != count:
            raise DamagedIndex(
                f"The index at {self._place} holds {held} vectors where {count} belong. {REBUILD}"
            )
        some = self._collection.peek(1)["ids"]
        vector = self.get(some)[some[0]]
        ids, cosines = self.query(vector, min(count, 10))
        if len(ids) != min(count, 10) or cosines[0] < 0.999:
            raise DamagedIndex(f"The index at {self._place} does not find its own vectors. {REBUILD}")

    def close(self) -> None:
        """Let go of the files."""
        self._held.close()


def _searched(count: int) -> dict[str, int]:
    """How many candidates a search keeps: of more vectors it must look at more to find the same share of the nearest.

    Of the ten nearest of 100,000 it finds 0.89 with 200 candidates, 0.949 with 400, 0.983 with 800 and 0.995 with
    1,600 (22 November 2026, 320 questions), 0.984 with 1,200 (300 others, ``evals bench``); of 10,000 it finds 0.996
    with 200.
    """
    return {"ef_search": max(200, round(12 * count**0.4))}


def _written_after(operations: int) -> dict[str, int]:
    """When Chroma writes its graph: once, with the last operation; what is not in the graph must be read again
    whenever the store is opened."""
    last = max(operations, 2)
    return {"sync_threshold": last, "batch_size": min(_UNSORTED, last)}
