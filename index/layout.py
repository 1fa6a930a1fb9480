"""The folder of an index: numbered builds, a pointer to the one in use, and a lock for whoever builds.

``current`` names the build that readers open. A build becomes current by replacing that one small file, so a
reader sees the old index or the new one, whole. The build before stays for readers that still have it open.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import REBUILD, DamagedIndex, MissingIndex, UnwritableIndex, one_line, unwritable

POINTER = "current"
LOCK = "build.lock"
_PREFIX = "build-"


def live(location: Path) -> Path:
    """The folder of the build in use.

    Raises:
        MissingIndex: nothing was built here.
        DamagedIndex: the pointer leads nowhere.
    """
    try:
        name = (location / POINTER).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        raise MissingIndex(f"No index at {location}. {REBUILD}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise DamagedIndex(f"{location / POINTER} cannot be read ({one_line(error)}). {REBUILD}") from error
    folder = location / name
    if not name.startswith(_PREFIX) or folder.parent != location or not folder.is_dir():
        raise DamagedIndex(f"{location / POINTER} names {name[:80]!r}, which is no build. {REBUILD}")
    return folder


@contextmanager
def building(location: Path, wait: float) -> Iterator[Path]:
    """A new folder to build in, held alone; it is removed again where the build does not end well.

    Args:
        location: the folder of the index; made where it is missing.
        wait: seconds to wait for another build to end.

    Raises:
        UnwritableIndex: the location takes no files, or another build went on for too long.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(location / LOCK, timeout=wait)
    folder = location / f"{_PREFIX}{uuid.uuid4().hex[:12]}"
    try:
        location.mkdir(parents=True, exist_ok=True)
        lock.acquire()
        folder.mkdir()
    except Timeout:
        raise UnwritableIndex(
            f"Another process has been building the index at {location} for {wait:.0f} s. {REBUILD}"
        ) from None
    except OSError as error:
        lock.release()
        raise unwritable(location, error) from error
    try:
        yield folder
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        lock.release()


def publish(location: Path, folder: Path) -> None:
    """Make a finished build the one in use and remove what neither it nor its forerunner needs."""
    before = _pointed(location)
    pointer = location / f"{POINTER}.{folder.name}"
    with pointer.open("w", encoding="utf-8") as file:
        file.write(folder.name + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(pointer, location / POINTER)
    for path in location.iterdir():
        if path.name.startswith(_PREFIX) and path.name not in (folder.name, before):
            shutil.rmtree(path, ignore_errors=True)
        elif path.name.startswith(f"{POINTER}."):
            path.unlink(missing_ok=True)


def _pointed(location: Path) -> str | None:
    try:
        return live(location).name
    except (MissingIndex, DamagedIndex):
        return None
