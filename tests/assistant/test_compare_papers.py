"""Papers beside each other by what they are, and which of them a question names."""

from __future__ import annotations

import pytest

from assistant.answers.compare_documents import compare_documents, telling_first
from assistant.answers.compare_papers import compare_papers
from assistant.answers.documents_beside import compared
from assistant.answers.where import Where
from assistant.model import Notice
from tests.assistant.conftest import AskedOf


@pytest.mark.parametrize(
    ("text", "head", "wordings"),
    [
        (
            "Were the letter to the NHS and the press notice issued on the same day?",
            "They carry the same date:",
            {"13th July 2011", "13 July 2011"},
        ),
        (
            "Which date is on the press notice and which on the council briefing?",
            "They carry different dates:",
            {"13 July 2011", "11th October 2011"},
        ),
    ],
)
def test_the_dates_of_papers_stand_beside_each_other(
    asked: AskedOf, text: str, head: str, wordings: set[str]
) -> None:
    made = compare_papers(asked(text))
    assert made is not None
    assert made.lines[0].text == head
    assert {w.wording for w in made.whens} == wordings


def test_the_names_under_both_letters_are_shown(asked: AskedOf) -> None:
    made = compare_papers(asked("Whose names stand at the bottom of each of the two letters?"))
    assert made is not None
    assert not made.notices
    shown = [[q.passage.text for q in line.quotes] for line in made.lines]
    assert "TIM LOUGHTON MP" in shown[0]
    assert {"TIM LOUGHTON MP", "ANNE MILTON"} <= set(shown[1])


@pytest.mark.parametrize(
    "text",
    [
        "Do the press notice and the response give the same date for the Chief Social Worker?",
        "What do the two letters say about the summer?",
        "When was the press notice published?",
        "When did the minister write the letter to councils about the response?",
        "Does the press notice give the same date?",
    ],
)
def test_what_papers_say_is_not_told_by_their_dates(asked: AskedOf, text: str) -> None:
    assert compare_papers(asked(text)) is None


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("Do the notice and the response differ?", ("government-response", "press-release")),
        (
            "The letter to councils and the one to the NHS: do they differ?",
            ("letter-to-councils", "letter-to-nhs"),
        ),
    ],
)
def test_papers_are_named_by_their_kind_alone(asked: AskedOf, text: str, papers: tuple[str, ...]) -> None:
    assert tuple(where.document for where in compared(asked(text))) == papers


def test_the_paper_that_says_more_is_searched_first(asked: AskedOf) -> None:
    question = asked("Is the date of slimmed down guidance in the press notice the same as in the response?")
    papers = (Where(document="government-response"), Where(document="press-release"))
    assert telling_first(question, papers) == papers[::-1]


def test_the_same_count_is_no_difference(asked: AskedOf) -> None:
    made = compare_documents(
        asked("How many trial authorities are there: do the response and the letter to councils differ?")
    )
    assert made is not None
    assert Notice.DOCUMENTS_DIFFER not in made.notices
