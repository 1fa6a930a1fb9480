"""Vectors on a Chroma server: one collection for all processes that have the same passages and the same model.

A collection has its name only when it is whole; until then it is filled under another. Of several that fill
one at the same time the first gives it the name, and the others use that.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.chroma import drop
from index.errors import DamagedIndex, NoServer
from index.manifest import Manifest
from index.store import VectorStore

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_BATCH = 1000


def fetch(manifest: Manifest, ids: Sequence[str], vectors: Vectors) -> bool:
    """Fill in vectors from the collection on the server, if it is there; whether that could be done.

    Raises:
        NoServer: the server does not answer.
    """
    store = _there(manifest)
    if store is None:
        return False
    try:
        for start in range(0, len(ids), _BATCH):
            found = store.get(ids[start : start + _BATCH])
            for row, passage in enumerate(ids[start : start + _BATCH], start=start):
                if passage not in found:
                    return False
                vectors[row] = found[passage]
    finally:
        store.close()
    return True


def serve(manifest: Manifest, ids: Sequence[str], vectors: Vectors) -> None:
    """Make sure that the server has the collection, whole.

    Raises:
        NoServer: the server does not answer.
        DamagedIndex: what was written cannot be found there.
    """
    if store := _there(manifest):
        store.close()
        return
    url = manifest.server
    filling = f"{manifest.collection}-{uuid.uuid4().hex[:8]}"
    store = VectorStore.create(url, len(ids), filling)
    try:
        store.add(ids, vectors)
        store.check(len(ids))
        _put_in_use(store, manifest)
    except BaseException:
        drop(url, filling)
        raise
    finally:
        store.close()
    VectorStore.open(url, manifest.count, manifest.collection).close()
    drop(url, filling)


def _put_in_use(store: VectorStore, manifest: Manifest) -> None:
    """Give a whole collection its name, unless another whole one has it by now."""
    try:
        store.rename(manifest.collection)
    except NoServer:
        if other := _there(manifest):
            other.close()
            return
        drop(manifest.server, manifest.collection)  # what has the name is not whole
        store.rename(manifest.collection)


def _there(manifest: Manifest) -> VectorStore | None:
    try:
        return VectorStore.open(manifest.server, manifest.count, manifest.collection)
    except DamagedIndex:
        return None
