"""Sets told as people speak: themes by part of their name, statuses by idiom, things announced before they are asked for."""

from __future__ import annotations

import pytest

from assistant.question.references import references
from assistant.question.selection import selection
from assistant.question.set_query.announced import as_one_question
from assistant.question.set_query.bidden import told_to_act
from assistant.question.statuses import chosen_statuses
from corpus.model import Part, Status
from tests.assistant.conftest import AskedOf, set_members

ACCEPT, PRINCIPLE, FURTHER = Status.ACCEPT, Status.ACCEPT_IN_PRINCIPLE, Status.CONSIDER_FURTHER


def test_an_opening_that_names_a_theme_is_part_of_the_question(asked: AskedOf) -> None:
    records = asked("zebra").corpus.recommendations.values()
    themes = asked("zebra").corpus.themes
    under = tuple(r.number for r in records if "early help" in themes[r.theme])
    assert (
        set_members(asked, "For the early help theme, what reply did every recommendation receive?") == under
    )


def test_a_theme_that_is_left_out_is_not_selected(asked: AskedOf) -> None:
    found = selection(
        (q := asked("Setting the expertise-valuing theme to one side, which were accepted?")).question,
        q.library,
    )
    assert found.themes == ()
    assert [tuple(left.themes) for left in found.left_out] == [(1,)]


def test_to_one_side_is_no_range() -> None:
    (theme,) = references("Leaving theme 3 to one side")
    assert theme.numbers == (3,)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Which did they endorse with no quibbles?", {ACCEPT}),
        ("Which got a whole-hearted thumbs-up?", {ACCEPT}),
        ("Which did they embrace with a few provisos?", {PRINCIPLE}),
        ("Which got a hedged nod?", {PRINCIPLE}),
        ("Which got a 'yes, but'?", {PRINCIPLE}),
        ("A firm yes, but with a month?", {ACCEPT}),
        ("Which were they still pondering?", {FURTHER}),
        ("Which had they not made up their minds about?", {FURTHER}),
        ("Which is the jury out on?", {FURTHER}),
        ("What did each get (accepted / in principle / still pondering)?", None),
        ("Which was accepted (recommendation 5, say, or 6)?", {ACCEPT}),
    ],
)
def test_statuses_are_told_by_idiom_and_not_by_a_list_of_them(text: str, wanted: set[Status] | None) -> None:
    assert chosen_statuses(text) == wanted


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Two of them mention bats. Which?", "Which two recommendations mention bats?"),
        ("There's one that mentions owls - which is it?", "Which recommendation mentions owls?"),
        (
            "I gather three recs name newts. Which are they, and when are they due?",
            "Which three recommendations name newts, and when are they due?",
        ),
        ("A few cite an Act of Newts. List them.", "Which recommendations cite an Act of Newts?"),
        ("Two of them mention bats. What did ministers say?", None),
        ("Two things are told in the letters. Which?", None),
        ("One thing I want to know: which mention bats?", None),
    ],
)
def test_what_is_announced_and_then_asked_for_is_one_question(text: str, question: str | None) -> None:
    assert as_one_question(text) == (question or text)


def test_of_an_announced_number_those_that_end_with_the_period_are_meant(asked: AskedOf) -> None:
    two = set_members(asked, "Two recommendations were to be done by the end of 2012. Which two?")
    every = set_members(asked, "Which recommendations were to be done by the end of 2012?")
    assert two is not None
    assert every is not None
    assert len(two) == 2
    assert set(two) < set(every)


def test_each_of_two_dates_has_a_set_of_its_own(asked: AskedOf) -> None:
    assert set_members(asked, "Which ones carry an April 2012 date and which carry a summer 2012 one?") == (
        12,
        14,
    )


def test_each_of_two_mentions_has_a_set_of_its_own(asked: AskedOf) -> None:
    first = set_members(asked, "Which recommendations mention JSNA?") or ()
    second = set_members(asked, "Which recommendations mention the Public Health Outcomes Framework?") or ()
    both = set_members(asked, "Which mention JSNA, and which mention the Public Health Outcomes Framework?")
    assert first
    assert second
    assert both == tuple(sorted({*first, *second}))


@pytest.mark.parametrize(
    "text",
    ["which tell employers to act", "which ones fall to employers", "recs for employers to carry out"],
)
def test_those_told_to_act_are_the_subject_of_what_is_recommended(asked: AskedOf, text: str) -> None:
    library = asked("zebra").library
    found = told_to_act(text, library)
    assert found
    assert told_to_act(text.replace("employers", "zebras"), library) == ()
    subjects = [library.corpus.recommendations[n].passages[Part.RECOMMENDATION][0].text for n in found]
    assert all("mployers" in s.split(" should ")[0] for s in subjects)


def test_the_others_of_its_theme_come_with_the_one_of_a_status(asked: AskedOf) -> None:
    records = asked("zebra").corpus.recommendations.values()
    (parked,) = (r for r in records if r.status is FURTHER)
    theme = tuple(r.number for r in records if r.theme == parked.theme)
    text = "Which recommendation was parked, and how did the rest of its theme fare?"
    assert set_members(asked, text) == theme
