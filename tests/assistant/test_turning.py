"""A conversation that turns to another thing: named beside it, called by what it is about, put right, or only described."""

from __future__ import annotations

import pytest

from assistant.conversation.papers import of_that_paper
from assistant.conversation.signs import points_back
from assistant.question.facets import Want
from tests.assistant.conftest import Resolve


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("does that fall earlier than rec 12?", (6, 12)),
        ("how does its date compare with recommendation 4's?", (4, 6)),
        ("is it the same month as rec 1?", (1, 6)),
        ("would that come later than 12?", (6, 12)),
        ("same deadline as number 4?", (4, 6)),
        ("is that the same for 12?", (12,)),
        ("what about 12?", (12,)),
        ("and what is the same for recommendation 4", (4,)),
    ],
)
def test_a_number_beside_a_pronoun_asks_of_both(after: Resolve, text: str, numbers: tuple[int, ...]) -> None:
    question = after(text, "When is recommendation 6 due?").question
    assert question.recommendations == numbers
    assert question.has(Want.WHEN, Want.ORDER, Want.COMPARE)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("and the Chief Social Worker?", 15),
        ("ditto for the performance information one", 4),
        ("same for the redesign of social work, please", 13),
        ("what about student placements?", 12),
        ("and the interim amendment?", 1),
        ("and the young person's guide?", 1),
    ],
)
def test_a_thing_named_turns_to_its_recommendation_or_stays(after: Resolve, text: str, number: int) -> None:
    question = after(text, "When is recommendation 1 due?").question
    assert question.recommendations == (number,)
    assert question.has(Want.WHEN)


@pytest.mark.parametrize(
    ("text", "number"),
    [("twelve not eleven, sorry", 12), ("my mistake, it should say seven", 7), ("oops thirteen", 13)],
)
def test_a_correction_in_words_is_read_as_one_in_figures(after: Resolve, text: str, number: int) -> None:
    question = after(text, "Was recommendation 11 accepted?").question
    assert question.recommendations == (number,)
    assert question.has(Want.STATUS)


@pytest.mark.parametrize("text", ["sorry, the seven boards", "no, all twelve of them"])
def test_a_count_in_a_correction_is_no_number(after: Resolve, text: str) -> None:
    assert after(text, "Was recommendation 11 accepted?").question.recommendations not in ((7,), (12,))


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("did either get an outright yes?", True),
        ("were both of them accepted in principle?", True),
        ("were they accepted in full?", True),
        ("which were accepted in full?", False),
    ],
)
def test_both_of_a_pair_are_told_of(after: Resolve, text: str, several: bool) -> None:
    question = after(text, "Which recommendations have a July 2012 date?", told=(1, 14)).question
    assert (question.recommendations == (1, 14)) is several


def test_what_is_left_leaves_out_every_set_given(after: Resolve) -> None:
    one = after("what does that leave?", "Which recommendations were accepted?")
    two = after("what does that leave?", "Which recommendations were accepted?", "and in principle?")
    assert (len(one.question.statuses or ()), len(two.question.statuses or ())) == (2, 1)


def test_what_was_described_stands_in_place_of_its_pronoun(after: Resolve) -> None:
    resolved = after("who will be chairing it?", "When does the new inspection framework start?", told=(9,))
    assert resolved.understood == "who will be chairing the new inspection framework?"
    assert resolved.question.recommendations == ()
    named = after("who will be chairing it?", "When is recommendation 9 due?")
    assert named.question.recommendations == (9,)


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("who came up with that?", True),
        ("would that start in spring", True),
        ("who has to sort that out?", True),
        ("which recommendations say that boards must report?", False),
        ("is that new framework due?", False),
        ("the boards that report to councils", False),
    ],
)
def test_that_points_back_where_it_stands_alone(text: str, back: bool) -> None:
    assert points_back(text) is back


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("what would that person earn?", True),
        ("who sits in that group", True),
        ("does it say that boards must report?", True),
        ("does the paper say that boards must report?", False),
        ("do they think that group work helps?", True),
    ],
)
def test_that_before_a_general_noun_means_what_was_spoken_of(text: str, points: bool) -> None:
    assert points_back(text) is points


def test_a_group_described_is_put_whole_in_place_of_that_group(after: Resolve) -> None:
    question = after("Who was on that group?", "What is the Implementation Working Group?").question
    assert question.text == "Who was on the Implementation Working Group?"


def test_that_which_joins_clauses_is_no_pronoun(after: Resolve) -> None:
    text = "Does the response say that boards must report?"
    assert after(text, "When did the trials begin?").question.text == text


@pytest.mark.parametrize(
    ("text", "history", "document"),
    [
        ("whose signature is on it?", "What does the letter to the NHS say about freedom?", "letter-to-nhs"),
        ("and who wrote that?", "Does the committee briefing mention money?", "committee-briefing"),
        ("and who put it together?", "Does the committee briefing mention money?", "committee-briefing"),
        ("who received it?", "What does the letter to councils say of reform?", "letter-to-councils"),
        ("who was that letter sent to?", "What does the letter to councils say of reform?", "letter-to-councils"),
        ("and the one to the councils, does it speak of trials?", "Does the NHS letter speak of trials?", "letter-to-councils"),
    ],
)  # fmt: skip
def test_a_paper_spoken_of_is_meant_by_a_pronoun_or_as_the_one_to(
    after: Resolve, text: str, history: str, document: str
) -> None:
    question = after(text, history, told=(8,)).question
    assert question.documents == (document,)
    assert question.recommendations == ()


@pytest.mark.parametrize("text", ["who will run it?", "who signed up to it?", "who says that in it?"])
def test_what_a_paper_says_is_not_asked_of_the_paper_itself(after: Resolve, text: str) -> None:
    alone = after(text).question
    assert of_that_paper(alone, [after("What does the press notice say about training?").question]) is None


def test_the_one_before_is_set_beside_the_one_spoken_of(after: Resolve) -> None:
    both = after("how does it compare with the one before?", "Was recommendation 4 accepted?").question
    one = after("and the one before?", "Was recommendation 4 accepted?").question
    assert both.recommendations == (3, 4)
    assert both.has(Want.COMPARE)
    assert one.recommendations == (3,)


def test_two_places_in_a_question_mean_both(after: Resolve) -> None:
    resolved = after("is the second one due ahead of the first?", "When is rec 4 due?", "When is rec 8 due?")
    assert resolved.question.recommendations == (4, 8)


def test_the_one_asked_about_first_is_set_beside_the_last(after: Resolve) -> None:
    text = "compare that with the one we talked about first"
    resolved = after(text, "When is rec 4 due?", "When is rec 8 due?", "and rec 9?")
    assert resolved.question.recommendations == (4, 9)


def test_the_one_that_is_not_meant_is_left_out(after: Resolve) -> None:
    text = "sorry, I meant the performance information one, not the inspection one"
    question = after(text, "When is recommendation 2 due?").question
    assert question.recommendations == (4,)
    assert question.has(Want.WHEN)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("and what's for lunch in the canteen?", False),
        ("so is it snowing over there in Iceland?", False),
        ("and who will pay for it?", True),
        ("so was it accepted?", True),
    ],
)
def test_a_clause_about_things_unknown_here_goes_on_with_nothing(
    after: Resolve, text: str, stays: bool
) -> None:
    resolved = after(text, "When is recommendation 8 due?")
    assert (resolved.question.recommendations == (8,)) is stays
    assert (resolved.forced.recommendations == (8,)) is stays
