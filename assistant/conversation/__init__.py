"""A question in its conversation: follow-ups completed by rules (what is kept is ``assistant.conversations``)."""

from __future__ import annotations

from assistant.conversation.resolving import Resolved, resolve

__all__ = ["Resolved", "resolve"]
