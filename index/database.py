"""The database file of a Chroma folder, handled without Chroma."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import ExitStack, closing
from pathlib import Path

from index.errors import REBUILD, DamagedIndex, one_line, unwritable

DATABASE = "chroma.sqlite3"
#: Looking through a larger database before use would take longer than the question.
_CHECKED_BYTES = 64_000_000


def check_database(folder: Path) -> None:
    """Look through a database read-only: Chroma itself panics on some kinds of damage.

    Raises:
        DamagedIndex: there is none, or it is damaged.
    """
    database = folder / DATABASE
    try:
        check = "PRAGMA quick_check(1)" if database.stat().st_size <= _CHECKED_BYTES else "SELECT 'ok'"
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            verdict = str(connection.execute(check).fetchone()[0])
    except (OSError, sqlite3.Error) as error:
        verdict = one_line(error)
    if verdict != "ok":
        raise DamagedIndex(f"The index at {database} is damaged ({verdict}). {REBUILD}")


def temporary_copy(folder: Path, held: ExitStack) -> Path:
    """A copy of a folder that can be written: Chroma writes a line whenever it opens a database.

    Raises:
        UnwritableIndex: there is no room for it.
    """
    try:
        copy = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="assistant-index-")))
        for path in sorted(folder.rglob("*")):
            target = copy / path.relative_to(folder)
            target.mkdir() if path.is_dir() else shutil.copyfile(path, target)
    except OSError as error:
        raise unwritable(folder, error) from error
    return copy


def copy_in_use(folder: Path, target: Path) -> None:
    """Copy a Chroma folder that others may be reading; OSError or sqlite3.Error where that fails."""
    shutil.copytree(folder, target, ignore=shutil.ignore_patterns(f"{DATABASE}*"))
    with (
        closing(sqlite3.connect(folder / DATABASE)) as source,
        closing(sqlite3.connect(target / DATABASE)) as copy,
    ):
        source.backup(copy)


def compact(folder: Path) -> None:
    """Give back what a closed database no longer uses: while vectors are added, it holds them twice.

    Raises:
        UnwritableIndex: the disk does not take it.
    """
    try:
        with closing(sqlite3.connect(folder / DATABASE)) as connection:
            connection.execute("VACUUM")
    except sqlite3.Error as error:
        raise unwritable(folder, error) from error
