"""Answers of the program to the development questions, without the index that only some of them need."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.model import Answer, Outcome
from assistant.opening import open_assistant
from evals.items import load_items
from tests.conftest import without_index

#: One question in so many, to keep the tests short; the script of the evaluation takes them all.
_EVERY = 6


@pytest.fixture(scope="session")
def assistant() -> Assistant:
    return without_index(open_assistant())


@pytest.fixture(scope="session")
def answers(assistant: Assistant) -> tuple[Answer, ...]:
    """Answered development questions."""
    made = (assistant.ask(i.question, i.history) for i in load_items("development")[::_EVERY])
    return tuple(a for a in made if a.outcome is Outcome.ANSWERED)
