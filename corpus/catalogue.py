"""The catalogue: which documents there are, and what is known about each."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError
from corpus.model import Document
from corpus.patterns import lazy_regex

DATA = Path(__file__).parent / "data"

_FIELDS = set(Document.__dataclass_fields__)
_ID = lazy_regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def load_catalogue(folder: Path = DATA) -> tuple[Document, ...]:
    """Read ``catalogue.yaml`` of a corpus folder, in its order.

    Raises:
        CorpusError: the file is missing, is not YAML, or an entry has unknown, missing or wrong fields.
    """
    path = folder / "catalogue.yaml"
    entries = read_yaml(path)
    if not isinstance(entries, list) or not entries:
        raise CorpusError(f"{path} must hold a list of documents. Run: git diff {path}")
    documents = tuple(_document(entry, path) for entry in entries)
    if len({d.id for d in documents}) != len(documents):
        raise CorpusError(f"{path} names a document id twice. Run: git diff {path}")
    return documents


def read_yaml(path: Path) -> Any:
    """Parse one YAML file of the corpus; its problems become a CorpusError."""
    import yaml

    try:
        return parse_yaml(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CorpusError(f"The corpus has no file {path}. Restore it with: git checkout -- {path}") from None
    except (OSError, ValueError, yaml.YAMLError) as error:
        what = str(error).splitlines()[0]
        raise CorpusError(f"{path} cannot be read ({what}). Run: git diff {path}") from error


def parse_yaml(text: str) -> Any:
    """What a YAML text holds.

    Raises:
        yaml.YAMLError: it is none.
    """
    import yaml

    # libyaml's loader, where PyYAML was built with it, is eight times as fast.
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _document(entry: Any, path: Path) -> Document:
    if not isinstance(entry, dict):
        raise CorpusError(f"{path}: {entry!r} is not a document's entry. Run: git diff {path}")
    name = entry.get("id", "?")
    odd = sorted(map(str, set(entry) ^ _FIELDS))
    if odd:
        raise CorpusError(
            f"{path}: entry {name!r} has missing or unknown fields: {', '.join(odd)}. Run: git diff {path}"
        )
    wrong = [field for field, value in entry.items() if not _fits(field, value)]
    if wrong:
        raise CorpusError(
            f"{path}: entry {name!r} has a wrong value for {', '.join(wrong)} (a date is YYYY-MM-DD). "
            f"Run: git diff {path}"
        )
    return Document(**entry)


def _fits(field: str, value: Any) -> bool:
    if field == "date":
        return isinstance(value, date) and not isinstance(value, datetime)
    if field == "numbered_paragraphs":
        return isinstance(value, bool)
    if field == "id":
        return isinstance(value, str) and _ID.fullmatch(value) is not None
    return isinstance(value, str) and bool(value.strip())
