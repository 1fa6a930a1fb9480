"""What a build keeps for the next one: of each passage its id, the hash of the text embedded, and the vector."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.chunks import Chunk
from index.errors import unwritable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_IDS, _HASHES, _VECTORS = "ids.npy", "hashes.npy", "vectors.npy"


class Kept:
    """Ids, hashes and vectors in the order of the passages; the vectors lie on disk."""

    def __init__(self, ids: NDArray[Any], hashes: NDArray[Any], vectors: Vectors) -> None:
        self.ids, self.hashes, self.vectors = ids, hashes, vectors

    @classmethod
    def create(cls, folder: Path, chunks: Sequence[Chunk], dimension: int) -> Kept:
        """Files in a folder of their own, the vectors yet to be filled in.

        Raises:
            UnwritableIndex: the disk does not take them.
        """
        import numpy as np
        from numpy.lib.format import open_memmap

        ids = np.array([c.passage_id.encode() for c in chunks])
        hashes = np.array([text_hash(c.text) for c in chunks])
        try:
            folder.mkdir(parents=True)
            np.save(folder / _IDS, ids, allow_pickle=False)
            np.save(folder / _HASHES, hashes, allow_pickle=False)
            _reserve(folder / _VECTORS, len(chunks) * dimension * 4 + 1024)
            vectors = open_memmap(
                folder / _VECTORS, mode="w+", dtype=np.float32, shape=(len(chunks), dimension)
            )
        except OSError as error:
            raise unwritable(folder, error) from error
        return cls(ids, hashes, vectors)

    @classmethod
    def open(cls, folder: Path, digest: str) -> Kept | None:
        """What lies in a folder; None where that is missing or is not what was written."""
        import numpy as np

        try:
            if files_digest(folder) != digest:
                return None
            ids, hashes = (np.load(folder / name) for name in (_IDS, _HASHES))
            return cls(ids, hashes, np.load(folder / _VECTORS, mmap_mode="r"))
        except (OSError, ValueError, EOFError):
            return None

    def flush(self) -> None:
        """Write what was filled in; OSError where the disk does not take it."""
        import numpy as np

        if isinstance(self.vectors, np.memmap):
            self.vectors.flush()

    def rows_with(self, hashes: NDArray[Any]) -> NDArray[np.int64]:
        """For each hash the number of a passage here that has it, or -1."""
        return _found(self.hashes, hashes)

    def rows_of(self, ids: NDArray[Any]) -> NDArray[np.int64]:
        """For each id its number here, or -1."""
        return _found(self.ids, ids)


def text_hash(text: str) -> bytes:
    """128 bits of the SHA-256 of a text, hexadecimal: equal hashes mean equal vectors of one model."""
    return hashlib.sha256(text.encode()).hexdigest()[:32].encode()


def files_digest(folder: Path) -> str:
    """SHA-256 over names and contents of the files of a folder, read piece by piece."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.iterdir() if p.is_file()):
        with path.open("rb") as file:
            digest.update(path.name.encode() + b"\0" + hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _found(held: NDArray[Any], sought: NDArray[Any]) -> NDArray[np.int64]:
    import numpy as np

    order = np.argsort(held, kind="stable")
    at = np.minimum(np.searchsorted(held, sought, sorter=order), len(held) - 1)
    rows: NDArray[np.int64] = np.where(held[order[at]] == sought, order[at], -1)
    return rows


def _reserve(path: Path, size: int) -> None:
    """Write a file full of zeros: a disk that has no room says so here, and not when the mapping is filled."""
    block = bytes(1 << 20)
    with path.open("wb") as file:
        for start in range(0, size, len(block)):
            file.write(block[: size - start])
        file.flush()
