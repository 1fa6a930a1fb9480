from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.quiz.linter import ITEM_RULES, QUIZ_RULES, Severity, lint, lint_quiz
from assistant.quiz.linter.quizzes import at_least
from assistant.quiz.model import Item, Kind, Quiz
from tests.quiz.labelled import item, labelled

FLAWED, GOOD = labelled("flawed.yaml"), labelled("good.yaml")


def test_at_least_95_in_100_flaws_are_found_with_at_most_2_in_100_false_alarms() -> None:
    assert len(FLAWED) >= 100
    missed = [(flaw, i.stem) for flaw, i in FLAWED if flaw not in {f.rule for f in lint(i)}]
    assert len(missed) <= 0.05 * len(FLAWED), missed
    assert len(GOOD) >= 50
    alarms = [(i.stem, lint(i)) for _, i in GOOD if lint(i)]
    assert len(alarms) <= 0.02 * len(GOOD), alarms


def test_every_rule_has_a_labelled_breach() -> None:
    assert {flaw for flaw, _ in FLAWED} == {r.name for r in ITEM_RULES}


def test_rules_are_named_once_and_say_what_they_look_for() -> None:
    named = [(r.name, r.severity, r.check.__doc__) for r in ITEM_RULES]
    named += [(r.name, r.severity, r.check.__doc__) for r in QUIZ_RULES]
    assert len({name for name, _, _ in named}) == len(named)
    assert all(told for _, _, told in named)
    assert {severity for _, severity, _ in named} == set(Severity)


def test_a_quotation_may_deny_something() -> None:
    quoted = item(
        "Who said this? “The system is not working.”",
        ["Eileen Munro", "Anne Milton", "Jo Webber"],
        ["Jo Webber"],
    )
    assert not lint(quoted)
    assert "no_unmarked_negative" in {f.rule for f in lint(replace(quoted, stem="Who did not say this?"))}


def test_statuses_are_no_overlap_though_one_holds_the_other() -> None:
    statuses = item(
        "Which status was given to recommendation 1?",
        ["Accept", "Accept in principle", "Consider further"],
        ["Accept"],
    )
    assert not lint(statuses)


def quiz(*items: Item) -> Quiz:
    return Quiz(items=items, seed=1, title="A quiz")


def choices(keys: list[int], long_key: bool = False) -> list[Item]:
    """Items whose keys stand in these places."""
    made = []
    for n, place in enumerate(keys):
        options = [f"answer {n}{letter}" for letter in "abcd"]
        if long_key:
            options[place] += " of some length"
        made.append(item(f"Which is question number {n} about?", options, [options[place]]))
    return made


def rules(found: Quiz) -> set[str]:
    return {f.rule for f in lint_quiz(found) if f.item is None}


def test_keys_in_one_place_are_told() -> None:
    assert "positions_balanced" in rules(quiz(*choices([1] * 12)))
    assert "positions_balanced" not in rules(quiz(*choices([0, 1, 2, 3] * 3)))


def test_longest_keys_are_told() -> None:
    assert "longest_not_key" in rules(quiz(*choices([0, 1, 2, 3] * 3, long_key=True)))
    assert "longest_not_key" not in rules(quiz(*choices([0, 1, 2, 3] * 3)))


def test_too_many_true_statements_are_told() -> None:
    def statements(truths: list[bool]) -> list[Item]:
        return [
            item(f"The response says thing {n}.", ["True", "False"], [str(t)], "true_false")
            for n, t in enumerate(truths)
        ]

    assert "truth_balanced" in rules(quiz(*statements([True] * 12)))
    assert "truth_balanced" not in rules(quiz(*statements([True, False] * 6)))


def test_an_item_asked_twice_is_told() -> None:
    one, two = choices([0, 1])
    assert "no_repetition" in rules(quiz(one, two, one))
    assert "no_repetition" not in rules(quiz(one, two))


def test_a_stem_that_tells_another_answer_is_told() -> None:
    told = item("When the College of Social Work was founded, who led it?", ["A", "B", "C"], ["A"])
    asked = item(
        "Which body was to own the framework?",
        ["Ofsted", "the College of Social Work", "DfE"],
        ["the College of Social Work"],
    )
    assert "nothing_given_away" in rules(quiz(told, asked))
    assert "nothing_given_away" not in rules(quiz(asked, choices([0])[0]))


def test_few_items_are_no_matter_of_balance() -> None:
    assert not rules(quiz(*choices([1] * 7, long_key=True)))


@pytest.mark.parametrize(
    ("hits", "count", "share", "chance"), [(0, 5, 0.25, 1.0), (5, 5, 0.5, 1 / 32), (1, 2, 0.5, 0.75)]
)
def test_the_probability_of_so_many_hits(hits: int, count: int, share: float, chance: float) -> None:
    assert at_least(hits, count, share) == pytest.approx(chance)


def test_kinds_without_options_are_not_judged_by_them() -> None:
    open_kinds = [i for _, i in GOOD if i.kind in (Kind.GAP_FILL, Kind.SHORT_ANSWER)]
    assert len(open_kinds) > 5
    assert not [f for i in open_kinds for f in lint(i)]
