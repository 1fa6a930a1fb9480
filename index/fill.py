"""Filling in the vectors of a build: from the build before where the text is the same, by the embedder else."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from index.embedder import Embedder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

Progress = Callable[[int, int], None]
"""Called with the number of passages done and the number of all."""

_BATCH = 32
_COPIED = 10_000


def embed_all(texts: Sequence[str], embedder: Embedder, progress: Progress | None = None) -> Vectors:
    """Vectors of shape (number of texts, dimension), made on all processors."""
    import numpy as np

    vectors = np.empty((len(texts), embedder.dimension), dtype=np.float32)
    fill(vectors, texts, embedder, progress=progress)
    return vectors


def fill(
    vectors: Vectors,
    texts: Sequence[str],
    embedder: Embedder,
    rows: NDArray[np.int64] | None = None,
    before: Vectors | None = None,
    progress: Progress | None = None,
) -> None:
    """Fill in the vector of every text. Memory is used for some texts at a time, however many there are.

    Args:
        vectors: shape (number of texts, dimension); may lie on disk.
        texts: what is embedded.
        embedder: makes what is not there yet, in as many threads as there are processors.
        rows: for each text the row of its vector in ``before``, or -1; None where there are none.
        before: vectors of the same model.
        progress: hears how many are filled in.
    """
    import numpy as np

    report = progress or (lambda _done, _all: None)
    missing = list(range(len(texts)))
    if rows is not None and before is not None:
        for start in range(0, len(rows), _COPIED):
            there = start + np.flatnonzero(rows[start : start + _COPIED] >= 0)
            vectors[there] = before[rows[there]]
        missing = np.flatnonzero(rows < 0).tolist()
    done = len(texts) - len(missing)
    report(done, len(texts))
    # Texts of like length share a batch, so that little of it is padding.
    order = sorted(missing, key=lambda i: len(texts[i]))
    batches = [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]
    with ThreadPoolExecutor(processors()) as pool:
        try:
            made = pool.map(lambda some: embedder.embed([texts[i] for i in some]), batches)
            for some, found in zip(batches, made, strict=True):
                vectors[some] = found
                done += len(some)
                report(done, len(texts))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
