"""Comparisons: both sides of a recommendation, recommendations called by a group, documents that say the same."""

from __future__ import annotations

import pytest

from assistant.answers.compare import answer_compare
from assistant.answers.compare_group import grouped
from assistant.answers.compare_parts import compare_parts
from assistant.answers.roll import answer_roll
from assistant.model import Notice
from corpus.model import Part
from tests.assistant.conftest import AskedOf


@pytest.mark.parametrize(
    "text",
    [
        "Rec 9 wanted Ofsted's evaluations ended. Compare that with what the Government offered.",
        "Rec 9: put what was recommended on reviewers next to what ministers said.",
    ],
)
def test_both_sides_of_a_recommendation_are_quoted(asked: AskedOf, text: str) -> None:
    draft = compare_parts(asked(text))
    assert draft is not None
    assert draft.recommendations == (9,)
    assert {q.passage.part for q in draft.shown} == {Part.RECOMMENDATION, Part.GOVERNMENT_RESPONSE}


@pytest.mark.parametrize(
    "text",
    [
        "Rec 7: place Munro's argument alongside the Government's answer.",
        "Why did Munro argue against extra duties for directors in rec 7, and how did ministers respond?",
        "Give me the reasoning that Munro offered and the Government's reply on recommendation 7",
    ],
)
def test_an_argument_is_set_beside_its_answer_in_words(asked: AskedOf, text: str) -> None:
    draft = compare_parts(asked(text))
    assert draft is not None
    parts = [q.passage.part for q in draft.shown]
    assert set(parts) == {Part.MUNRO_ARGUMENT, Part.GOVERNMENT_RESPONSE}
    assert parts.count(Part.GOVERNMENT_RESPONSE) > 1


def test_what_is_named_is_shown_where_each_side_says_it(asked: AskedOf) -> None:
    draft = compare_parts(
        asked("What did Munro say about unannounced inspection, and what was the Government's answer?")
    )
    assert draft is not None
    first, second = draft.lines
    assert "unannounced" in first.quotes[0].passage.text
    assert "unannounced" in second.quotes[0].passage.text


@pytest.mark.parametrize("text", ["What did rec 9 ask for?", "What does the Government say of rec 9?"])
def test_one_side_alone_is_no_comparison(asked: AskedOf, text: str) -> None:
    assert compare_parts(asked(text)) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Compare the two inspection recommendations", [2, 3]),
        ("How do both LSCB recommendations differ?", [5, 6]),
        ("Compare the three inspection recommendations", []),
    ],
)
def test_a_group_is_what_its_titles_and_its_number_say(asked: AskedOf, text: str, numbers: list[int]) -> None:
    assert [r.number for r in grouped(asked(text))] == numbers


@pytest.mark.parametrize(
    ("text", "differ"),
    [
        ("Do both letters put the same two existing groups to use over the summer?", False),
        ("Do both letters say the same about what the system lost its focus on?", True),
    ],
)
def test_documents_differ_where_what_was_asked_does(asked: AskedOf, text: str, differ: bool) -> None:
    draft = answer_compare(asked(text))
    assert draft is not None
    assert (Notice.DOCUMENTS_DIFFER in draft.notices) is differ


def test_posts_and_the_chair_are_read_off_the_roll(asked: AskedOf) -> None:
    posts = answer_roll(asked("What posts did Brian Moore and Roger Morgan hold?"))
    chair = answer_roll(asked("The group's chair, who was it?"))
    assert posts is not None
    assert [q.passage.text.split(" -")[0] for q in posts.shown][-2:] == [
        "Brian Moore",
        "Roger Morgan",
    ]
    assert chair is not None
    assert all("Loughton" in q.passage.text for q in chair.shown)


@pytest.mark.parametrize(
    "text",
    [
        "Both voices on recommendation 5 please: hers first, then the official line.",
        "Rec 5: Munro's complaint, and the Government's reply to it?",
        "For rec 5, the argument first and then the official answer.",
    ],
)
def test_whose_words_come_first_is_no_order_in_time(asked: AskedOf, text: str) -> None:
    made = compare_parts(asked(text))
    assert made is not None
    assert {Part.MUNRO_ARGUMENT, Part.GOVERNMENT_RESPONSE} <= {q.passage.part for q in made.shown}
