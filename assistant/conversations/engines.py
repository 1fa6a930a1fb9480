"""Engines: SQLite in a file or in memory, PostgreSQL by URL."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from assistant.conversations.errors import UnreachableStore

#: Seconds to wait for somebody else's write.
WAIT = 10.0
_PRAGMAS = (
    "busy_timeout = {wait}",
    "foreign_keys = ON",
    "secure_delete = ON",  # what is deleted is overwritten
    "temp_store = MEMORY",
    "synchronous = NORMAL",
)
_NAME_IT = "Run: export ASSISTANT_DATABASE_URL=postgresql://USER:PASSWORD@HOST/DATABASE"


def file_engine(path: Path) -> Engine:
    """SQLite in a file, with a write-ahead log, so that readers and a writer do not wait for each other."""
    engine = create_engine(URL.create("sqlite", database=str(path)), hide_parameters=True)
    _prepare_sqlite(engine, log=True)
    return engine


def memory_engine() -> Engine:
    """SQLite in memory: one connection, which threads use in turn; closing it forgets everything."""
    engine = create_engine(
        "sqlite://",
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        connect_args={"check_same_thread": False},
    )
    _prepare_sqlite(engine, log=False)
    return engine


def server_engine(url: URL) -> Engine:
    """PostgreSQL through psycopg.

    Raises:
        UnreachableStore: psycopg is not installed.
    """
    try:
        return create_engine(
            url, hide_parameters=True, pool_pre_ping=True, connect_args={"connect_timeout": 5}
        )
    except ImportError as error:
        raise UnreachableStore(
            "PostgreSQL needs psycopg, which is not installed. Run: pip install 'psycopg[binary]>=3.3,<4'"
        ) from error


def read_url(text: str) -> URL:
    """A database URL, with the driver that is used here.

    Raises:
        UnreachableStore: it is no URL, or of a database that is not supported.
    """
    try:
        url = make_url(text)
    except ArgumentError:
        raise UnreachableStore(f"ASSISTANT_DATABASE_URL is no database URL. {_NAME_IT}") from None
    name = url.get_backend_name()
    if name in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if name == "sqlite" and url.database and url.database != ":memory:":
        return url.set(drivername="sqlite")
    raise UnreachableStore(
        f"ASSISTANT_DATABASE_URL names a {name} database; PostgreSQL is supported. {_NAME_IT}"
    )


def _prepare_sqlite(engine: Engine, *, log: bool) -> None:
    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver begins no transactions by itself
        for pragma in _PRAGMAS:
            connection.execute("PRAGMA " + pragma.format(wait=int(WAIT * 1000)))
        if log:
            _use_log(connection)

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        # A transaction that read first could not be made to write where somebody else wrote meanwhile.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _use_log(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log; SQLite does not wait where others do the same at this moment."""
    give_up = time.monotonic() + WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > give_up:
                raise
            time.sleep(0.02)
