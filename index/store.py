"""Vectors in Chroma, in a folder or on a server. The one home of chromadb."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from corpus.errors import FixableError
from index.database import DATABASE, check_database, copy_in_use, temporary_copy
from index.errors import REBUILD, DamagedIndex, no_server, one_line, unwritable

if TYPE_CHECKING:
    import numpy as np
    from chromadb.api.models.Collection import Collection
    from numpy.typing import NDArray

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
        with _writing(place), ExitStack() as held:
            if isinstance(place, Path):
                place.mkdir(parents=True)
            settings = _HNSW | _searched(count) | (_written_after(count) if isinstance(place, Path) else {})
            collection = _client(place, held).create_collection(
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
        with _reading(place), ExitStack() as held:
            client = _client(_writable(place, held) if isinstance(place, Path) else place, held)
            store = cls(place, client.get_collection(name, embedding_function=None), held)
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
        with _writing(folder), ExitStack() as held:
            copy_in_use(before, folder)
            client = _client(folder, held)
            collection = client.get_collection(COLLECTION, embedding_function=None)
            settings: Any = _searched(collection.count() + operations) | _written_after(operations)
            collection.modify(configuration={"hnsw": settings})
            collection = client.get_collection(COLLECTION, embedding_function=None)
            return cls(folder, collection, held.pop_all())

    @classmethod
    def drop_from_server(cls, url: str, name: str) -> None:
        """Remove a collection from a Chroma server, if it is there.

        Raises:
            NoServer: none answers.
        """
        from chromadb.errors import NotFoundError

        with _writing(url), ExitStack() as held, suppress(NotFoundError):
            _client(url, held).delete_collection(name)

    def rename(self, name: str) -> None:
        """Give the collection another name.

        Raises:
            NoServer: the server does not answer, or another has the name.
        """
        with _writing(self._place):
            self._collection.modify(name=name)

    @property
    def count(self) -> int:
        """How many vectors there are."""
        with _reading(self._place):
            return self._collection.count()

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Add vectors of shape (number of ids, dimension).

        Raises:
            UnwritableIndex: the disk does not take them.
        """
        with _writing(self._place):
            for start in range(0, len(ids), _BATCH):
                some = slice(start, start + _BATCH)
                self._collection.add(ids=list(ids[some]), embeddings=vectors[some])

    def remove(self, ids: Sequence[str]) -> None:
        """Remove vectors; their places in the graph stay taken.

        Raises:
            UnwritableIndex: the disk does not take the change.
        """
        with _writing(self._place):
            for start in range(0, len(ids), _BATCH):
                self._collection.delete(ids=list(ids[start : start + _BATCH]))

    def query(self, vector: Vectors, k: int) -> tuple[list[str], list[float]]:
        """Ids and cosines of the ``k`` nearest, nearest first; ``vector`` has shape (dimension,)."""
        with _reading(self._place):
            found = self._collection.query(
                query_embeddings=vector[None, :], n_results=k, include=["distances"]
            )
        distances = found["distances"]
        assert distances is not None
        return found["ids"][0], [1.0 - float(d) for d in distances[0]]

    def get(self, ids: Sequence[str]) -> dict[str, Vectors]:
        """Vectors by id; an unknown id has no entry."""
        with _reading(self._place):
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


def _client(place: Path | str, held: ExitStack) -> Any:  # the type that Chroma declares lacks close()
    import chromadb
    from chromadb.config import Settings

    # A stray .env in the working directory is Chroma's default source of settings; it is none of ours.
    options: dict[str, Any] = {
        "_env_file": None,
        "anonymized_telemetry": False,
        "chroma_otel_collection_endpoint": "",
    }
    if isinstance(place, Path):
        client: Any = chromadb.PersistentClient(path=str(place), settings=Settings(**options))
    else:
        url = urlsplit(place)
        secure = url.scheme == "https"
        port = url.port or (443 if secure else 80)
        client = chromadb.HttpClient(
            host=url.hostname or "", port=port, ssl=secure, settings=Settings(**options)
        )
    held.callback(client.close)
    return client


def _writable(folder: Path, held: ExitStack) -> Path:
    writable = os.access(folder / DATABASE, os.W_OK) and os.access(folder, os.W_OK)
    return folder if writable else temporary_copy(folder, held)


@contextmanager
def _writing(place: Path | str) -> Iterator[None]:
    with _used(place, unwritable):
        yield


@contextmanager
def _reading(place: Path | str) -> Iterator[None]:
    with _used(place, _unreadable):
        yield


@contextmanager
def _used(place: Path | str, problem: Callable[[Path | str, Exception], FixableError]) -> Iterator[None]:
    """Tell what goes wrong with a folder as ``problem``, and with a server as that, unless it only lacks something."""
    from chromadb.errors import ChromaError, NotFoundError

    try:
        yield
    except FixableError:
        raise
    except Exception as error:
        if isinstance(place, Path) and not isinstance(
            error, ChromaError | OSError | sqlite3.Error | ValueError | LookupError
        ):
            raise
        if not isinstance(place, str) or isinstance(error, NotFoundError):
            raise problem(place, error) from error
        raise no_server(place, error) from error


def _unreadable(place: Path | str, error: Exception) -> DamagedIndex:
    return DamagedIndex(f"The index at {place} cannot be read ({one_line(error)[:200]}). {REBUILD}")
