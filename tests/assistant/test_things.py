"""Several things asked about at once: where a question divides, and what is shown of each."""

from __future__ import annotations

import pytest

from assistant.answers.compare import answer_compare
from assistant.answers.pieces import asks_of_several
from assistant.answers.things import things
from assistant.model import Notice
from corpus.model import Part
from tests.assistant.conftest import AskedOf


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("When is the capabilities framework to be implemented, and when the LSCB annual reports?", (11, 5)),
        ("Who designates a principal child and family social worker, and who submits the LSCB annual reports?", (14, 5)),
        ("What was said on student placements, on the capabilities framework and on the early help duty?", (12, 11, 10)),
        ("Do the capabilities framework and the Chief Social Worker share a date?", (11, 15)),
        ("Two dates please: the capabilities framework, the Chief Social Worker", (11, 15)),
        ("Will the capabilities framework be implemented before a Chief Social Worker is in post?", (11, 15)),
        ("In what order do they come: capabilities framework, Chief Social Worker, LSCB annual reports?", (11, 15, 5)),
    ],
)  # fmt: skip
def test_each_thing_has_a_recommendation_of_its_own(
    asked: AskedOf, text: str, numbers: tuple[int, ...]
) -> None:
    assert tuple(side.recommendation.number for side in things(asked(text))) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "When is the capabilities framework to be implemented?",
        "Is the capabilities framework for child and family social workers?",
        "Does the Chief Social Worker cover children and adults?",
        "When would zebras and lions both be fed?",
    ],
)
def test_one_thing_is_not_taken_for_several(asked: AskedOf, text: str) -> None:
    assert things(asked(text)) == ()


def test_a_word_that_may_mean_anything_is_no_thing(asked: AskedOf) -> None:
    found = things(
        asked("Which comes first on paper: the capabilities framework or the Chief Social Worker?")
    )
    assert [side.recommendation.number for side in found] == [11, 15]


def test_the_dates_of_two_things_are_put_in_order_with_what_other_documents_say(asked: AskedOf) -> None:
    made = answer_compare(asked("When is the early help route identified and when is the Chief Social Worker in post?"))  # fmt: skip
    assert made is not None
    assert made.recommendations == (10, 15)
    assert [w.wording for w in made.whens] == ["by September 2011", "by late 2012", "by the end of 2012"]
    assert Notice.DOCUMENTS_DIFFER in made.notices


def test_what_two_recommendations_say_alike_is_shown_under_both(asked: AskedOf) -> None:
    made = answer_compare(
        asked("Was Ofsted to have its new framework before a Chief Social Worker was in post?")
    )
    assert made is not None
    assert made.recommendations == (2, 3, 15)


def test_what_each_was_to_do_stands_beside_its_recommendation(asked: AskedOf) -> None:
    made = answer_compare(asked("What did Munro recommend on the capabilities framework, and what on a Chief Social Worker?"))  # fmt: skip
    assert made is not None
    shown = {q.passage.recommendation for line in made.lines for q in line.quotes if q.passage.part is Part.RECOMMENDATION}  # fmt: skip
    assert shown == {11, 15}


@pytest.mark.parametrize(
    ("text", "numbers", "part"),
    [
        ("Compare her arguments about performance information with those about unannounced inspection", (2, 4), Part.MUNRO_ARGUMENT),
        ("Was the capabilities framework treated the same as the Chief Social Worker?", (11, 15), Part.GOVERNMENT_RESPONSE),
        ("Compare the recommendation on performance information with the one on the Chief Social Worker", (4, 15), Part.RECOMMENDATION),
        ("Which met with the colder reply: the capabilities framework, or a Chief Social Worker?", (11, 15), Part.GOVERNMENT_RESPONSE),
        ("Compare the reasons for a principal social worker with the reasons for a chief one", (14, 15), Part.MUNRO_ARGUMENT),
    ],
)  # fmt: skip
def test_each_of_two_compared_is_shown_by_its_own_recommendation(
    asked: AskedOf, text: str, numbers: tuple[int, ...], part: Part
) -> None:
    made = answer_compare(asked(text))
    assert made is not None
    assert made.recommendations == numbers
    for number in numbers:
        shown = [q.passage for line in made.lines for q in line.quotes if q.passage.recommendation == number]
        assert any(p.part is part for p in shown)


@pytest.mark.parametrize(
    "text",
    [
        "How do initial assessments differ from core assessments?",
        "Compare the answers on zebras with the answers on lions",
        "Did ministers look at other posts before proposing a Chief Social Worker, and was the capabilities framework theirs?",
    ],
)
def test_what_one_recommendation_holds_or_none_is_no_comparison_of_two(asked: AskedOf, text: str) -> None:
    assert answer_compare(asked(text)) is None


def test_of_the_things_named_those_that_fulfil_something_are_picked_out(asked: AskedOf) -> None:
    made = answer_compare(asked("Which of these was agreed in principle only: the capabilities framework, the Chief Social Worker?"))  # fmt: skip
    assert made is not None
    assert made.recommendations == (15,)
    made = answer_compare(asked("Which of these is due in 2011: the early help route, the Chief Social Worker?"))  # fmt: skip
    assert made is not None
    assert made.recommendations == (10,)


def test_what_is_asked_of_each_thing_by_itself_is_told_of_each(asked: AskedOf) -> None:
    made = answer_compare(asked("Was the capabilities framework accepted? And when is the Chief Social Worker to be in post?"))  # fmt: skip
    assert made is not None
    assert made.recommendations == (11, 15)
    assert "**Accept" in made.lines[0].text
    assert [w.wording for w in made.whens] == ["by late 2012", "by the end of 2012"]


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Capabilities framework, Chief Social Worker – when is each supposed to be?", True),
        ("When is each council to have a Chief Social Worker, and a capabilities framework?", False),
    ],
)
def test_each_stands_for_the_things_or_counts_something_else(
    asked: AskedOf, text: str, several: bool
) -> None:
    assert asks_of_several(asked(text)) is several


@pytest.mark.parametrize(
    "text",
    [
        "A word on each please: a capabilities framework and a Chief Social Worker. Was each one agreed to?",
        "Why did she want (a) a capabilities framework and (b) a Chief Social Worker?",
    ],
)
def test_things_listed_before_the_question_or_under_letters_are_each_asked_about(
    asked: AskedOf, text: str
) -> None:
    made = answer_compare(asked(text))
    assert made is not None
    assert made.recommendations == (11, 15)
