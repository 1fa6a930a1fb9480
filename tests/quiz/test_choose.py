from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from assistant.quiz.bank import Bank
from assistant.quiz.choose import Wish, make_quiz
from assistant.quiz.errors import QuizError, UnknownChoice
from assistant.quiz.linter import Severity, lint_quiz
from assistant.quiz.model import TRUE, Difficulty, Kind, Level
from corpus import Corpus


def test_the_same_seed_gives_the_same_quiz_and_another_another(items_bank: Bank) -> None:
    wish = Wish(count=20, seed=7)
    assert make_quiz(items_bank, wish) == make_quiz(items_bank, wish)
    other = make_quiz(items_bank, replace(wish, seed=8))
    assert {i.id for i in other.items} != {i.id for i in make_quiz(items_bank, wish).items}


@pytest.mark.parametrize(
    ("wish", "attribute", "value"),
    [
        (Wish(themes=(3,)), "theme", 3),
        (Wish(recommendations=(14,)), "recommendation", 14),
        (Wish(documents=("press-release",)), "document", "press-release"),
        (Wish(kinds=(Kind.GAP_FILL,)), "kind", Kind.GAP_FILL),
        (Wish(levels=(Level.UNDERSTANDING,)), "level", Level.UNDERSTANDING),
        (Wish(difficulties=(Difficulty.HARD,)), "difficulty", Difficulty.HARD),
    ],
)
def test_a_choice_is_kept_to(wish: Wish, attribute: str, value: object, items_bank: Bank) -> None:
    items = make_quiz(items_bank, replace(wish, count=8)).items
    assert len(items) == 8
    assert {getattr(i, attribute) for i in items} == {value}


def test_choices_of_several_sorts_hold_together(items_bank: Bank) -> None:
    wish = Wish(count=5, themes=(3,), kinds=(Kind.CHOICE,), levels=(Level.RECALL,))
    for i in make_quiz(items_bank, wish).items:
        assert (i.theme, i.kind, i.level) == (3, Kind.CHOICE, Level.RECALL)


def test_a_quiz_covers_every_recommendation_evenly(items_bank: Bank, corpus: Corpus) -> None:
    quiz = make_quiz(items_bank, Wish(count=60))
    found = Counter(i.recommendation for i in quiz.items if i.recommendation)
    assert set(found) == set(corpus.recommendations)
    assert max(found.values()) - min(found.values()) <= 1


def test_a_quiz_on_a_theme_covers_its_recommendations_and_kinds(items_bank: Bank) -> None:
    quiz = make_quiz(items_bank, Wish(count=20, themes=(3,)))
    found = Counter(i.recommendation for i in quiz.items)
    assert {11, 12, 14, 15} <= set(found)
    assert max(found[n] for n in (11, 12, 14, 15)) - min(found[n] for n in (11, 12, 14, 15)) <= 1
    assert len({i.kind for i in quiz.items}) >= 4


def test_kinds_that_were_chosen_come_equally_often(items_bank: Bank) -> None:
    kinds = (Kind.CHOICE, Kind.TRUE_FALSE, Kind.GAP_FILL)
    found = Counter(i.kind for i in make_quiz(items_bank, Wish(count=30, kinds=kinds)).items)
    assert min(found[k] for k in kinds) >= 5


@pytest.mark.parametrize("seed", range(1, 9))
def test_a_quiz_of_twenty_has_no_flaw_as_a_whole(seed: int, items_bank: Bank) -> None:
    quiz = make_quiz(items_bank, Wish(count=20, seed=seed))
    assert not [f for f in lint_quiz(quiz) if f.item is None]
    assert not [f for f in lint_quiz(quiz) if f.severity is Severity.HARD]


def test_keys_stand_in_each_place_about_equally_often(items_bank: Bank) -> None:
    quiz = make_quiz(items_bank, Wish(count=100, kinds=(Kind.CHOICE,)))
    places = Counter(i.options.index(i.key[0]) for i in quiz.items if len(i.options) == 4)
    assert max(places.values()) - min(places.values()) <= 8


def test_statements_are_true_and_false_in_turn(items_bank: Bank) -> None:
    quiz = make_quiz(items_bank, Wish(count=30, kinds=(Kind.TRUE_FALSE,)))
    assert 12 <= sum(i.key == (TRUE,) for i in quiz.items) <= 18


def test_no_quote_is_used_twice_while_there_are_others(items_bank: Bank) -> None:
    quiz = make_quiz(items_bank, Wish(count=40))
    quotes = Counter((c.document, c.span.start) for i in quiz.items for c in i.citations)
    assert max(quotes.values()) == 1


def test_more_than_there_is_says_how_many_there_are(items_bank: Bank) -> None:
    wish = Wish(themes=(2,), kinds=(Kind.SHORT_ANSWER,))
    there = sum(wish.takes(i) for i in items_bank.items)
    assert len(make_quiz(items_bank, replace(wish, count=there)).items) == there
    with pytest.raises(
        QuizError, match=rf"There are {there} items .* not 1000000\. Run: .* --count {there}$"
    ):
        make_quiz(items_bank, replace(wish, count=1_000_000))


def test_without_a_count_there_are_ten_or_as_many_as_there_are(items_bank: Bank) -> None:
    assert len(make_quiz(items_bank, Wish()).items) == 10
    few = Wish(recommendations=(9,), kinds=(Kind.SHORT_ANSWER,))
    there = sum(few.takes(i) for i in items_bank.items)
    assert 0 < there < 10
    assert len(make_quiz(items_bank, few).items) == there


@pytest.mark.parametrize("count", [0, -3])
def test_a_quiz_of_nothing_is_refused(count: int, items_bank: Bank) -> None:
    with pytest.raises(QuizError, match=r"A quiz has 1 to \d+ items"):
        make_quiz(items_bank, Wish(count=count))


def test_nothing_to_choose_from_is_told(items_bank: Bank) -> None:
    nothing = Wish(recommendations=(14,), documents=("press-release",))
    with pytest.raises(QuizError, match=r"There are 0 items of what was chosen to choose from"):
        make_quiz(items_bank, nothing)


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (Wish(themes=(9,)), "There is no theme 9; there are 1, 2, 3, 4."),
        (Wish(recommendations=(16,)), "There is no recommendation 16; there are 1, 2,"),
        (
            Wish(documents=("../letters",)),
            "There is no document '../letters'; there are government-response,",
        ),
    ],
)
def test_what_the_corpus_does_not_have_is_told(wish: Wish, told: str, items_bank: Bank) -> None:
    with pytest.raises(UnknownChoice) as problem:
        make_quiz(items_bank, wish)
    assert str(problem.value).startswith(told)


def test_the_title_says_what_was_chosen(items_bank: Bank) -> None:
    assert make_quiz(items_bank, Wish()).title == "Quiz on the Munro review"
    assert "theme 3: Developing" in make_quiz(items_bank, Wish(themes=(3,))).title
    assert "Press notice" in make_quiz(items_bank, Wish(documents=("press-release",))).title
