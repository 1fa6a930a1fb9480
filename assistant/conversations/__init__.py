"""Conversations that are kept: of whom, how, and for how long."""

from __future__ import annotations

from assistant.conversations.discretion import readable
from assistant.conversations.errors import ConversationGone, StoreError
from assistant.conversations.model import Conversation, Turn
from assistant.conversations.opening import open_private_store, open_store
from assistant.conversations.settings import StoreSettings
from assistant.conversations.store import ConversationStore

__all__ = [
    "Conversation",
    "ConversationGone",
    "ConversationStore",
    "StoreError",
    "StoreSettings",
    "Turn",
    "open_private_store",
    "open_store",
    "readable",
]
