"""The two texts of a document on disk."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import CorpusError
from corpus.fidelity.words import Words, split_words


def source_path(folder: Path, document: str) -> Path:
    """Where the source of a document is kept."""
    return folder / "sources" / f"{document}.txt"


def edition_path(folder: Path, document: str) -> Path:
    """Where the edition of a document is kept."""
    return folder / "editions" / f"{document}.md"


def read_source(folder: Path, document: str) -> Words:
    """The words of a source.

    Raises:
        CorpusError: it is missing or not UTF-8.
    """
    return split_words(_read(source_path(folder, document)))


def read_edition_text(folder: Path, document: str) -> str:
    """The text of an edition, with line ends as "\\n".

    Raises:
        CorpusError: it is missing or not UTF-8.
    """
    return _read(edition_path(folder, document))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CorpusError(f"There is no file {path}. Restore it with: git checkout -- {path}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(
            f"{path} cannot be read ({error}). Restore it with: git checkout -- {path}"
        ) from error
