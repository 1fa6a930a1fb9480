"""What a database says went wrong, as an error that a person can mend."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from assistant.conversations.errors import StoreError, UnreachableStore, busy, damaged, unwritable
from corpus.patterns import lazy_regex
from index.addresses import without_credentials

#: How SQLite's names for what went wrong begin, and what to make of them.
_SQLITE: tuple[tuple[str, Callable[[Path, str], StoreError]], ...] = (
    ("SQLITE_READONLY", unwritable),
    ("SQLITE_CANTOPEN", unwritable),
    ("SQLITE_PERM", unwritable),
    ("SQLITE_FULL", unwritable),
    ("SQLITE_IOERR", unwritable),
    ("SQLITE_BUSY", lambda path, _said: busy(path)),
    ("SQLITE_LOCKED", lambda path, _said: busy(path)),
    ("SQLITE_CORRUPT", damaged),
    ("SQLITE_NOTADB", damaged),
)
#: What SQLite says where a file has tables, but not ours; any other error in a statement is a fault of the program.
_NOT_OURS = lazy_regex(r"no such (?:table|column)")


def told(error: Exception, where: str, path: Path | None) -> StoreError | None:
    """The error for the person; None where it is a fault of the program.

    Args:
        where: the database in words, without a password.
        path: the SQLite file; None for a server.
    """
    said = _first_line(error)
    if isinstance(error, OSError):
        return unwritable(path, said) if path else None
    if path is None:
        return _of_server(error, where)
    name = getattr(getattr(error, "orig", None), "sqlite_errorname", "")
    if name == "SQLITE_ERROR" and _NOT_OURS.match(said):
        return damaged(path, said)
    return next((make(path, said) for start, make in _SQLITE if name.startswith(start)), None)


def _of_server(error: Exception, where: str) -> StoreError | None:
    from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

    if isinstance(error, OperationalError | InterfaceError) or (
        isinstance(error, DBAPIError) and error.connection_invalidated
    ):
        return UnreachableStore(
            f"The database {where} does not answer ({without_credentials(_first_line(error))}). Start it, or name another one. "
            "Run: export ASSISTANT_DATABASE_URL=URL"
        )
    return None


def _first_line(error: Exception) -> str:
    said = getattr(error, "strerror", None) or str(getattr(error, "orig", None) or error)
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return re.sub(r"\s+", " ", lines[0]) if lines else type(error).__name__
