"""Vectors on disk. The one home of chromadb."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import REBUILD, DamagedIndex, one_line, unwritable

if TYPE_CHECKING:
    import numpy as np
    from chromadb.api.models.Collection import Collection
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_COLLECTION = "passages"
_DATABASE = "chroma.sqlite3"
_BATCH = 1000
#: At Chroma's own settings a twentieth of the nearest are missed among 6,000 sentences; at these none.
_HNSW: Any = {"space": "cosine", "ef_construction": 400, "ef_search": 400, "max_neighbors": 32}
#: Looking through a larger database before use would take longer than the question.
_CHECKED_BYTES = 64_000_000


class VectorStore:
    """A Chroma collection of passage ids and vectors; similarity is the cosine."""

    def __init__(self, folder: Path, collection: Collection, held: ExitStack) -> None:
        self._folder, self._collection, self._held = folder, collection, held

    @classmethod
    def create(cls, folder: Path) -> VectorStore:
        """A new, empty store in a folder of its own.

        Raises:
            UnwritableIndex: the folder does not take it.
        """
        with _writing(folder), ExitStack() as held:
            folder.mkdir(parents=True)
            collection = _client(folder, held).create_collection(
                _COLLECTION, embedding_function=None, configuration={"hnsw": _HNSW}
            )
            return cls(folder, collection, held.pop_all())

    @classmethod
    def open(cls, folder: Path, count: int) -> VectorStore:
        """The store in a folder, looked through; one that cannot be written is read from a temporary copy.

        Raises:
            DamagedIndex: it cannot be read, or does not hold ``count`` vectors that find themselves.
        """
        database = folder / _DATABASE
        _check_database(database)
        with _reading(folder), ExitStack() as held:
            writable = os.access(database, os.W_OK) and os.access(folder, os.W_OK)
            client = _client(folder if writable else _copied(folder, held), held)
            store = cls(folder, client.get_collection(_COLLECTION, embedding_function=None), held)
            store._check(count)
            store._held = held.pop_all()
            return store

    @property
    def count(self) -> int:
        """How many vectors there are."""
        with _reading(self._folder):
            return self._collection.count()

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Add vectors of shape (number of ids, dimension).

        Raises:
            UnwritableIndex: the disk does not take them.
        """
        with _writing(self._folder):
            for start in range(0, len(ids), _BATCH):
                some = slice(start, start + _BATCH)
                self._collection.add(ids=list(ids[some]), embeddings=vectors[some])

    def query(self, vector: Vectors, k: int) -> tuple[list[str], list[float]]:
        """Ids and cosines of the ``k`` nearest, nearest first; ``vector`` has shape (dimension,)."""
        with _reading(self._folder):
            found = self._collection.query(
                query_embeddings=vector[None, :], n_results=k, include=["distances"]
            )
        distances = found["distances"]
        assert distances is not None
        return found["ids"][0], [1.0 - float(d) for d in distances[0]]

    def get(self, ids: Sequence[str]) -> dict[str, Vectors]:
        """Vectors by id; an unknown id has no entry."""
        with _reading(self._folder):
            found = self._collection.get(ids=list(ids), include=["embeddings"])
        vectors: Any = found["embeddings"]
        return {i: v.astype("float32") for i, v in zip(found["ids"], vectors, strict=True)}

    def close(self) -> None:
        """Let go of the files."""
        self._held.close()

    def _check(self, count: int) -> None:
        if (held := self.count) != count:
            raise DamagedIndex(
                f"The index at {self._folder} holds {held} vectors where {count} belong. {REBUILD}"
            )
        some = self._collection.peek(1)["ids"]
        vector = self.get(some)[some[0]]
        ids, cosines = self.query(vector, min(count, 10))
        if len(ids) != min(count, 10) or cosines[0] < 0.999:
            raise DamagedIndex(f"The index at {self._folder} does not find its own vectors. {REBUILD}")


def _client(folder: Path, held: ExitStack) -> Any:  # the type that Chroma declares lacks close()
    import chromadb
    from chromadb.config import Settings

    # A stray .env in the working directory is Chroma's default source of settings; it is none of ours.
    options: dict[str, Any] = {
        "_env_file": None,
        "anonymized_telemetry": False,
        "chroma_otel_collection_endpoint": "",
    }
    client: Any = chromadb.PersistentClient(path=str(folder), settings=Settings(**options))
    held.callback(client.close)
    return client


def _check_database(database: Path) -> None:
    """Look through the database read-only: Chroma itself panics on some kinds of damage."""
    try:
        check = "PRAGMA quick_check(1)" if database.stat().st_size <= _CHECKED_BYTES else "SELECT 'ok'"
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            verdict = str(connection.execute(check).fetchone()[0])
    except (OSError, sqlite3.Error) as error:
        verdict = one_line(error)
    if verdict != "ok":
        raise DamagedIndex(f"The index at {database} is damaged ({verdict}). {REBUILD}")


def _copied(folder: Path, held: ExitStack) -> Path:
    """A copy of the folder that can be written: Chroma writes a line whenever it opens a database."""
    try:
        copy = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="assistant-index-")))
        for path in sorted(folder.rglob("*")):
            target = copy / path.relative_to(folder)
            target.mkdir() if path.is_dir() else shutil.copyfile(path, target)
    except OSError as error:
        raise unwritable(folder, error) from error
    return copy


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, OSError) as error:
        raise unwritable(folder, error) from error


@contextmanager
def _reading(folder: Path) -> Iterator[None]:
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, OSError, ValueError, KeyError, IndexError) as error:
        raise DamagedIndex(
            f"The index at {folder} cannot be read ({one_line(error)[:200]}). {REBUILD}"
        ) from error
