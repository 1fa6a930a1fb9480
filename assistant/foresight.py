"""What a question will most likely be searched with, told before it is read, and embedded meanwhile.

Most of the time that a question takes goes into its embedding, which leaves Python to other threads. What is
foreseen wrongly costs a processor's time and nothing else: the search embeds what it needs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from assistant.evidence.queries import dense_query
from assistant.language.spelling import Speller
from assistant.library.library import Library
from assistant.question.dates import with_years
from assistant.question.focus import focus
from assistant.question.references import references


class Foreseeing(Protocol):
    """Embeds what will be searched for; threads may share it."""

    def soon(self, query: str) -> None:
        """Begin to embed a query."""

    def embed(self, query: str) -> object:
        """Embed a query, and wait for it."""


class Queries(Foreseeing, Protocol):
    """What an index keeps of the queries it was given; threads may share it."""

    def kinds(self, query: str) -> Mapping[str, float]:
        """How likely a query is of each kind that the model tells."""


class _Blind:
    def soon(self, query: str) -> None:
        """Nothing."""

    def embed(self, query: str) -> None:
        """Nothing."""


#: Embeds nothing before it is searched for.
BLIND = _Blind()


def foreseen(cleaned: str, history: Sequence[str], library: Library, speller: Speller) -> str | None:
    """What will most likely be embedded for a question; None where it leans on earlier ones, or names its place."""
    if history:
        return None
    asking = with_years(focus(speller.correct(cleaned), library.vocabulary)[0])
    return None if references(asking) else dense_query(asking, library) or None
