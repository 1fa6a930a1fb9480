"""What can go wrong with kept conversations, in words that say how to mend it."""

from __future__ import annotations

import shlex
from pathlib import Path

from corpus.errors import FixableError


class StoreError(FixableError):
    """Conversations cannot be kept or read."""


class UnwritableStore(StoreError):
    """The place takes no files: it is read-only, or the disk is full."""


class BusyStore(StoreError):
    """Another process has held the database for too long."""


class DamagedStore(StoreError):
    """The file is not a database, or is damaged."""


class UnknownSchema(StoreError):
    """The database was laid out by another version of the program."""


class UnreachableStore(StoreError):
    """The database server does not answer, or the URL cannot be used."""


class ConversationGone(StoreError):
    """The conversation was deleted, or belongs to somebody else."""


_ELSEWHERE = "Run: export ASSISTANT_DATA=FOLDER"


def unwritable(path: Path, said: str) -> UnwritableStore:
    """The error for a folder or file that takes nothing; ``said`` is what the system says of it."""
    return UnwritableStore(
        f"Conversations cannot be kept at {path} ({said}); the folder may be read-only or the disk full. "
        f"Free some space, or choose another folder. {_ELSEWHERE}"
    )


def busy(path: Path) -> BusyStore:
    """The error for a lock that was not given up in time."""
    return BusyStore(f"Another program holds the conversations at {path}. Find it. Run: fuser {quoted(path)}")


def damaged(path: Path, said: str) -> DamagedStore:
    """The error for a file that cannot be read as what it should be."""
    return DamagedStore(f"The conversations at {path} cannot be read ({said}). {_aside(path)}")


def unknown_schema(where: str, path: Path | None, found: object, known: int) -> UnknownSchema:
    """The error for tables of another version."""
    mend = _aside(path) if path else "Name another database. Run: export ASSISTANT_DATABASE_URL=URL"
    return UnknownSchema(
        f"The conversations at {where} were kept by another version of this program "
        f"(layout {found}; this one reads {known}). Use that version, or begin anew. {mend}"
    )


def quoted(path: Path) -> str:
    """A path as a shell reads it."""
    return shlex.quote(str(path))


def _aside(path: Path) -> str:
    return f"Put the file aside. Run: mv {quoted(path)} {quoted(path.with_name(path.name + '.aside'))}"
