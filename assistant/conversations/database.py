"""A database of conversations: opened, laid out, read and written, its troubles told in one line."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError, NoSuchTableError

from assistant.conversations.errors import StoreError, unknown_schema
from assistant.conversations.tables import SCHEMA, metadata, names, schema
from assistant.conversations.trouble import told
from index.addresses import without_credentials

#: Any number that other programs on the same server are unlikely to lock.
_LAYING_OUT = 0x6D756E726F


class Database:
    """One database; safe to share by threads, and the file or server by processes."""

    def __init__(self, engine: Engine, path: Path | None) -> None:
        self.engine = engine
        self.path = path
        """The SQLite file; None for a server and for memory."""
        self.where = str(path) if path else without_credentials(engine.url.render_as_string())
        self._lock = threading.Lock()
        self._seen: tuple[int, int] | None = None
        self._laid_out = False
        self._unswept = False

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection in a transaction that reads. Raises StoreError."""
        with self._translated():
            self._ready()
            with self.engine.begin() as connection:
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a transaction that writes; in SQLite one writes at a time. Raises StoreError."""
        with self._translated():
            self._ready()
            with self._begun() as connection:
                yield connection

    def sweep(self) -> None:
        """Clear the write-ahead log, which still holds what was deleted; tried again later where others read."""
        if self.path is None:
            return
        with self._translated():
            raw = self.engine.raw_connection()
            try:
                busy, *_ = raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                raw.close()
        self._unswept = bool(busy)

    def sweep_rest(self) -> None:
        """Sweep what could not be swept before."""
        if self._unswept:
            self.sweep()

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    @contextmanager
    def _begun(self) -> Iterator[Connection]:
        with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, NoSuchTableError, OSError) as error:
            if trouble := told(error, self.where, self.path):
                raise trouble from error
            raise

    def _ready(self) -> None:
        """Lay the tables out where they are missing, also when the file was taken away meanwhile."""
        if self._laid_out and self._seen == self._identity():
            return
        with self._lock:
            if self._laid_out and self._seen == self._identity():
                return
            self.engine.dispose()
            self._make_file()
            with self._begun() as connection:
                self._lay_out(connection)
            self._seen, self._laid_out = self._identity(), True

    def _identity(self) -> tuple[int, int] | None:
        if self.path is None:
            return None
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def _make_file(self) -> None:
        """The folder and the file for nobody but their owner."""
        if self.path is not None:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path.touch(mode=0o600)

    def _lay_out(self, connection: Connection) -> None:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LAYING_OUT})
        if not inspect(connection).has_table(schema.name):
            metadata.create_all(connection)
            connection.execute(insert(schema).values(version=SCHEMA))
            return
        found = connection.execute(select(schema.c.version)).scalars().all()
        if found != [SCHEMA]:
            raise self._unknown(found)
        names.create(
            connection, checkfirst=True
        )  # missing where conversations were kept before it was thought of

    def _unknown(self, found: object) -> StoreError:
        shown = ", ".join(map(str, found)) if isinstance(found, list) else str(found)
        return unknown_schema(self.where, self.path, shown or "none", SCHEMA)
