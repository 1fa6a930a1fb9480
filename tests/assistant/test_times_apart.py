"""Questions that ask several times at once, and dates that are of something else."""

from __future__ import annotations

import pytest

from assistant.answers.clauses import whens_asked
from assistant.answers.dated import answer_when
from assistant.answers.dated_about import about
from assistant.answers.dated_sentences import dated
from assistant.answers.step import step_terms
from assistant.language.vocabulary import terms
from assistant.language.words import words
from assistant.prepared import Prepared
from assistant.question.facets import Want
from assistant.question.times_apart import dates_announced, times_apart
from assistant.question.wants import wants
from tests.assistant.conftest import AskedOf


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("When was the fence due, and how long would painting take?", ["When was the fence due", "how long would painting take?"]),
        ("Zoo: from when is it open and by when must we book?", ["from when is it open", "by when must we book?"]),
        ("the fence by when, the gate by when?", ["the fence by when", "the gate by when?"]),
        ("Zoo: date of the count and date it should be out", ["date of the count", "date it should be out"]),
        ("Two dates please: the fence, and the gate", ["the fence", "the gate"]),
        ("Two dates please: the fence, the gate, and the pond", []),
        ("When will the fence and the gate be painted?", []),
        ("When was the fence due? When was the gate due?", []),
        ("What is to be done when the fence falls?", []),
    ],
)  # fmt: skip
def test_each_piece_asks_for_a_time_of_its_own(text: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in times_apart(text)] == pieces


def test_dates_are_counted_where_a_text_counts_them() -> None:
    assert dates_announced("I think there were 3 dates") == 3
    assert dates_announced("both deadlines, please") == 2
    assert dates_announced("the date of both") == 0


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("tell the zoo when the new fence was supposed to arrive", True),
        ("no clue when they were going to paint it", True),
        ("tell us about cover for keepers when animals were going to feed", False),
        ("what cover have keepers when the animals are going to feed", False),
        ("When was the fence painted, what month?", True),
        ("When the fence falls, what must keepers do?", False),
        ("what's the very latest a keeper should have fed them", True),
        ("what's the latest on keepers", False),
        ("The gate has a spring date and a winter date, which is which?", True),
    ],
)
def test_a_planned_thing_or_a_last_chance_asks_when(text: str, asks: bool) -> None:
    assert (Want.WHEN in wants(text)[0]) is asks


def test_both_dates_are_given_for_two_things_of_one_place(asked: AskedOf) -> None:
    made = answer_when(asked("When would the capabilities framework go to the College, and when was it due for implementing?"))  # fmt: skip
    assert made is not None
    assert {w.wording for w in made.whens} == {"around November 2011", "by Autumn 2012"}
    made = answer_when(asked("Two dates please: HEI partnership arrangements in place, and plans for practice settings"))  # fmt: skip
    assert made is not None
    assert {w.wording for w in made.whens} == {"by the end of 2012", "by summer 2012"}


def test_what_is_left_over_goes_to_the_piece_that_finds_nothing(asked: AskedOf) -> None:
    made = answer_when(asked("Recommendation 1: how long would the trials be extended, and when were the zebras to be told?"))  # fmt: skip
    assert made is not None
    assert {w.wording for w in made.whens} == {"until December 2011", "in autumn 2011"}


def test_the_last_date_and_all_dates_of_a_sentence(asked: AskedOf) -> None:
    sentence = next(
        s for u in asked("zoo").library.units for s in u.sentences if "all will have chosen" in s.text
    )
    for text, dates in (
        ("What's the latest any council can designate a principal social worker?", ["by July 2012"]),
        ("By when will everyone have a principal social worker?", ["by July 2012"]),
        ("By when would most have a principal social worker? There were two dates", ["by April 2012", "by July 2012"]),
    ):  # fmt: skip
        assert [w.wording for w in whens_asked(asked(text), sentence)] == dates


def test_a_date_of_something_else_is_not_given(asked: AskedOf) -> None:
    wrong = asked("When will the national zebra gallop in Timbuktu?")
    assert about(wrong, dated(wrong)) == ()
    right = asked("When will the national performance information be published?")
    assert about(right, dated(right)) == dated(right)


def test_what_is_set_aside_is_not_dated(asked: AskedOf) -> None:
    found = dated(asked("When is the change to Working Together due, not the interim amendment?"))
    assert "interim" not in found[0].sentence.text.lower()


def test_a_clause_that_points_back_leaves_its_step_to_what_stands_before(ready: Prepared) -> None:
    text = "The fence for zebras - when was paint for that coming?"
    found = terms(tuple(w for w in words(text) if w.text in ("fence", "zebras", "paint")), ready.library.vocabulary)  # fmt: skip
    assert {t.text for t in step_terms(text, found)} == {"fence", "zebras", "paint"}
