"""Nobody passes by guessing: each way to guess does as well as chance, no better and no worse."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.quiz.bank import Bank
from assistant.quiz.choose import Wish, make_quiz
from assistant.quiz.model import Kind
from tests.quiz.labelled import item
from tests.quiz.pickers import PICKERS, longest, score


@pytest.mark.parametrize("name", PICKERS)
def test_guessing_stays_within_chance_over_all_single_choice_items(name: str, items_bank: Bank) -> None:
    choices = [i for i in items_bank.items if i.kind is Kind.CHOICE]
    assert len(choices) >= 300
    made = score(name, PICKERS[name], choices)
    assert made.within, made


@pytest.mark.parametrize("name", PICKERS)
@pytest.mark.parametrize("seed", [1, 7, 2011])
def test_guessing_stays_within_chance_in_a_quiz_of_300(name: str, seed: int, items_bank: Bank) -> None:
    quiz = make_quiz(items_bank, Wish(count=300, seed=seed, kinds=(Kind.CHOICE,)))
    made = score(name, PICKERS[name], quiz.items)
    assert made.within, made


@pytest.mark.parametrize("name", ["longest", "shared words", "first"])
def test_guessing_stays_within_chance_with_statements_among_the_items(name: str, items_bank: Bank) -> None:
    quiz = make_quiz(items_bank, Wish(count=400, kinds=(Kind.CHOICE, Kind.TRUE_FALSE)))
    made = score(name, PICKERS[name], quiz.items)
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
