"""What an index was made from; written last, compared before use."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from index.chunks import CHUNKS_VERSION, Chunk, chunks_digest
from index.embedder import Embedder
from index.errors import REBUILD, DamagedIndex, StaleIndex, one_line
from index.kept import files_digest
from index.lexical import WORDS_VERSION

FILE = "manifest.json"
#: Raised whenever the files of an index change their layout or meaning.
SCHEMA = 2


@dataclass(frozen=True, slots=True)
class Manifest:
    """How an index was made. Two manifests that agree stand for the same vectors and words."""

    schema: int
    corpus: str
    """Hash of the corpus."""
    model: str
    """What people call the embedding model."""
    model_sha256: str
    dimension: int
    chunks: str
    """SHA-256 over the chunks."""
    chunks_version: int
    words_version: int
    count: int
    """Number of passages."""
    chromadb: str
    """Version of the library that wrote the vectors."""
    server: str
    """Address of the Chroma server that holds the vectors; empty where they lie beside the manifest."""
    made: str = ""
    """When, as ISO 8601 in UTC; not compared, like what follows."""
    lexical_sha256: str = ""
    """SHA-256 over the files of the lexical index."""
    kept_sha256: str = ""
    """SHA-256 over the files that are kept for the next build."""
    removed: int = 0
    """Vectors taken out of the graph since it was made anew; their places in it stay taken."""

    @property
    def collection(self) -> str:
        """Name on a server: the same for all that have the same passages and the same model."""
        made_of = f"{self.schema} {self.chunks} {self.model_sha256} {self.dimension}"
        return f"passages-{hashlib.sha256(made_of.encode()).hexdigest()[:24]}"


_NOT_COMPARED = ("made", "lexical_sha256", "kept_sha256", "removed")
_COMPARED = tuple(f.name for f in fields(Manifest) if f.name not in _NOT_COMPARED)
_NAMES = {
    "schema": "layout",
    "model_sha256": "model weights",
    "chunks_version": "chunk rules",
    "words_version": "word rules",
    "count": "number of passages",
}


def manifest_for(
    chunks: Sequence[Chunk], corpus_hash: str, embedder: Embedder, server: str | None = None
) -> Manifest:
    """The manifest that an index made now would have, its vectors on a server or, without one, beside it."""
    return Manifest(
        schema=SCHEMA,
        corpus=corpus_hash,
        model=embedder.name,
        model_sha256=embedder.digest,
        dimension=embedder.dimension,
        chunks=chunks_digest(chunks),
        chunks_version=CHUNKS_VERSION,
        words_version=WORDS_VERSION,
        count=len(chunks),
        chromadb=version("chromadb"),
        server=server or "",
    )


def stamped(manifest: Manifest, lexical: Path, kept: Path, removed: int) -> Manifest:
    """The manifest as it is written: with the time, and the hashes of files."""
    return replace(
        manifest,
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        lexical_sha256=files_digest(lexical),
        kept_sha256=files_digest(kept),
        removed=removed,
    )


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write the manifest into the folder of its index; OSError where the disk does not take it."""
    (folder / FILE).write_text(json.dumps(asdict(manifest), indent=2) + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the index in a folder.

    Raises:
        DamagedIndex: there is none, or it is not one.
        StaleIndex: it was written by a version with another layout.
    """
    path = folder / FILE
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        if values["schema"] != SCHEMA:
            raise StaleIndex(
                f"The index at {folder} has layout {values['schema']}, this program has {SCHEMA}. {REBUILD}"
            )
        return Manifest(**values)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DamagedIndex(f"{path} cannot be read ({one_line(error)}). {REBUILD}") from error


def compare(found: Manifest, expected: Manifest, folder: Path) -> None:
    """Refuse an index that was made from anything else.

    Raises:
        StaleIndex: names both sides of every difference.
    """
    differing = [n for n in _COMPARED if getattr(found, n) != getattr(expected, n)]
    if differing:
        has = ", ".join(_value(found, n) for n in differing)
        wants = ", ".join(_value(expected, n) for n in differing)
        raise StaleIndex(f"The index at {folder} was made from {has}; this program has {wants}. {REBUILD}")


def _value(manifest: Manifest, name: str) -> str:
    value = str(getattr(manifest, name)) or "none"
    return f"{_NAMES.get(name, name)} {value[:12] + '…' if len(value) == 64 else value}"
