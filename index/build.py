"""Chunks become an index on disk, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import CorpusError
from index import layout
from index.before import build_before, write_vectors
from index.chunks import Chunk
from index.embedder import Embedder
from index.errors import DamagedIndex, MissingIndex, StaleIndex, unwritable
from index.fill import Progress, fill
from index.kept import Kept
from index.lexical import LexicalIndex
from index.manifest import Manifest, manifest_for, stamped, write_manifest
from index.retrieve import KEPT, VECTORS, WORDS, Index
from index.serve import fetch, serve

WAIT = 900.0


def build(
    chunks: Sequence[Chunk],
    corpus_hash: str,
    location: Path,
    embedder: Embedder,
    progress: Progress | None = None,
    wait: float = WAIT,
    server: str | None = None,
) -> Manifest:
    """Make an index and put it in use; an interrupted build leaves the one before as it was.

    Args:
        chunks: one a passage, with distinct ids.
        corpus_hash: hash of the corpus that the chunks were made from.
        location: folder of the index; made where it is missing.
        embedder: makes the vectors.
        progress: hears how far the build is, from 0 to all.
        wait: seconds to wait for another process that builds here.
        server: address of the Chroma server that is to hold the vectors; None keeps them in the index.

    Raises:
        CorpusError: there is nothing to index, or an id comes twice.
        UnwritableIndex: the location takes no files, the disk is full, or another build went on for too long.
        ModelUnavailable: the embedder cannot make vectors.
        NoServer: the server does not answer.
    """
    _check(chunks)
    expected = manifest_for(chunks, corpus_hash, embedder, server)
    with layout.building(location, wait) as folder:
        return _build(chunks, expected, location, folder, embedder, progress)


def ensure(
    chunks: Sequence[Chunk],
    corpus_hash: str,
    location: Path,
    embedder: Embedder,
    progress: Progress | None = None,
    wait: float = WAIT,
    server: str | None = None,
) -> Index:
    """Open the index for these chunks; build it first where it is missing, stale or damaged.

    Of several processes that find no index, one builds and the others wait for it.
    Raises what ``build`` raises.
    """
    _check(chunks)
    expected = manifest_for(chunks, corpus_hash, embedder, server)
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
    ids, texts = [c.passage_id for c in chunks], [c.text for c in chunks]
    before = build_before(location, manifest)
    kept = Kept.create(folder / KEPT, chunks, embedder.dimension)
    same = before.unchanged(kept) if before else None
    if not (manifest.server and fetch(manifest, ids, kept.vectors)):
        rows = before.kept.rows_with(kept.hashes) if before else None
        fill(kept.vectors, texts, embedder, rows, before.kept.vectors if before else None, progress)
    if manifest.server:
        serve(manifest, ids, kept.vectors)
    removed = 0 if manifest.server else write_vectors(folder / VECTORS, ids, kept.vectors, before, same)
    words = before.words if before else None
    LexicalIndex.build(ids, texts, words, same if words else None).save(folder / WORDS)
    try:
        kept.flush()
        manifest = stamped(manifest, folder / WORDS, folder / KEPT, removed)
        write_manifest(manifest, folder)
        layout.publish(location, folder)
    except OSError as error:
        raise unwritable(location, error) from error
    return manifest


def _check(chunks: Sequence[Chunk]) -> None:
    if not chunks:
        raise CorpusError("The corpus has no passages to index. Run: assistant corpus check")
    if len({c.passage_id for c in chunks}) != len(chunks):
        raise CorpusError("Two passages have the same id. Run: assistant corpus check")
