"""The marks of a numbered list of questions name nothing in the guidance."""

from __future__ import annotations

import pytest

from assistant.question.enumerated import without_enumeration


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("1) who feeds the zebras 2) what do they eat", "who feeds the zebras? what do they eat?"),
        ("Two things. (1) Who feeds them? (2) With what?", "Two things. Who feeds them? With what?"),
        ("i) who pays; ii) who eats", "who pays? who eats?"),
        ("1. Who pays? 2. Who eats? 3. Who leaves?", "Who pays? Who eats? Who leaves?"),
    ],
)
def test_each_mark_ends_a_question(text: str, plain: str) -> None:
    assert without_enumeration(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "Compare recommendations 1 and 2.",
        "What does rec 1) say and what does rec 2) say?",
        "1) who feeds the zebras",
        "2) who pays 3) who eats",
        "In 2011 (1 July) who paid 2. the keeper?",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert without_enumeration(text) == text
