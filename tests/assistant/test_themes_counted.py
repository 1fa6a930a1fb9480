"""Themes told by the number of what they hold, members of a theme named beside, and how each of them fared."""

from __future__ import annotations

import pytest

from assistant.answers.content import answer_content
from assistant.answers.dated import answer_when
from assistant.answers.sets import answer_set
from assistant.answers.sides import with_best
from assistant.answers.statuses import described_for_status
from assistant.answers.which import answer_which
from assistant.evidence.reaching import ways_asked
from assistant.model import Outcome
from assistant.prepared import Prepared
from assistant.question.facets import Want
from assistant.question.theme_titles import with_counted_theme
from assistant.question.wants import wants
from corpus.model import Part
from tests.assistant.conftest import AskedOf


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Were all the four recs about professional expertise valued?", 1),
        ("Dates for the three recommendations on sharing responsibility, please", 2),
        ("Dates for the five recommendations on sharing responsibility, please", None),
        ("Dates for the three recommendations on school buses, please", None),
    ],
)
def test_a_count_and_a_title_tell_a_theme(ready: Prepared, text: str, theme: int | None) -> None:
    put = with_counted_theme(text, ready.library)
    assert (put != text) is (theme is not None)
    assert theme is None or f"under theme {theme}" in put


def test_members_are_of_the_theme_that_stands_beside(asked: AskedOf) -> None:
    question = asked("Consider theme 3 for a moment. How was each of its four recommendations received?")
    assert question.question.themes == (3,)
    made = answer_set(question)
    assert made is not None
    assert made.recommendations == (11, 12, 14, 15)


def test_no_more_are_shown_than_are_told(asked: AskedOf) -> None:
    made = answer_set(asked("Of the table: what status did each of its three recommendations get?"))
    assert made is not None
    assert made.outcome is Outcome.NOT_IN_GUIDANCE


@pytest.mark.parametrize("text", ["How did the otter rule come out?", "How did the wildlife duty fare?"])
def test_what_became_of_something_is_its_status_and_leaves_its_name(text: str) -> None:
    found, spans = wants(text)
    assert Want.STATUS in found
    assert not any("duty" in text[a:b] or "rule" in text[a:b] for a, b in spans)


def test_a_status_is_of_what_is_recommended_where_two_are_as_near(asked: AskedOf) -> None:
    question = asked("Was a senior manager with lead responsibility for practice accepted?")
    question.__dict__["groups"] = {15: 1.62, 14: 1.57}
    assert described_for_status(question) == 14
    question.__dict__["groups"] = {15: 1.92, 14: 1.57}
    assert described_for_status(question) == 15


def test_a_date_inside_the_one_named_is_meant_where_it_says_what_is_asked(asked: AskedOf) -> None:
    made = answer_when(asked("CEOP: which national lead in summer 2011?"))
    assert made is not None
    assert [w.wording for w in made.whens] == ["From 1 July 2011"]


@pytest.mark.parametrize(
    ("text", "asks"), [("the number for enquiries, please", True), ("the number of enquiries made", False)]
)
def test_the_number_of_an_office_is_a_telephone_number(text: str, asks: bool) -> None:
    assert bool(ways_asked(text)) is asks


def test_which_recommendation_is_shown_in_its_own_words(asked: AskedOf) -> None:
    made = answer_which(asked("Which recommendation is about student units?"))
    assert made is not None
    assert {q.passage.part for q in made.lines[0].quotes} == {Part.RECOMMENDATION}


def test_an_argument_that_says_it_all_stands_alone(asked: AskedOf) -> None:
    plain = asked("Why are degree courses not consistent in content, crucial issues like child development?")
    made = answer_content(plain)
    assert made is not None
    assert with_best(plain, made).quotes == made.quotes
    only = asked(
        "Why are only degree courses not consistent in content, crucial issues like child development?"
    )
    again = answer_content(only)
    assert again is not None
    assert len(with_best(only, again).quotes) >= len(again.quotes)
