"""Files that are there whole or not at all: written beside their place and moved there, their digest in front."""

from __future__ import annotations

import hashlib
import os
import uuid
from pathlib import Path

_DIGEST = hashlib.sha256().digest_size


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, its folder made where it is missing; OSError where the disk does not take it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(f".{uuid.uuid4().hex[:8]}")
    try:
        new.write_bytes(hashlib.sha256(content).digest() + content)
        os.replace(new, path)
    finally:
        new.unlink(missing_ok=True)


def read_whole(path: Path) -> bytes | None:
    """What was written; None where the file is not as it was written. OSError where it cannot be read."""
    content = path.read_bytes()
    digest, own = content[:_DIGEST], content[_DIGEST:]
    return own if hashlib.sha256(own).digest() == digest else None
