"""Nobody passes by guessing: each way to guess does as well as chance, no better and no worse."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.quiz.bank import Bank
from assistant.quiz.choose import Wish, make_quiz
from assistant.quiz.model import Kind, Quiz
from tests.quiz.labelled import item
from tests.quiz.pickers import PICKERS, longest, score


@pytest.mark.parametrize("name", PICKERS)
def test_guessing_stays_within_chance_over_all_single_choice_items(name: str, items_bank: Bank) -> None:
    choices = [i for i in items_bank.items if i.kind is Kind.CHOICE]
    assert len(choices) >= 300
    made = score(name, PICKERS[name], choices)
    assert made.within, made


@pytest.fixture(scope="module", params=[1, 7, 2011])
def quiz_of_300(request: pytest.FixtureRequest, items_bank: Bank) -> Quiz:
    return make_quiz(items_bank, Wish(count=300, seed=request.param, kinds=(Kind.CHOICE,)))


@pytest.fixture(scope="module")
def quiz_with_statements(items_bank: Bank) -> Quiz:
    return make_quiz(items_bank, Wish(count=400, kinds=(Kind.CHOICE, Kind.TRUE_FALSE)))


@pytest.mark.parametrize("name", PICKERS)
def test_guessing_stays_within_chance_in_a_quiz_of_300(name: str, quiz_of_300: Quiz) -> None:
    made = score(name, PICKERS[name], quiz_of_300.items)
    assert made.within, made


@pytest.mark.parametrize("name", ["longest", "shared words", "first"])
def test_guessing_stays_within_chance_with_statements_among_the_items(
    name: str, quiz_with_statements: Quiz
) -> None:
    made = score(name, PICKERS[name], quiz_with_statements.items)
    assert made.within, made


def test_the_test_above_would_see_a_bank_that_can_be_guessed(items_bank: Bank) -> None:
    choices = [i for i in items_bank.items if i.kind is Kind.CHOICE]
    told = [replace(i, key=(max(i.options, key=len),)) for i in choices]
    assert not score("longest", longest, told).within


def test_ties_are_broken_by_lot() -> None:
    tied = item("Which of these?", ["aa", "bb", "c"], ["aa"])
    made = score("longest", longest, [tied])
    assert made.hits == 0.5
    assert made.chance == pytest.approx(1 / 3)
