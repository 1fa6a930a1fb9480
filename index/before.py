"""What a build takes over from the one before: vectors and words of passages that have not changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index import layout
from index.database import compact
from index.errors import DamagedIndex, MissingIndex, StaleIndex
from index.kept import Kept
from index.lexical import WORDS_VERSION, LexicalIndex
from index.manifest import Manifest, read_manifest
from index.retrieve import KEPT, VECTORS, WORDS, load_words
from index.store import VectorStore

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

#: A graph is changed rather than made anew while no more than this share of it changes,
_CHANGING = 0.1
#: and while no more than this share of it is places of vectors that were removed.
_TAKEN = 0.2


@dataclass(frozen=True)
class Before:
    """A build by the same model and the same Chroma."""

    folder: Path
    manifest: Manifest
    kept: Kept
    words: LexicalIndex | None
    """None where words were read in another way then."""

    def unchanged(self, kept: Kept) -> NDArray[np.int64]:
        """For each passage now its number then, where id and text are the same; -1 for the others."""
        import numpy as np

        rows = self.kept.rows_of(kept.ids)
        same: NDArray[np.int64] = np.where((rows >= 0) & (self.kept.hashes[rows] == kept.hashes), rows, -1)
        return same


def build_before(location: Path, expected: Manifest) -> Before | None:
    """The build in use at a location; None where there is none, or another model or Chroma made it, or it is damaged."""
    try:
        folder = layout.live(location)
        manifest = read_manifest(folder)
        same = (manifest.model_sha256, manifest.dimension, manifest.chromadb)
        if same != (expected.model_sha256, expected.dimension, expected.chromadb):
            return None
        kept = Kept.open(folder / KEPT, manifest.kept_sha256)
        current = manifest.words_version == WORDS_VERSION
        words = load_words(folder / WORDS, manifest) if current else None
    except (MissingIndex, StaleIndex, DamagedIndex):
        return None
    return Before(folder, manifest, kept, words) if kept else None


def write_vectors(
    folder: Path, ids: Sequence[str], vectors: Vectors, before: Before | None, same: NDArray[np.int64] | None
) -> int:
    """Put vectors into a store in a folder of their own, where little changed into a copy of the store before.

    Returns:
        How many places of its graph are those of removed vectors.

    Raises:
        UnwritableIndex: the disk does not take them.
        DamagedIndex: what was written does not open.
    """
    removed = None
    if before is not None and same is not None and not before.manifest.server:
        removed = _changed(folder, ids, vectors, before, same)
    if removed is None:
        store = VectorStore.create(folder, len(ids))
        try:
            store.add(ids, vectors)
        finally:
            store.close()
    compact(folder)
    VectorStore.open(folder, len(ids)).close()  # what does not open is not put in use
    return removed or 0


def _changed(
    folder: Path, ids: Sequence[str], vectors: Vectors, before: Before, same: NDArray[np.int64]
) -> int | None:
    """The number of places taken by removed vectors; None where the store is better made anew."""
    import numpy as np

    staying = same[same >= 0]
    gone = np.setdiff1d(np.arange(len(before.kept.ids)), staying)
    new = np.flatnonzero(same < 0).tolist()
    taken = before.manifest.removed + len(gone)
    if len(gone) + len(new) > _CHANGING * len(ids) or taken > _TAKEN * len(ids):
        return None
    try:
        store = VectorStore.changed(before.folder / VECTORS, folder, len(gone) + len(new))
    except DamagedIndex:
        return None
    try:
        store.remove([bytes(before.kept.ids[i]).decode() for i in gone])
        store.add([ids[i] for i in new], vectors[new])
    finally:
        store.close()
    return taken
