"""What a question is about: without what it sets aside and without choices in brackets."""

from __future__ import annotations

import pytest

from assistant.prepared import Prepared
from assistant.question.topic import set_aside, topic, without_choices


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("When is the full census of the reserve due, not the interim count?", ["interim count"]),
        ("Who in the reserve is sent the yearly census rather than the herd?", ["herd"]),
        ("What is wanted instead of the yearly census of the herd?", []),
        ("Is it not due in May?", []),
    ],
)
def test_what_is_not_meant_is_set_aside_unless_nothing_else_is_asked(text: str, aside: list[str]) -> None:
    assert [text[start:end] for start, end in set_aside(text)] == aside


def test_choices_in_brackets_are_blanked_and_other_asides_kept() -> None:
    chosen = "Which counts of zebras (formal or informal) are due?"
    assert without_choices(chosen) == "Which counts of zebras                      are due?"
    assert without_choices("Which counts (zebras, gnus) are due?") == "Which counts (zebras, gnus) are due?"
    assert without_choices("due (May or June)?") == "due (May or June)?"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("the harm of assessment deadlines", {"harm", "assessment", "deadlines"}),
        ("the deadlines of the zebra count", {"zebra", "count"}),
    ],
)
def test_deadlines_are_a_topic_only_where_they_are_those_of_assessments(
    text: str, about: set[str], ready: Prepared
) -> None:
    assert {t.text for t in topic(text, [], ready.library)} == about
