"""How people go on talking: what was dated is put in order, a sentence breaks off, a verdict is summed up, one of two is told apart."""

from __future__ import annotations

import pytest

from assistant.conversation import Resolved, Told, resolve
from assistant.conversation.replacing import bare_fragment
from assistant.conversation.signs import has_verb, points_back
from assistant.prepared import Prepared
from assistant.question.facets import Want
from assistant.question.question import Question
from corpus.model import Status
from tests.assistant.conftest import Resolve


@pytest.fixture(scope="module")
def after(ready: Prepared) -> Resolve:
    """A question resolved after others; each was answered with what it names, or else as told of its text."""

    def resolved(text: str, *history: str, told: dict[str, tuple[int, ...]] | None = None) -> Resolved:
        def about(question: Question) -> Told:
            return Told(question.recommendations or (told or {}).get(question.text, ()))

        return resolve(text, history, ready.library, ready.speller, about)

    return resolved


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("so which is later?", (7, 12)),
        ("which one's sooner then?", (7, 12)),
        ("and what comes first?", (4, 7, 12)),
        ("which of those is the earliest?", (4, 7, 12)),
    ],
)
def test_those_dated_one_by_one_are_put_in_order(after: Resolve, text: str, numbers: tuple[int, ...]) -> None:
    made = after(text, "When is recommendation 4 due?", "and 12?", "and recommendation 7?").question
    assert made.recommendations == numbers
    assert made.wants >= {Want.COMPARE, Want.WHEN}


@pytest.mark.parametrize(
    "history",
    [
        ("When is recommendation 4 due?",),
        ("When is recommendation 4 due?", "Was recommendation 7 accepted?"),
        ("Was recommendation 4 accepted?", "And when is recommendation 7 due?"),
    ],
)
def test_only_what_was_dated_is_put_in_order(after: Resolve, history: tuple[str, ...]) -> None:
    assert len(after("so which is later?", *history).question.recommendations) < 2


@pytest.mark.parametrize(
    "text",
    [
        "and the consultation opens...?",
        "and in force...?",
        "out by the...?",
        "and the consultation up and running...?",
    ],
)
def test_a_sentence_that_breaks_off_asks_when(after: Resolve, text: str) -> None:
    made = after(text, "What was the response to recommendation 7?").question
    assert made.recommendations == (7,)
    assert made.has(Want.WHEN)


def test_a_whole_sentence_does_not_break_off(after: Resolve) -> None:
    made = after("and the consultation opens?", "What was the response to recommendation 7?").question
    assert not made.has(Want.WHEN)


@pytest.mark.parametrize(
    "text", ["so they forbade it?", "did they rule it out then?", "ok so it was blocked"]
)
def test_a_verdict_summed_up_asks_for_the_response(after: Resolve, text: str) -> None:
    made = after(text, "What was the response to recommendation 7?").question
    assert (made.recommendations, made.terms) == ((7,), ())
    assert made.has(Want.RESPONSE)


def test_a_verdict_is_none_where_no_answer_was_spoken_of(after: Resolve) -> None:
    made = after("so they forbade it?", "Who must act on recommendation 7?").question
    assert not made.has(Want.RESPONSE)


def test_a_word_that_no_passage_says_stays_with_the_one_spoken_of(after: Resolve) -> None:
    before = "What is the line on a director running zebra parks?"
    told = {before: (7,)}
    assert after("so they lassoed it?", before, told=told).question.recommendations == (7,)
    assert "zebra" in after("so they consulted on it?", before, told=told).question.text


def test_one_among_many_is_asked_for_without_a_verb(after: Resolve) -> None:
    made = after("anyone from Ofsted on it?", "Who chaired the implementation group?").question
    assert made.text == "anyone from Ofsted on the implementation group?"
    there = after("any nurses on there?", "Who chaired the implementation group?").question
    assert there.text == "any nurses on the implementation group?"


@pytest.mark.parametrize(
    "text",
    [
        "any they didn't accept at all?",
        "and which were not accepted in any form?",
        "any not accepted?",
    ],
)
def test_what_was_accepted_in_no_form_is_what_is_left(after: Resolve, text: str) -> None:
    made = after(text, "Which recommendations were accepted in principle?").question
    assert made.statuses == frozenset({Status.CONSIDER_FURTHER})


def test_what_was_not_accepted_is_left_as_it_is_without_such_words(after: Resolve) -> None:
    made = after("Which were not accepted?", "Which recommendations were accepted in principle?").question
    assert made.statuses != frozenset({Status.CONSIDER_FURTHER})


def test_one_of_two_is_told_by_what_it_alone_says(after: Resolve) -> None:
    before = "When is the new inspection framework due?"
    told = {before: (2, 3)}
    for text in ("why did she want probation covered?", "and why did she want it to reach probation?"):
        assert after(text, before, told=told).question.recommendations == (2,)
    both = after("and why did she want that for the framework?", before, told=told).question
    assert both.recommendations == (2, 3)


def test_a_bit_of_what_was_spoken_of_names_the_one_that_it_is_in(after: Resolve) -> None:
    before = "When is the new inspection framework due?"
    text = "what did she want with the bit about probation?"
    assert after(text, before, told={before: (2, 3)}).question.recommendations == (2,)
    assert after(text, before, told={before: (3,)}).question.text == text


def test_another_of_the_same_thing_is_not_the_one_spoken_of(after: Resolve) -> None:
    before = "When is Working Together to be changed?"
    for text in ("isn't there another change to it, the boards one?", "and the interim one about LSCBs?"):
        made = after(text, before, told={before: (1,)}).question
        assert made.recommendations == (6,)
        assert made.has(Want.WHEN)


def test_an_earlier_question_is_read_as_it_was_answered(ready: Prepared) -> None:
    history = ("When is recommendation 7 due?", "and when's the joint health programme out?")

    def about_it(question: Question) -> Told:
        return Told(question.recommendations)

    def about_another(question: Question) -> Told:
        """Of recommendation 7 nothing is told that the question is about; by itself it was answered with another."""
        return Told(() if question.terms and question.recommendations else question.recommendations or (8,))

    for about, number in ((about_it, 7), (about_another, 8)):
        made = resolve("was it accepted?", history, ready.library, ready.speller, about)
        assert made.question.recommendations == (number,)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("how much would that cost?", True),
        ("why does Munro want that dealt with?", True),
        ("what will that cost us?", True),
        ("what was it for in the first place?", True),
        ("who wants that zebra?", False),
    ],
)
def test_what_points_back(text: str, points: bool) -> None:
    assert points_back(text) is points


def test_the_ones_named_hold_no_verb() -> None:
    assert not has_verb("and the data set ones, indicators etc?")
    assert bare_fragment("and the data set ones?") == "the data set ones"
    assert has_verb("and the ones that were set?")
