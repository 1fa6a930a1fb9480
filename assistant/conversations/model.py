"""What is kept of a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assistant.model import Answer


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation in the list of its owner."""

    id: str
    """32 hexadecimal digits."""
    title: str
    """From the first question, or as its owner named it; personal data masked; one line, not empty."""
    begun: datetime
    """UTC."""
    changed: datetime
    """When the last question was asked, UTC."""
    turns: int
    """How many questions it holds."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer."""

    conversation: str
    number: int
    """From 1, in the order of asking."""
    question: str
    """Personal data masked."""
    asked: datetime
    """UTC."""
    answer: Answer | None
    """As it was given; None where it cannot be read any more."""
    problem: str | None = None
    """Why it cannot be read, in one line; None where it can."""
