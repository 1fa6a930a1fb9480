"""Several questions in one message: where each begins, and one answer for all of them."""

from __future__ import annotations

import pytest

from assistant.answers.apart import drafted_apart
from assistant.answers.draft import Draft
from assistant.evidence.asked import Asked
from assistant.model import Outcome
from assistant.pipeline import draft
from assistant.question.askings import askings
from corpus.model import Part
from tests.assistant.conftest import AskedOf


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Was rec 13 agreed, and separately, who chairs the group?",
            ["Was rec 13 agreed", "who chairs the group?"],
        ),
        (
            "Two points. Is rec 4 accepted? And when is rec 6 due?",
            ["Is rec 4 accepted?", "when is rec 6 due?"],
        ),
        (
            "First: the status of rec 2. Second: why was rec 14 made?",
            ["the status of rec 2.", "why was rec 14 made?"],
        ),
        (
            "Good morning all. What does rec 7 say; on another matter, when does rec 10 start?",
            ["What does rec 7 say", "when does rec 10 start?"],
        ),
    ],
)
def test_each_question_of_a_message_is_an_asking(text: str, parts: list[str]) -> None:
    assert [one.text for one in askings(text)] == parts


@pytest.mark.parametrize(
    "text",
    [
        "What does Munro say of families who get help late and who end up in court?",
        "When were training and supervision to be reviewed?",
        "He brought the paper and has a copy. When is rec 5 due?",
    ],
)
def test_one_question_is_no_several(text: str) -> None:
    assert askings(text) == ()


def test_what_is_set_before_several_questions_holds_for_all() -> None:
    first, second = askings(
        "On annual reports of boards, what was Munro's point and did ministers accept it?"
    )
    assert (first.framed, second.framed) == (
        first.text,
        "On annual reports of boards, did ministers accept it?",
    )


def test_two_questions_of_different_kinds_are_both_answered(asked: AskedOf) -> None:
    made = draft(asked("Was recommendation 13 accepted, and by when was rec 6 to be done?"))
    assert made.outcome is Outcome.ANSWERED
    assert made.recommendations == (6, 13)
    assert {w.wording for w in made.whens} == {"by December 2011"}
    assert {(q.passage.recommendation, q.passage.part) for q in made.leading} >= {
        (13, Part.GOVERNMENT_RESPONSE),
        (6, Part.TIMESCALE),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Was recommendation 13 accepted, and when is it due?",
        "Why was rec 9 made, and what did they reply?",
        "Which status has rec 9? Over what stretch of months were the zoo's ministers to mull that over?",
        "Which recommendations are due in 2012, and which were accepted in principle?",
    ],
)
def test_a_question_that_leans_on_the_one_before_stays_with_it(asked: AskedOf, text: str) -> None:
    assert drafted_apart(asked(text), draft) is None


def test_where_one_of_two_has_no_answer_neither_is_answered_by_itself(asked: AskedOf) -> None:
    text = "Was recommendation 13 accepted, and what colour was the minister's bicycle shed?"

    def of_records_only(one: Asked) -> Draft:
        return draft(one) if one.question.recommendations else Draft(Outcome.NOT_IN_GUIDANCE, ())

    assert drafted_apart(asked(text), draft) is not None
    assert drafted_apart(asked(text), of_records_only) is None
