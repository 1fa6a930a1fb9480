"""What a notice or a briefing says of a recommendation that is named by its number."""

from __future__ import annotations

import pytest

from assistant.answers.told_elsewhere import told_elsewhere
from assistant.model import Notice
from tests.assistant.conftest import AskedOf


@pytest.mark.parametrize(
    ("text", "words", "differ"),
    [
        ("how does the press notice put recommendation 15?", "permanent professional presence", True),
        ("recommendation 14 in the press notice, please", "practising senior social worker", False),
    ],
)
def test_the_passage_of_another_document_is_quoted(
    asked: AskedOf, text: str, words: str, differ: bool
) -> None:
    question = asked(text)
    made = told_elsewhere(question, question.recommendations[0])
    assert made is not None
    assert words in made.lines[0].quotes[0].passage.text
    assert (Notice.DOCUMENTS_DIFFER in made.notices) is differ


@pytest.mark.parametrize(
    "text",
    [
        "was recommendation 14 accepted, going by the press notice?",
        "what does the response say about recommendation 14?",
        "what does the press notice say about recommendation 11?",
    ],
)
def test_records_and_what_is_not_told_there_are_left_to_others(asked: AskedOf, text: str) -> None:
    question = asked(text)
    assert told_elsewhere(question, question.recommendations[0]) is None
