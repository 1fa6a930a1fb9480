"""What lies in a folder, as one digest: the same contents, the same digest."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def contents_digest(folder: Path) -> str:
    """SHA-256 over the paths and the bytes of every file below a folder, but for the code that Python compiles."""
    digest = hashlib.sha256()
    for path in _files(folder):
        digest.update(f"{path}\0".encode())
        with suppress(OSError):  # one that cannot be read is told of by whoever needs it
            digest.update(hashlib.sha256(Path(path).read_bytes()).digest())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[str]:
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f != "__pycache__")
        yield from (os.path.join(at, name) for name in sorted(names))
