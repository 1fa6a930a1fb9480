"""What a store of conversations can do."""

from __future__ import annotations

from typing import Protocol

from assistant.conversations.model import Conversation, Turn
from assistant.model import Answer


class ConversationStore(Protocol):
    """Keeps the conversations of people, each for its owner alone; safe to share by threads.

    An owner is any text that stands for a person or a browser; it is not kept, only its hash is. What belongs to
    somebody else is treated as if it were not there. Every method may raise StoreError.
    """

    def add(self, owner: str, conversation: str | None, asked: str, answer: Answer) -> Turn:
        """Keep a question and its answer, personal data masked; the turn is as it was kept.

        Args:
            conversation: id of the one it goes on; None begins a new one.
            asked: the question as typed, nothing masked: it tells what is personal.

        Raises:
            ConversationGone: there is no such conversation (any more).
        """
        ...

    def conversations(
        self, owner: str, words: str = "", limit: int | None = None
    ) -> tuple[Conversation, ...]:
        """The latest first; with ``words``, those that hold all of them in title, questions and answers."""
        ...

    def conversation(self, owner: str, conversation: str) -> Conversation | None:
        """One of them; None where there is no such conversation."""
        ...

    def turns(self, owner: str, conversation: str) -> tuple[Turn, ...]:
        """In the order of asking; empty where there is no such conversation."""
        ...

    def rename(self, owner: str, conversation: str, title: str) -> Conversation:
        """Give another title; personal data in it is masked. Raises ConversationGone."""
        ...

    def delete(self, owner: str, conversation: str) -> bool:
        """Delete for good; False where there was nothing."""
        ...

    def delete_all(self, owner: str) -> int:
        """Delete everything of an owner for good; how many conversations that were."""
        ...

    def close(self) -> None:
        """Close the database; one in memory forgets everything."""
        ...
