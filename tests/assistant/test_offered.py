"""Answers that a question only offers to choose from are no conditions."""

from __future__ import annotations

import pytest

from assistant.question.offered import without_offer


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (
            "Was the zebra plan accepted, accepted in principle, or considered further?",
            "Was the zebra plan with what status?",
        ),
        (
            "The zebra plan was (a) accepted (b) accepted in principle (c) for further consideration. Which letter's right?",
            "The zebra plan was (a) with what status?",
        ),
        (
            "Was it accepted, accepted in principle or rejected, and who said so?",
            "Was it with what status, and who said so?",
        ),
    ],
)
def test_three_statuses_to_choose_from_ask_for_the_status(text: str, plain: str) -> None:
    assert without_offer(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "Was rec 6 accepted or accepted in principle?",
        "Which recommendations were accepted, accepted in principle or considered further?",
        "How many were accepted, accepted in principle, or considered further?",
        "It was accepted. Later it was accepted in principle. Then it was considered further.",
    ],
)
def test_statuses_that_choose_stay(text: str) -> None:
    assert without_offer(text) == text
