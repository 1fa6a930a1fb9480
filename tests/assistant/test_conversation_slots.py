"""What a follow-up changes of what is spoken of: its subject, the part asked for, who speaks, which of a set."""

from __future__ import annotations

import pytest

from assistant.conversation.signs import points_back
from assistant.prepared import Prepared
from assistant.question.facets import Want
from assistant.question.question import read
from tests.assistant.conftest import Resolve


@pytest.mark.parametrize(
    ("text", "number", "want"),
    [
        ("And the Chief Social Worker - is that agreed?", 15, Want.STATUS),
        ("Right, lead members and directors: was that one agreed?", 7, Want.STATUS),
        ("early help then. have they agreed to it?", 10, Want.STATUS),
        ("The research on health reorganisation. Same?", 8, Want.WHEN),
        ("now redesigning social work locally, why did Munro want that", 13, Want.ARGUMENT),
    ],
)
def test_a_subject_named_first_takes_the_place_of_the_old(
    after: Resolve, text: str, number: int, want: Want
) -> None:
    question = after(text, "When is recommendation 4 due?").question
    assert question.recommendations == (number,)
    assert question.has(want)


def test_a_step_named_first_stays_with_the_recommendation_that_dates_it(after: Resolve) -> None:
    question = after("and the implementation, when's that?", "When is recommendation 11 due?").question
    assert question.recommendations == (11,)
    assert after("and implementation?", "When is recommendation 11 due?").question.recommendations == (11,)


def test_a_clause_of_another_thing_leaves_the_one_spoken_of(after: Resolve) -> None:
    text = "and why did they leave degree courses and placements to employers?"
    assert after(text, "Why did Munro want recommendation 10?").question.recommendations == ()
    kept = after("and why did they want it in law?", "Why did Munro want recommendation 10?").question
    assert kept.recommendations == (10,)


@pytest.mark.parametrize("text", ["how soon is that one due?", "is it accepted?", "and its date?"])
def test_one_of_many_is_asked_back(after: Resolve, text: str) -> None:
    several = after(text, "Which recommendations are in theme 3?", told=(11, 12, 14, 15))
    assert several.question.recommendations == ()
    assert not several.question.themes
    one = after("its number and its title?", "Which recommendation was to be considered further?", told=(9,))
    assert one.question.recommendations == (9,)
    assert not one.question.terms


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("and the last?", 15),
        ("the second one - its dates?", 12),
        ("the first: who acts?", 11),
    ],
)
def test_a_place_counts_in_the_set_just_given(after: Resolve, text: str, number: int) -> None:
    question = after(text, "Which recommendations are in theme 3?", told=(11, 12, 14, 15)).question
    assert question.recommendations == (number,)


@pytest.mark.parametrize(
    ("text", "asked", "number"),
    [
        ("no, not the council one - the national one", "When is recommendation 14 due?", 15),
        ("sorry, not that one, the local council one", "When is recommendation 15 due?", 14),
    ],
)
def test_the_other_of_two_called_alike_is_meant(after: Resolve, text: str, asked: str, number: int) -> None:
    question = after(text, asked).question
    assert question.recommendations == (number,)
    assert question.has(Want.WHEN)


def test_another_step_of_the_same_is_put_right(after: Resolve) -> None:
    question = after("no, the interim one", "When is recommendation 1 due?").question
    assert question.recommendations == (1,)
    assert question.has(Want.WHEN)
    assert question.terms


@pytest.mark.parametrize(
    "text", ["what worried her there?", "her thinking?", "and what was she concerned about on that front?"]
)
def test_she_is_the_one_who_recommends(after: Resolve, text: str) -> None:
    question = after(text, "Was recommendation 8 accepted?").question
    assert question.recommendations == (8,)
    assert question.has(Want.ARGUMENT)


@pytest.mark.parametrize("text", ["and Munro herself?", "what about Professor Munro, in the same notice?"])
def test_another_person_is_heard_in_the_same_paper(after: Resolve, ready: Prepared, text: str) -> None:
    question = after(text, "What did Matt Dunkley say in the press notice?").question
    assert question.documents == ("press-release",)
    assert question.speakers
    assert all("Munro" in s for s in question.speakers)
    quoted = read("What did Munro say in the press notice of 'tinkering'?", ready.library, ready.speller)
    assert not quoted.speakers


def test_the_other_letter_is_the_one_not_spoken_of(after: Resolve) -> None:
    question = after("who was the other letter to?", "When was the letter to councils sent?").question
    assert question.documents == ("letter-to-nhs",)


def test_papers_are_set_beside_each_other_on_what_one_was_asked_for(after: Resolve) -> None:
    asked = "What date does the press notice give for a Chief Social Worker?"
    question = after("do the two papers agree?", asked, told=(15,)).question
    assert question.has(Want.COMPARE, Want.WHEN)
    assert any("chief" in t.text for t in question.terms)


def test_a_person_in_a_paper_is_meant_by_she(after: Resolve) -> None:
    question = after(
        "When does she start work?", "What does the council briefing say about the new DCS?"
    ).question
    assert question.documents == ("committee-briefing",)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("so the later of those is?", (6, 8)),
        ("which of those falls sooner?", (6, 8)),
        ("which ends later?", (6, 8)),
    ],
)
def test_two_dated_apart_are_put_in_order(after: Resolve, text: str, numbers: tuple[int, ...]) -> None:
    question = after(text, "When is rec 8 due?", "And when is rec 6 due?").question
    assert question.recommendations == numbers


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("what is said there?", True),
        ("how many are there?", False),
        ("and its date?", True),
        ("on that score?", True),
    ],
)
def test_there_and_its_point_back(text: str, back: bool) -> None:
    assert points_back(text) is back


def test_what_is_set_beside_a_number_without_a_pronoun(after: Resolve) -> None:
    for text in ("due earlier or later than 12?", "and what's the difference from 12?"):
        assert after(text, "When is recommendation 14 due?").question.recommendations == (12, 14)


@pytest.mark.parametrize(
    ("text", "number"),
    [("and the middle one?", 10), ("going back to the first: when?", 8), ("the last one. when?", 13)],
)
def test_a_place_may_be_the_middle_or_gone_back_to(after: Resolve, text: str, number: int) -> None:
    made = after(text, "Which recommendations are in theme 2?", told=(8, 10, 13)).question
    assert made.recommendations == (number,)


def test_places_of_two_told_apart_are_compared(after: Resolve) -> None:
    question = after(
        "is the second later than the first?", "When is rec 7 due?", "When is rec 12 due?"
    ).question
    assert question.recommendations == (7, 12)


def test_what_a_paper_says_besides_leaves_what_was_asked_of_it(after: Resolve) -> None:
    asked = "Who was the lead officer of the council briefing?"
    question = after("does it mention early intervention?", asked).question
    assert question.documents == ("committee-briefing",)
    assert not any("officer" in t.text for t in question.terms)


def test_a_paper_and_a_thing_named_together_leave_the_thing_before(after: Resolve) -> None:
    asked = "What does the press notice say about inspection?"
    question = after("and the council briefing, on early intervention?", asked).question
    assert question.documents == ("committee-briefing",)
    assert not any("inspect" in t.text for t in question.terms)


def test_a_subject_called_by_its_title_is_turned_to_though_the_one_at_hand_names_it(after: Resolve) -> None:
    text = "What about her idea of a Chief Social Worker, did that go through?"
    question = after(text, "Was recommendation 9 accepted?").question
    assert question.recommendations == (15,)
    assert question.has(Want.STATUS)


def test_the_latter_of_two_named_together(after: Resolve) -> None:
    question = after("the latter's date?", "Were recommendations 2 and 10 accepted?").question
    assert question.recommendations == (10,)


def test_a_pronoun_bound_in_its_own_clause_is_left(after: Resolve) -> None:
    text = "and the agency's initials and what they mean?"
    made = after(text, "What does the narrative say about policing of estates?")
    assert "what they mean" in made.question.text


def test_which_one_is_about_a_thing_chooses_of_the_set(after: Resolve) -> None:
    question = after(
        "which one is about health?", "Which recommendations are in theme 2?", told=(8, 10, 13)
    ).question
    assert question.recommendations == (8,)


def test_another_paper_is_asked_for_what_was_named_two_questions_ago(after: Resolve) -> None:
    asked = ("Why did Munro want a Chief Social Worker?", "when is that due?")
    question = after("does the press notice say the same?", *asked, told=(15,)).question
    assert question.documents == ("press-release",)
    assert any("chief" in t.text for t in question.terms)
