"""The catalogue: which documents there are, and what is known about each."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from corpus.errors import CorpusError
from corpus.model import Document

DATA = Path(__file__).parent / "data"

_FIELDS = set(Document.__dataclass_fields__)


def load_catalogue(folder: Path = DATA) -> tuple[Document, ...]:
    """Read ``catalogue.yaml`` of a corpus folder, in its order.

    Raises:
        CorpusError: the file is missing, is not YAML, or an entry has unknown or missing fields.
    """
    path = folder / "catalogue.yaml"
    entries = read_yaml(path)
    if not isinstance(entries, list):
        raise CorpusError(f"{path} must hold a list of documents. Run: assistant corpus check")
    documents = tuple(_document(entry, path) for entry in entries)
    if len({d.id for d in documents}) != len(documents):
        raise CorpusError(f"{path} names a document id twice. Run: assistant corpus check")
    return documents


def read_yaml(path: Path) -> Any:
    """Parse one YAML file of the corpus; its problems become a CorpusError."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CorpusError(f"The corpus has no file {path}. Restore it with: git checkout -- corpus/data") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path} cannot be read ({str(error).splitlines()[0]}). Run: git diff {path}") from error


def _document(entry: Any, path: Path) -> Document:
    if not isinstance(entry, dict) or set(entry) != _FIELDS:
        name = entry.get("id", "?") if isinstance(entry, dict) else "?"
        odd = sorted(set(entry) ^ _FIELDS) if isinstance(entry, dict) else []
        raise CorpusError(f"{path}: entry {name!r} has missing or unknown fields {odd}. Run: git diff {path}")
    if not isinstance(entry["date"], date):
        raise CorpusError(f"{path}: entry {entry['id']!r} needs a date as YYYY-MM-DD. Run: git diff {path}")
    return Document(**entry)
