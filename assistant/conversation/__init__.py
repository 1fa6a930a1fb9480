"""A question in its conversation: follow-ups completed by rules (what is kept is ``assistant.conversations``)."""

from __future__ import annotations

from assistant.conversation.resolving import Resolved, resolve
from assistant.conversation.signs import stands_alone
from assistant.conversation.told import Told, told

__all__ = ["Resolved", "Told", "resolve", "stands_alone", "told"]
