"""Recommendations told by where their numbers lie, others beside those named, and those said to be the only ones."""

from __future__ import annotations

import pytest

from assistant.answers.sets import answer_set
from assistant.question.number_ranges import ranges
from assistant.question.selection import selection
from assistant.question.set_question import is_set_question
from assistant.question.statuses import chosen_statuses
from corpus.model import Status
from tests.assistant.conftest import AskedOf


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("From 11 onwards, which were put off?", range(11, 16)),
        ("who got a yes from nine upwards?", range(9, 16)),
        ("Recommendations 13 and up", range(13, 16)),
        ("recs 4 and below: any in principle?", range(1, 5)),
        ("Up to and including 3, whose date is 2012?", range(1, 4)),
        ("recommendations above 12", range(13, 16)),
        ("numbers below 3", range(1, 3)),
        ("Between 4 and 6, who got a yes?", range(4, 7)),
        ("Taking 2 to 5 inclusive, which were accepted?", range(2, 6)),
        ("Among the first three, which were accepted?", range(1, 4)),
        ("Of the last two, which was accepted?", range(14, 16)),
        ("the odd-numbered recommendations", range(1, 16, 2)),
        ("even numbers only", range(2, 16, 2)),
        ("services for children from 5 upwards", ()),
        ("from 40 upwards", ()),
        ("above all, not even one", ()),
        ("between 3 and 5 years", ()),
        ("the first ten social workers", ()),
    ],
)
def test_a_range_stands_for_its_numbers(asked: AskedOf, text: str, numbers: range) -> None:
    found = ranges(text, asked(text).library)
    assert tuple(n for r in found for n in r.numbers) == tuple(numbers)


@pytest.mark.parametrize(
    "text",
    [
        "Even-numbered recommendations that got a plain accept",
        "Of 3, 6 and 9, who has no date?",
        "Out of 2, 5, 7 and 12, which has the latest date?",
        "numbers 4 to 9 inclusive: who was not accepted outright?",
    ],
)
def test_some_of_a_range_or_list_are_chosen(asked: AskedOf, text: str) -> None:
    question = asked(text)
    assert is_set_question(question.question, question.library)
    made = answer_set(question)
    assert made is not None
    assert set(made.recommendations) < set(question.question.recommendations)


def test_three_side_by_side_are_no_set_to_choose_from(asked: AskedOf) -> None:
    question = asked("Out of 2, 7 and 12, whose date is the latest?")
    assert not is_set_question(question.question, question.library)


@pytest.mark.parametrize(
    "text",
    ["Is 6 the only one with LSCBs in its timescale?", "Was it only recommendation 6 that was put off?"],
)
def test_what_is_said_to_be_the_only_one_is_no_restriction(asked: AskedOf, text: str) -> None:
    assert asked(text).question.recommendations == ()


def test_others_are_asked_for_beside_numbers_told_before(asked: AskedOf) -> None:
    question = asked("I have 6 and 15 on a slide. What are the other in-principle ones?")
    left = {n for out in selection(question.question, question.library).left_out for n in out.numbers}
    assert left == {6, 15}


def test_how_far_they_agreed_may_stand_behind_what_they_agreed_to() -> None:
    principle = frozenset({Status.ACCEPT_IN_PRINCIPLE})
    assert chosen_statuses("Did they accept more than two of them only in principle?") == principle
    assert chosen_statuses("Which were accepted, and which in principle?") == principle | {Status.ACCEPT}


def test_the_next_date_is_the_earliest_after_one_that_has_passed(asked: AskedOf) -> None:
    question = asked("Once September 2011 is behind us, which recommendation's timescale has the next date?")
    made = answer_set(question)
    assert made is not None
    days = {
        w.last or w.first
        for rec in question.corpus.recommendations.values()
        for unit in question.library.units
        if unit.passage.recommendation == rec.number and unit.passage.part == "timescale"
        for s in unit.sentences
        for w in s.whens
        if w.edtf and (w.last or w.first) is not None
    }
    after = min(d for d in days if d is not None and d.isoformat() > "2011-09-30")
    assert {w.last or w.first for w in made.whens} == {after}
