"""Chroma in a folder or on a server, and what may be wrong with it. The one home of chromadb."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from corpus.errors import FixableError
from index.database import DATABASE, temporary_copy
from index.errors import REBUILD, DamagedIndex, no_server, one_line, unwritable

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection as Collection


def client(place: Path | str, held: ExitStack) -> Any:  # the type that Chroma declares lacks close()
    """A client for a folder or for the address of a server, let go of with ``held``."""
    import chromadb
    from chromadb.config import Settings

    # A stray .env in the working directory is Chroma's default source of settings; it is none of ours.
    options: dict[str, Any] = {
        "_env_file": None,
        "anonymized_telemetry": False,
        "chroma_otel_collection_endpoint": "",
    }
    if isinstance(place, Path):
        client: Any = chromadb.PersistentClient(path=str(place), settings=Settings(**options))
    else:
        url = urlsplit(place)
        secure = url.scheme == "https"
        port = url.port or (443 if secure else 80)
        client = chromadb.HttpClient(
            host=url.hostname or "", port=port, ssl=secure, settings=Settings(**options)
        )
    held.callback(client.close)
    return client


def drop(url: str, name: str) -> None:
    """Remove a collection from a server, if it is there.

    Raises:
        NoServer: none answers.
    """
    from chromadb.errors import NotFoundError

    with writing(url), ExitStack() as held, suppress(NotFoundError):
        client(url, held).delete_collection(name)


def writable(folder: Path, held: ExitStack) -> Path:
    """The folder, or a temporary copy where it cannot be written: Chroma opens nothing that it may not write."""
    free = os.access(folder / DATABASE, os.W_OK) and os.access(folder, os.W_OK)
    return folder if free else temporary_copy(folder, held)


@contextmanager
def writing(place: Path | str) -> Iterator[None]:
    """Tell what keeps a place from taking something.

    Raises:
        UnwritableIndex: the folder does not take it.
        NoServer: no server answers there, or it takes none.
    """
    with _used(place, unwritable):
        yield


@contextmanager
def reading(place: Path | str) -> Iterator[None]:
    """Tell what keeps a place from being read.

    Raises:
        DamagedIndex: it cannot be read.
        NoServer: no server answers.
    """
    with _used(place, _unreadable):
        yield


@contextmanager
def _used(place: Path | str, problem: Callable[[Path | str, Exception], FixableError]) -> Iterator[None]:
    """Tell what goes wrong with a folder as ``problem``, and with a server as that, unless it only lacks something."""
    from chromadb.errors import ChromaError, NotFoundError

    try:
        yield
    except FixableError:
        raise
    except Exception as error:
        if isinstance(place, Path) and not isinstance(
            error, ChromaError | OSError | sqlite3.Error | ValueError | LookupError
        ):
            raise
        if not isinstance(place, str) or isinstance(error, NotFoundError):
            raise problem(place, error) from error
        raise no_server(place, error) from error


def _unreadable(place: Path | str, error: Exception) -> DamagedIndex:
    return DamagedIndex(f"The index at {place} cannot be read ({one_line(error)[:200]}). {REBUILD}")
