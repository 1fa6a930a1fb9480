"""A set just given, narrowed by what is said of its members; one of them meant by a description."""

from __future__ import annotations

import pytest

from assistant.conversation import Resolved, Told, resolve
from assistant.conversation.narrowing import narrowing
from assistant.prepared import Prepared
from assistant.question.question import Question
from tests.assistant.conftest import Resolve


@pytest.fixture(scope="module")
def after(ready: Prepared) -> Resolve:
    """A question resolved after others, whose answers are the recommendations of the themes and statuses that they name."""

    def told(question: Question) -> Told:
        every = ready.library.corpus.recommendations.values()
        return Told(
            tuple(
                r.number
                for r in every
                if (not question.themes or r.theme in question.themes)
                and (question.statuses is None or r.status in question.statuses)
                and (not question.recommendations or r.number in question.recommendations)
            )
        )

    def resolved(text: str, *history: str) -> Resolved:
        return resolve(text, history, ready.library, ready.speller, told)

    return resolved


@pytest.mark.parametrize(
    ("text", "keeps", "condition"),
    [
        ("And which of those aren't in theme 2?", False, "are in theme 2"),
        ("ok, keep only the ones about training", True, "are about training"),
        ("skip any that weren't accepted outright please", True, "were accepted outright"),
        ("not including anything to do with police", False, "anything to do with police"),
        ("Of these three, which mention Ofsted?", True, "mention Ofsted"),
    ],
)
def test_a_follow_up_narrows_by_a_condition_with_its_polarity(text: str, keeps: bool, condition: str) -> None:
    made = narrowing(text)
    assert made is not None
    assert (made.keeps, made.condition) == (keeps, condition)


@pytest.mark.parametrize(
    "text",
    [
        "Just tell me when number 4 is due",
        "Which of the councils took part?",
        "Drop that. Who chaired it?",
        "What is due by May 2012?",
    ],
)
def test_a_question_of_its_own_narrows_nothing(text: str) -> None:
    assert narrowing(text) is None


@pytest.mark.parametrize(
    ("text", "before", "read"),
    [
        (
            "only those under theme 2",
            "Which recommendations were accepted in principle?",
            "Which recommendations were accepted in principle, leaving aside recommendations 6, 7 and 15?",
        ),
        (
            "and theme 2?",
            "Which recommendations were accepted in principle?",
            "Which recommendations were accepted in principle, leaving aside recommendations 6, 7 and 15?",
        ),
        (
            "without number 13",
            "Which recommendations are in theme 2?",
            "Which recommendations are in theme 2, leaving aside recommendation 13?",
        ),
        (
            "minus the Chief Social Worker one",
            "Which recommendations are in theme 3?",
            "Which recommendations are in theme 3, leaving aside recommendation 15?",
        ),
        (
            "drop whatever you like, is Ofsted independent?",
            "Which recommendations are in theme 3?",
            None,
        ),
    ],
)
def test_what_is_left_of_a_set_is_asked_for_by_number(
    after: Resolve, text: str, before: str, read: str | None
) -> None:
    resolved = after(text, before)
    assert resolved.question.text == (read or resolved.alone.text)
    assert read is None or resolved.understood == read


def test_a_set_is_narrowed_again(after: Resolve) -> None:
    resolved = after(
        "and leave out rec 10",
        "Which recommendations were accepted in principle?",
        "only those under theme 2",
    )
    assert resolved.question.text == (
        "Which recommendations were accepted in principle, leaving aside recommendations 6, 7 and 15, "
        "leaving aside recommendation 10?"
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("was the annual report one accepted?", 5),
        ("when is the one about serious case reviews due?", 9),
        ("is the health visitor one accepted?", None),
        ("is the right one accepted?", None),
    ],
)
def test_one_of_a_set_is_meant_by_a_description(after: Resolve, text: str, number: int | None) -> None:
    resolved = after(text, "Which recommendations are in theme 4?")
    assert (resolved.question.recommendations == (number,)) is (number is not None)


@pytest.mark.parametrize(
    ("text", "history", "themes", "statuses"),
    [
        (
            "any of theirs in theme 2 with that verdict?",
            "Which theme 4 recommendations were accepted?",
            (2,),
            1,
        ),
        ("and in theme 3?", "Which theme 4 recommendations were accepted in principle?", (3,), 1),
        ("what is theme 3 called?", "Which theme 4 recommendations were accepted in principle?", (3,), 0),
    ],
)
def test_the_same_answer_is_asked_of_another_theme(
    after: Resolve, text: str, history: str, themes: tuple[int, ...], statuses: int
) -> None:
    question = after(text, history).question
    assert (question.themes, len(question.statuses or ())) == (themes, statuses)


def test_another_theme_goes_back_to_the_set_before_it_was_narrowed(after: Resolve) -> None:
    resolved = after("and what about theme 1?", "Which recommendations were accepted?", "only theme 3")
    assert resolved.understood is not None
    assert "leaving aside recommendations 5, 11, 12, 13 and 14" in resolved.understood


@pytest.mark.parametrize("text", ["why was it not accepted?", "so was it turned down?"])
def test_the_only_one_of_a_set_is_what_it_means(after: Resolve, text: str) -> None:
    question = after(text, "Which recommendations need to be considered further?").question
    assert question.recommendations == (9,)
