"""Taking a quiz and a trainer's desk, as values; how answers are marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.pages.quiz_desk import Decision, lay_out
from assistant.pages.quiz_marking import Response, answered, mark
from assistant.pages.quiz_taking import Feedback, begin
from assistant.quiz.model import Item, Kind, Quiz
from tests.quiz.formats.samples import (
    CHOICE,
    EVERY_KIND,
    GAP_FILL,
    MATCHING,
    ORDERING,
    SEVERAL,
    SHORT,
    TRUE_FALSE,
    few,
    hostile_items,
)

QUIZ = Quiz(EVERY_KIND, 7, "Quiz")


def right(item: Item) -> Response:
    return tuple(pair.right for pair in item.pairs) if item.kind is Kind.MATCHING else item.key


@few
@given(hostile_items())
def test_the_key_is_right_and_answers_all_of_it(item: Item) -> None:
    assert mark(item, right(item)).right
    assert answered(item, right(item))


@pytest.mark.parametrize("item", EVERY_KIND, ids=lambda item: item.kind.value)
def test_nothing_is_not_right_and_no_answer(item: Item) -> None:
    for nothing in ((), ("",)):
        assert not mark(item, nothing).right
        assert not answered(item, nothing)


@pytest.mark.parametrize(
    ("item", "response", "parts"),
    [
        (CHOICE, ("By 2013",), 0),
        (TRUE_FALSE, ("True",), 0),
        (SEVERAL, ("Recommendation 5", "Recommendation 6"), 4),
        (SEVERAL, SEVERAL.options, 3),
        (MATCHING, ("Accept", "Accept", "Accept", "Consider further"), 3),
        (ORDERING, ORDERING.options, 1),
        (SHORT, ("Tim Loughton",), 0),
    ],
)
def test_a_wrong_answer_is_marked_by_its_parts(item: Item, response: Response, parts: int) -> None:
    assert (mark(item, response).right, mark(item, response).parts) == (False, parts)


@pytest.mark.parametrize("words", ["chief social worker", " Chief  Social Worker. ", "“CSW”", "csw"])
def test_typed_words_count_whatever_their_case_blanks_and_quotes(words: str) -> None:
    assert mark(GAP_FILL, (words,)).right


def test_answers_are_shown_at_once_and_counted() -> None:
    now = begin(QUIZ, Feedback.AT_ONCE).answer(right(CHOICE))
    assert now.explaining
    now = now.forward().answer(("True",)).forward().answer(())
    assert (now.come_to, now.score, now.finished) == (3, 1, False)
    now = now.stop()
    assert now.finished
    assert now.missed == EVERY_KIND[1:]


def test_answers_shown_at_the_end_go_on_and_can_be_changed() -> None:
    now = begin(QUIZ, Feedback.AT_THE_END).answer(("By 2013",))
    assert not now.explaining
    assert now.at == 1
    now = now.back().answer(right(CHOICE))
    for item in EVERY_KIND[1:]:
        now = now.answer(right(item))
    assert now.finished
    assert (now.score, now.missed) == (len(EVERY_KIND), ())


def test_a_retry_holds_what_was_missed_and_nothing_is_answered() -> None:
    now = begin(QUIZ, Feedback.AT_ONCE).answer(right(CHOICE)).stop().retry()
    assert now.quiz.items == EVERY_KIND[1:]
    assert (now.go, now.at, now.come_to, now.quiz.seed) == (2, 0, 0, 7)


def test_a_desk_hands_out_what_was_accepted_in_its_order() -> None:
    desk = (
        lay_out(QUIZ).decide(0, Decision.ACCEPTED).decide(1, Decision.REJECTED).decide(2, Decision.ACCEPTED)
    )
    assert desk.accepted().items == (CHOICE, SEVERAL)
    moved = desk.move(2, -1).move(1, -1)
    assert moved.accepted().items == (SEVERAL, CHOICE)
    assert moved.accept_open().accepted().items == (SEVERAL, CHOICE, *EVERY_KIND[3:])
    assert (desk.count(Decision.OPEN), desk.accepted().seed) == (len(EVERY_KIND) - 3, 7)


def test_a_decision_made_again_is_taken_back_and_another_takes_its_place() -> None:
    desk = lay_out(QUIZ).decide(0, Decision.ACCEPTED)
    assert desk.decide(0, Decision.ACCEPTED).entries[0].decision is Decision.OPEN
    assert desk.decide(0, Decision.REJECTED).entries[0].decision is Decision.REJECTED


@given(st.integers(0, len(EVERY_KIND) - 1), st.sampled_from((-1, 1)))
def test_moving_loses_nothing_and_an_end_holds(at: int, by: int) -> None:
    desk = lay_out(QUIZ)
    moved = desk.move(at, by)
    assert sorted(e.item.id for e in moved.entries) == sorted(i.id for i in EVERY_KIND)
    to = min(max(at + by, 0), len(EVERY_KIND) - 1)
    assert moved.entries[to].item == EVERY_KIND[at]


def test_an_edited_item_is_accepted_and_says_so() -> None:
    edited = replace(CHOICE, stem="When must it be done?")
    entry = lay_out(QUIZ).edit(0, edited).entries[0]
    assert (entry.item, entry.decision, entry.edited) == (edited, Decision.ACCEPTED, True)
