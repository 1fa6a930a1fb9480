"""Chunks become an index on disk, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import CorpusError
from index import layout
from index.chunks import Chunk
from index.embedder import Embedder
from index.errors import DamagedIndex, MissingIndex, StaleIndex, unwritable
from index.lexical import LexicalIndex
from index.manifest import Manifest, manifest_for, stamped, write_manifest
from index.retrieve import VECTORS, WORDS, Index
from index.store import VectorStore

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Progress = Callable[[int, int], None]
"""Called with the number of passages done and the number of all."""

WAIT = 900.0
_BATCH = 32


def build(
    chunks: Sequence[Chunk],
    corpus_hash: str,
    location: Path,
    embedder: Embedder,
    progress: Progress | None = None,
    wait: float = WAIT,
) -> Manifest:
    """Make an index and put it in use; an interrupted build leaves the one before as it was.

    Args:
        chunks: one a passage, with distinct ids.
        corpus_hash: hash of the corpus that the chunks were made from.
        location: folder of the index; made where it is missing.
        embedder: makes the vectors.
        progress: hears how far the build is, from 0 to all.
        wait: seconds to wait for another process that builds here.

    Raises:
        CorpusError: there is nothing to index, or an id comes twice.
        UnwritableIndex: the location takes no files, the disk is full, or another build went on for too long.
        ModelUnavailable: the embedder cannot make vectors.
    """
    _check(chunks)
    expected = manifest_for(chunks, corpus_hash, embedder)
    with layout.building(location, wait) as folder:
        return _build(chunks, expected, location, folder, embedder, progress)


def ensure(
    chunks: Sequence[Chunk],
    corpus_hash: str,
    location: Path,
    embedder: Embedder,
    progress: Progress | None = None,
    wait: float = WAIT,
) -> Index:
    """Open the index for these chunks; build it first where it is missing, stale or damaged.

    Of several processes that find no index, one builds and the others wait for it.
    Raises what ``build`` raises.
    """
    _check(chunks)
    expected = manifest_for(chunks, corpus_hash, embedder)
    if index := opened(location, embedder, expected):
        return index
    with layout.building(location, wait) as folder:
        if index := opened(location, embedder, expected):
            folder.rmdir()
            return index
        _build(chunks, expected, location, folder, embedder, progress)
    return Index.open(location, embedder, expected)


def opened(location: Path, embedder: Embedder, expected: Manifest) -> Index | None:
    """The index at a location, if it is the one expected; None where it is missing, stale or damaged."""
    try:
        return Index.open(location, embedder, expected)
    except (MissingIndex, StaleIndex, DamagedIndex):
        return None


def _build(
    chunks: Sequence[Chunk],
    manifest: Manifest,
    location: Path,
    folder: Path,
    embedder: Embedder,
    progress: Progress | None,
) -> Manifest:
    ids = [c.passage_id for c in chunks]
    store = VectorStore.create(folder / VECTORS)
    try:
        store.add(ids, _embedded([c.text for c in chunks], embedder, progress))
    finally:
        store.close()
    VectorStore.open(folder / VECTORS, len(ids)).close()  # what does not open is not put in use
    LexicalIndex.build(ids, [c.text for c in chunks]).save(folder / WORDS)
    try:
        manifest = stamped(manifest, folder / WORDS)
        write_manifest(manifest, folder)
        layout.publish(location, folder)
    except OSError as error:
        raise unwritable(location, error) from error
    return manifest


def _embedded(texts: list[str], embedder: Embedder, progress: Progress | None) -> NDArray[np.float32]:
    import numpy as np

    report = progress or (lambda _done, _all: None)
    report(0, len(texts))
    vectors = np.empty((len(texts), embedder.dimension), dtype=np.float32)
    # Texts of like length share a batch, so that little of it is padding.
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    for start in range(0, len(order), _BATCH):
        some = order[start : start + _BATCH]
        vectors[some] = embedder.embed([texts[i] for i in some])
        report(start + len(some), len(texts))
    return vectors


def _check(chunks: Sequence[Chunk]) -> None:
    if not chunks:
        raise CorpusError("The corpus has no passages to index. Run: assistant corpus check")
    if len({c.passage_id for c in chunks}) != len(chunks):
        raise CorpusError("Two passages have the same id. Run: assistant corpus check")
