"""Opening a store of conversations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.conversations.discretion import Discretion
from assistant.conversations.settings import StoreSettings

if TYPE_CHECKING:
    from assistant.conversations.store import ConversationStore


def open_store(public_names: frozenset[str], settings: StoreSettings | None = None) -> ConversationStore:
    """The store of this machine; nothing is written before something is kept or looked up.

    Args:
        public_names: what the documents publish and is never masked (``Assistant.public_names``).
        settings: where; from the environment where None.

    Raises:
        StoreError: the database URL cannot be used.
    """
    from assistant.conversations.database import Database
    from assistant.conversations.engines import file_engine, read_url, server_engine
    from assistant.conversations.sql_store import SqlConversations

    settings = settings or StoreSettings.from_environment()
    url = read_url(settings.url) if settings.url else None
    if url is not None and url.get_backend_name() == "postgresql":
        database = Database(server_engine(url), None)
    else:
        path = Path(url.database or "").absolute() if url is not None else settings.file
        database = Database(file_engine(path), path)
    return SqlConversations(database, Discretion(public_names))


def open_private_store(public_names: frozenset[str]) -> ConversationStore:
    """A store in memory that leaves nothing behind; for one person who wants nothing kept."""
    from assistant.conversations.database import Database
    from assistant.conversations.engines import memory_engine
    from assistant.conversations.sql_store import SqlConversations

    return SqlConversations(Database(memory_engine(), None), Discretion(public_names))
