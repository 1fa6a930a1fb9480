"""Follow-ups as completed: numbers alone, corrections, going back, staying with the subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.conversation import Resolved, resolve
from assistant.conversation.signs import NEW_SUBJECT, OPENER
from assistant.prepared import Prepared
from assistant.question.facets import Want

Resolve = Callable[..., Resolved]


@pytest.fixture(scope="module")
def after(ready: Prepared) -> Resolve:
    """A question resolved after others, whose answers are about the recommendations that they name."""

    def resolved(text: str, *history: str) -> Resolved:
        return resolve(text, history, ready.library, ready.speller, lambda q: q.recommendations)

    return resolved


@pytest.mark.parametrize(
    "text", ["what about 7?", "same question for seven", "and seven?", "sorry, I meant 7", "no, 7"]
)
def test_a_number_alone_asks_the_same_of_another(after: Resolve, text: str) -> None:
    resolved = after(text, "When is recommendation 4 due?")
    assert resolved.question.recommendations == (7,)
    assert resolved.question.has(Want.WHEN)
    assert "recommendation 7" in (resolved.understood or "")


def test_a_number_word_that_counts_something_is_no_recommendation(after: Resolve) -> None:
    assert after("and seven years?", "Was recommendation 4 accepted?").question.recommendations != (7,)


def test_a_number_goes_on_with_what_was_numbered_before(after: Resolve) -> None:
    resolved = after("and 13?", "What does paragraph 12 say?")
    assert (resolved.question.paragraphs, resolved.question.recommendations) == ((13,), ())


@pytest.mark.parametrize(
    ("text", "number"), [("And the one before it?", 9), ("What about the next one?", 11)]
)
def test_a_neighbour_is_counted_from_the_one_spoken_of(after: Resolve, text: str, number: int) -> None:
    assert after(text, "Was recommendation 10 accepted?").question.recommendations == (number,)


def test_going_back_to_the_first_leaves_the_last(after: Resolve) -> None:
    resolved = after(
        "Going back to the first one: when is it due?",
        "Was recommendation 4 accepted?",
        "When is recommendation 6 due?",
    )
    assert resolved.question.recommendations == (4,)
    assert [t.text for t in resolved.question.terms] == []


def test_a_corrected_subject_is_asked_the_same(after: Resolve) -> None:
    resolved = after("Sorry, I meant the zebra census", "When is the lion census due?")
    assert resolved.question.has(Want.WHEN)
    assert not {"lion"} & {w for t in resolved.question.terms for w in t.text.split()}


def test_another_subject_takes_nothing_over(after: Resolve) -> None:
    resolved = after("Different question: who counts the zebras?", "Was recommendation 15 accepted?")
    assert resolved.question == resolved.alone == resolved.forced
    assert resolved.understood is None


def test_a_few_words_of_its_subject_stay_with_it(after: Resolve, ready: Prepared) -> None:
    resolved = after("Early help offer?", "What was the response to recommendation 10?")
    assert resolved.alone.recommendations == ()
    assert resolved.question.recommendations == (10,)


def test_words_that_the_subject_does_not_say_do_not_stay(after: Resolve) -> None:
    resolved = after("Who inspects the zebra houses?", "What was the response to recommendation 10?")
    assert resolved.question.recommendations == ()


def test_without_history_a_question_stands_alone(after: Resolve) -> None:
    resolved = after("what about 6?")
    assert resolved.question == resolved.alone
    assert resolved.understood is None


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("Leave that, what does the foreword say?", True),
        ("Separate question: what does the foreword say?", True),
        ("Are the separate reports due then?", False),
        ("Should he leave work, then?", False),
    ],
)
def test_a_new_subject_is_told_by_what_the_person_says_of_it(text: str, turns: bool) -> None:
    assert bool(NEW_SUBJECT.search(text)) is turns


def test_a_no_with_a_comma_opens_a_follow_up() -> None:
    assert OPENER.match("No, the interim one")
    assert not OPENER.match("Nobody said so")
