"""What the tests of reading and answering share: the corpus read once, and questions asked of it without an index."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.sets import answer_set
from assistant.conversation import Told, resolve
from assistant.conversation.resolving import Resolved
from assistant.evidence.asked import Asked
from assistant.prepared import Prepared, prepare
from assistant.question.question import Question, read
from assistant.question.set_question import is_set_question
from corpus import load

AskedOf = Callable[[str], Asked]
Resolve = Callable[..., Resolved]


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


def set_members(asked: AskedOf, text: str) -> tuple[int, ...] | None:
    """The recommendations that a set question is answered with, lowest first; None where it is read as no set question."""
    question = asked(text)
    if not is_set_question(question.question, question.library):
        return None
    made = answer_set(question)
    return tuple(sorted(made.recommendations)) if made else ()


@pytest.fixture(scope="session")
def after(ready: Prepared) -> Resolve:
    """A question resolved after others; each was answered with what it names, or else with some recommendations."""

    def resolved(text: str, *history: str, told: tuple[int, ...] = ()) -> Resolved:
        def about(question: Question) -> Told:
            return Told(question.recommendations or told)

        return resolve(text, history, ready.library, ready.speller, about)

    return resolved
