"""Questions whether something is for one thing only."""

from __future__ import annotations

import pytest

from assistant.answers.extent import telling_extent
from tests.assistant.conftest import AskedOf


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Is the scope of the post of Chief Social Worker confined to children?", "children and adults"),
        ("Is the Chief Social Worker for adults alone?", "children and adults"),
        ("The Chief Social Worker was only ever for adults, was it?", "children and adults"),
        ("Is recommendation 13 restricted to local authorities?", "and their partners"),
        ("Will the Chief Social Worker answer only to the Secretary of State for Health?", "report jointly"),
        ("Is performance information the sole thing, or only a measure of effectiveness?", "not exhaustive"),
    ],
)
def test_the_sentence_that_tells_the_extent_comes_first(asked: AskedOf, text: str, told: str) -> None:
    one = asked(text)
    assert told in telling_extent(one, one.ranked[0]).unit.passage.text


@pytest.mark.parametrize(
    "text",
    [
        "Is the Chief Social Worker for children?",
        "What is the Chief Social Worker only for?",
        "Will the Chief Social Worker start only if Parliament agrees?",
        "Is the Chief Social Worker only for penguins?",
    ],
)
def test_nothing_is_preferred_where_nothing_is_narrowed_or_told(asked: AskedOf, text: str) -> None:
    one = asked(text)
    assert telling_extent(one, one.ranked[0]) is one.ranked[0]
