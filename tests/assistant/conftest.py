"""What the tests of reading and answering share: the corpus read once, and questions asked of it without an index."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.evidence.asked import Asked
from assistant.prepared import Prepared, prepare
from assistant.question.question import read
from corpus import load

AskedOf = Callable[[str], Asked]


def _no_index(question: str, lexical: str) -> tuple[dict[str, float], dict[str, float]]:
    return {}, {}


@pytest.fixture(scope="session")
def ready() -> Prepared:
    """The corpus, its words and its names."""
    return prepare(load())


@pytest.fixture(scope="session")
def asked(ready: Prepared) -> AskedOf:
    """A question as read, matched by words alone."""
    return lambda text: Asked(read(text, ready.library, ready.speller), ready.library, _no_index)
