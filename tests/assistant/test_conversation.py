"""Follow-ups as completed: numbers alone, corrections, going back, staying with the subject."""

from __future__ import annotations

import pytest

from assistant.conversation import Resolved, Told, resolve
from assistant.conversation.signs import NEW_SUBJECT, OPENER
from assistant.prepared import Prepared
from assistant.question.facets import Want
from tests.assistant.conftest import Resolve


@pytest.mark.parametrize(
    "text", ["what about 7?", "same question for seven", "and seven?", "sorry, I meant 7", "no, 7"]
)
def test_a_number_alone_asks_the_same_of_another(after: Resolve, text: str) -> None:
    resolved = after(text, "When is recommendation 4 due?")
    assert resolved.question.recommendations == (7,)
    assert resolved.question.has(Want.WHEN)
    assert "recommendation 7" in (resolved.understood or "")


def test_a_number_word_that_counts_something_is_no_recommendation(after: Resolve) -> None:
    for text in ("and seven years?", "and for seven zebra parks?", "and seven more?"):
        assert after(text, "Was recommendation 4 accepted?").question.recommendations != (7,)


def test_a_number_goes_on_with_what_was_numbered_before(after: Resolve) -> None:
    resolved = after("and 13?", "What does paragraph 12 say?")
    assert (resolved.question.paragraphs, resolved.question.recommendations) == ((13,), ())


@pytest.mark.parametrize(
    ("text", "number"), [("And the one before it?", 9), ("What about the next one?", 11)]
)
def test_a_neighbour_is_counted_from_the_one_spoken_of(after: Resolve, text: str, number: int) -> None:
    assert after(text, "Was recommendation 10 accepted?").question.recommendations == (number,)


def test_going_back_to_the_first_leaves_the_last(after: Resolve) -> None:
    resolved = after(
        "Going back to the first one: when is it due?",
        "Was recommendation 4 accepted?",
        "When is recommendation 6 due?",
    )
    assert resolved.question.recommendations == (4,)
    assert [t.text for t in resolved.question.terms] == []


def test_a_corrected_subject_is_asked_the_same(after: Resolve) -> None:
    resolved = after("Sorry, I meant the zebra census", "When is the lion census due?")
    assert resolved.question.has(Want.WHEN)
    assert not {"lion"} & {w for t in resolved.question.terms for w in t.text.split()}


def test_another_subject_takes_nothing_over(after: Resolve) -> None:
    resolved = after("Different question: who counts the zebras?", "Was recommendation 15 accepted?")
    assert resolved.question == resolved.alone == resolved.forced
    assert resolved.understood is None


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("What is due by May 2012?", True),
        ("Which were accepted in principle?", True),
        ("And what is due by May 2012?", False),
        ("Was anything of that due by May 2012?", False),
        ("At what pace?", False),
    ],
)
def test_a_set_with_a_key_of_its_own_is_no_follow_up(after: Resolve, text: str, alone: bool) -> None:
    resolved = after(text, "What did the Government say to recommendation 8?")
    assert (resolved.question == resolved.alone) is alone
    assert (resolved.understood is None) is alone


def test_a_person_asked_for_is_meant_by_a_pronoun(after: Resolve) -> None:
    resolved = after("What did she say about lions?", "Who spoke for the zebra keepers?")
    assert {"lions", "zebra"} <= {w for t in resolved.question.terms for w in t.text.split()}
    assert after("What did she say about lions?", "Are zebras counted?").understood is None


def test_a_few_words_of_its_subject_stay_with_it(after: Resolve, ready: Prepared) -> None:
    resolved = after("Early help offer?", "What was the response to recommendation 10?")
    assert resolved.alone.recommendations == ()
    assert resolved.question.recommendations == (10,)


def test_words_that_the_subject_does_not_say_do_not_stay(after: Resolve) -> None:
    resolved = after("Who inspects the zebra houses?", "What was the response to recommendation 10?")
    assert resolved.question.recommendations == ()


def test_without_history_a_question_stands_alone(after: Resolve) -> None:
    resolved = after("what about 6?")
    assert resolved.question == resolved.alone
    assert resolved.understood is None


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("Leave that, what does the foreword say?", True),
        ("Separate question: what does the foreword say?", True),
        ("Are the separate reports due then?", False),
        ("Should he leave work, then?", False),
    ],
)
def test_a_new_subject_is_told_by_what_the_person_says_of_it(text: str, turns: bool) -> None:
    assert bool(NEW_SUBJECT.search(text)) is turns


def test_a_no_with_a_comma_opens_a_follow_up() -> None:
    assert OPENER.match("No, the interim one")
    assert not OPENER.match("Nobody said so")


@pytest.mark.parametrize(
    ("text", "history", "number"),
    [
        ("Oops, a slip: that should be 7", ("Was recommendation 3 accepted?",), 7),
        ("typo, 4 not 2", ("Was recommendation 2 accepted?",), 4),
        (
            "I had the first one wrong, it should read 12. Was it accepted?",
            ("Was rec 2 accepted?", "and 3?"),
            12,
        ),
    ],
)
def test_a_number_put_right_is_the_one_asked_about(
    after: Resolve, text: str, history: tuple[str, ...], number: int
) -> None:
    question = after(text, *history).question
    assert (question.recommendations, question.terms) == ((number,), ())
    assert question.has(Want.STATUS)


def test_what_should_be_said_is_no_correction(after: Resolve) -> None:
    question = after("What should annual reports say?", "Was recommendation 5 accepted?").question
    assert "annual report" in " ".join(t.text for t in question.terms)


@pytest.fixture(scope="module")
def after_a_set(ready: Prepared) -> Resolve:
    """The same where the questions before were answered with recommendations 5, 10 and 12."""

    def resolved(text: str, *history: str) -> Resolved:
        return resolve(text, history, ready.library, ready.speller, lambda q: Told((5, 10, 12)))

    return resolved


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Of those three, which is about annual reports of LSCBs?", (5,)),
        ("which one of them concerns the sufficient provision of early help?", (10,)),
        ("are all of those accepted outright?", (5, 10, 12)),
    ],
)
def test_some_are_chosen_of_those_spoken_of(
    after_a_set: Resolve, text: str, numbers: tuple[int, ...]
) -> None:
    resolved = after_a_set(text, "Which recommendations are about the law?")
    assert resolved.question.recommendations == numbers


def test_another_set_is_not_chosen_of_those_spoken_of(after_a_set: Resolve) -> None:
    resolved = after_a_set("Which recommendation is about early help?", "Which are about the law?")
    assert resolved.question.recommendations == ()


@pytest.mark.parametrize(
    ("text", "before", "read"),
    [
        ("and from Ofsted?", "Who on the group was from the police?", "Who on the group was from Ofsted?"),
        ("who from the College?", "Who came from Ofsted?", "Who came from the College?"),
        (
            "and the DCS guidance?",
            "When was the LSCB guidance revised?",
            "When was the DCS guidance revised?",
        ),
    ],
)
def test_a_few_words_take_the_place_of_others(after: Resolve, text: str, before: str, read: str) -> None:
    assert after(text, before).question.text == read


def test_another_letter_takes_the_place_of_the_one_before(after: Resolve) -> None:
    question = after("and the NHS one?", "Who signed the letter to councils?").question
    assert question.documents == ("letter-to-nhs",)
    assert question.has(Want.WHO)


@pytest.mark.parametrize(
    ("text", "number"), [("and the paragraph after it?", 15), ("the previous paragraph?", 13)]
)
def test_a_paragraph_is_counted_from_the_one_quoted(ready: Prepared, text: str, number: int) -> None:
    told = Told((), (14,))
    resolved = resolve(
        text, ["Is there a case for a database?"], ready.library, ready.speller, lambda q: told
    )
    assert resolved.question.paragraphs == (number,)


def test_the_exact_words_are_those_of_what_was_asked(after: Resolve) -> None:
    question = after("What are the exact words?", "When is recommendation 6 due?").question
    assert (question.recommendations, question.terms) == ((6,), ())
    assert question.has(Want.WHEN)


@pytest.mark.parametrize(
    ("text", "history", "number"),
    [
        ("The former - when is that due?", ("Was recommendation 2 accepted?", "And recommendation 13?"), 2),
        ("the earlier one: was it accepted?", ("When is recommendation 12 due?", "and rec 5?"), 12),
        ("Back to the first subject we began with, when is it due?", ("rec 4?", "rec 6?", "rec 9?"), 4),
        ("and the other one?", ("When is recommendation 8 due?", "and rec 11?"), 8),
    ],
)
def test_one_is_meant_by_its_place_in_the_conversation(
    after: Resolve, text: str, history: tuple[str, ...], number: int
) -> None:
    assert after(text, *history).question.recommendations == (number,)


@pytest.mark.parametrize(
    ("text", "before", "want"),
    [
        (
            "and what exactly is it asking employers to do?",
            "Was recommendation 12 accepted?",
            "recommendation",
        ),
        ("Why not outright?", "Was recommendation 6 accepted?", "response"),
        ("Why did Professor Munro think so?", "Was recommendation 6 accepted?", "argument"),
    ],
)
def test_another_part_of_the_same_is_asked_for(after: Resolve, text: str, before: str, want: str) -> None:
    question = after(text, before).question
    asked = {w.value for w in question.wants} & {"recommendation", "response", "argument"}
    assert (len(question.recommendations), asked) == (1, {want})


@pytest.mark.parametrize(
    ("text", "before", "document"),
    [
        (
            "and the press notice?",
            "What date does the response give for the Chief Social Worker?",
            "press-release",
        ),
        ("is it the same for the councils one?", "Who signed the NHS letter?", "letter-to-councils"),
        ("and the response?", "What does the press notice say about inspection?", "government-response"),
    ],
)
def test_the_same_is_asked_of_another_document(after: Resolve, text: str, before: str, document: str) -> None:
    question = after(text, before).question
    assert question.documents == (document,)
    assert question.terms


@pytest.mark.parametrize(("history", "alone"), [("Good evening all", True), ("rec 3?", False)])
def test_a_greeting_is_no_subject(after: Resolve, history: str, alone: bool) -> None:
    resolved = after("was it accepted?", history)
    assert (resolved.question == resolved.alone) is alone


def test_he_is_the_person_whom_the_answer_named(ready: Prepared) -> None:
    people = ("Matt Dunkley, Director of Children’s Services in East Sussex",)
    resolved = resolve(
        "What did he say about transition?",
        ["Who leads children's services in East Sussex?"],
        ready.library,
        ready.speller,
        lambda q: Told(people=people),
    )
    assert resolved.question.speakers == people
    assert [t.text for t in resolved.question.terms] == ["transition"]


def test_going_back_to_a_subject_leaves_the_last(after: Resolve) -> None:
    resolved = after(
        "Back to the annual report: when is that?", "Was recommendation 5 accepted?", "And recommendation 15?"
    )
    assert resolved.question.recommendations == (5,)


def test_pay_is_not_asked_by_when(after: Resolve) -> None:
    assert not after("and what would they be paid?", "When is recommendation 14 due?").question.has(Want.WHEN)


def test_the_words_of_a_turn_are_no_subject(after: Resolve) -> None:
    question = after("Something else altogether - who wrote to the NHS?", "Was rec 4 accepted?").question
    assert question.text == "who wrote to the NHS?"
