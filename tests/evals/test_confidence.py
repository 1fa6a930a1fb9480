"""How sure the assistant is, read off where it decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from assistant.opening import open_assistant
from evals.confidence import confidence
from evals.items import Item


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    made = open_assistant()
    assert isinstance(made, Assistant)
    return made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Which recommendations were accepted in principle?", 1.0),
        ("What is the timescale for recommendation 14?", 1.0),
        ("A" * 10_000, None),
        ("What is in theme 6 of the response?", None),
    ],
)
def test_what_is_read_off_the_records_is_sure(
    assistant: Assistant, make_item: Callable[..., Item], question: str, value: float | None
) -> None:
    assert confidence(make_item(question=question), assistant) == value


def test_a_conversation_is_not_rated(assistant: Assistant, make_item: Callable[..., Item]) -> None:
    item = make_item(question="And when?", history=("What does recommendation 8 say?",))
    assert confidence(item, assistant) is None


@pytest.mark.slow
def test_what_the_documents_say_is_surer_than_what_they_do_not(make_item: Callable[..., Item]) -> None:
    made = open_assistant()
    assert isinstance(made, Assistant)
    said = confidence(make_item(question="Why should Ofsted's evaluation of serious case reviews end?"), made)
    unsaid = confidence(make_item(question="What salary does an Ofsted inspector of prisons earn?"), made)
    assert said is not None
    assert unsaid is not None
    assert 0 <= unsaid < said <= 1
