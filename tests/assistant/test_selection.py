"""How set questions select, and which questions are set questions at all."""

from __future__ import annotations

import pytest

from assistant.answers.how_many import asked_for
from assistant.evidence.asked import Asked
from assistant.question.negation import negated
from assistant.question.selection import Relation, Selection, selection
from assistant.question.set_question import is_set_question
from assistant.question.statuses import chosen_statuses, statuses
from corpus.model import Status
from tests.assistant.conftest import AskedOf

ACCEPT, PRINCIPLE, FURTHER = Status.ACCEPT, Status.ACCEPT_IN_PRINCIPLE, Status.CONSIDER_FURTHER


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Which were accepted?", {ACCEPT}),
        ("Which were not accepted outright?", {PRINCIPLE, FURTHER}),
        ("Which didn't even get an accept in principle?", {FURTHER}),
        ("Which didn't get an accept in principle?", {ACCEPT, FURTHER}),
        ("Which were accepted in principle, and which were accepted that way?", {PRINCIPLE}),
        ("Which mention zebras?", None),
        ("Which got neither a yes nor an acceptance in principle?", {FURTHER}),
        ("Those only half adopted", {PRINCIPLE}),
        ("Clean yeses", {ACCEPT}),
        ("What did they punt into touch?", {FURTHER}),
        ("How many were accepted and how many were parked?", None),
    ],
)
def test_statuses_select_as_they_are_worded(text: str, wanted: set[Status] | None) -> None:
    assert chosen_statuses(text) == (None if wanted is None else frozenset(wanted))


def test_rejected_ones_are_asked_for_by_no_status() -> None:
    assert chosen_statuses("Which were turned down?") == frozenset()
    assert chosen_statuses("Which were accepted or turned down?") == frozenset({ACCEPT})


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Was it accepted that way, in principle?", {PRINCIPLE}),
        ("Was it accepted, or accepted in principle?", {ACCEPT, PRINCIPLE}),
        ("Why does she think more and more zebras come?", None),
        ("the one to think about more?", {FURTHER}),
        ("Recommendation 13 in full, please", None),
        ("Was it agreed in full?", {ACCEPT}),
        ("How many were taken on in full?", {ACCEPT}),
        ("Since it was accepted, give me the reply in full", {ACCEPT}),
        ("Did they only agree to look at it further?", {FURTHER}),
    ],
)
def test_statuses_are_read_as_named(text: str, named: set[Status] | None) -> None:
    assert statuses(text)[0] == named


def test_a_denial_reaches_to_the_end_of_its_clause() -> None:
    assert negated("not the grazing zebras", 8)
    assert not negated("not the lions; the zebras", 19)
    assert not negated("none of it, but the zebras", 20)


def _of(asked: Asked) -> Selection:
    return selection(asked.question, asked.library)


def test_either_term_is_enough_where_an_or_joins_them(asked: AskedOf) -> None:
    either = _of(asked("Which recommendations mention a Bill or a legislative vehicle?"))
    assert ([t.text for t in either.said.terms], either.said.any_of) == (
        ["bill", "legislative vehicle"],
        True,
    )
    assert not _of(asked("Which recommendations mention Ofsted and a Bill?")).said.any_of
    of_three = _of(asked("Which recommendations mention schools, a Bill or a legislative vehicle?"))
    assert [t.text for t in of_three.said.terms] == ["bill", "legislative vehicle"]


def test_brackets_and_what_points_back_select_nothing(asked: AskedOf) -> None:
    bracketed = asked("Which recommendations (the ones about teachers) mention Ofsted?")
    assert [t.text for t in _of(bracketed).said.terms] == ["ofsted"]
    assert _of(asked("Which recommendations mention that post?")).said.terms == ()


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Which of the early help recommendations come with a date?", (2,)),
        ("Under valuing professional expertise, what is due last?", (1,)),
        ("What does the early help recommendation ask for?", ()),
        ("Which recommendations mention early help?", ()),
    ],
)
def test_a_theme_is_meant_by_its_name_or_before_its_recommendations(
    asked: AskedOf, text: str, themes: tuple[int, ...]
) -> None:
    assert _of(asked(text)).themes == themes


def test_a_count_selects_nothing(asked: AskedOf) -> None:
    assert _of(asked("Which of the four recommendations of theme 1 were accepted?")).said.terms == ()


def test_all_of_them_are_meant_where_nothing_narrows(asked: AskedOf) -> None:
    every = asked("What status did all fifteen recommendations get, zebra fashion?")
    assert [t.text for t in every.question.terms] == ["zebra", "fashion"]
    assert is_set_question(every.question, every.library)
    assert (_of(every).said.terms, _of(every).numbers, _of(every).statuses) == ((), (), None)


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("full accepts, numbers only", True),
        ("did ministers say yes to every bit of it", True),
        ("the ones put off till later", True),
        ("what pieces did whitehall not agree to?", True),
        ("Of recommendations 2, 4 and 8, which one has the latest date?", True),
        ("was it half accepted?", False),
        ("What does an acceptance in principle mean?", False),
        ("did they accept the zebra house", False),
    ],
)
def test_a_status_alone_is_asked_of_several(asked: AskedOf, text: str, several: bool) -> None:
    made = asked(text)
    assert is_set_question(made.question, made.library) is several


def test_a_year_set_against_the_one_wanted_says_nothing_more(asked: AskedOf) -> None:
    (key,) = _of(asked("Which have a date in 2012 rather than 2011 only?")).dates
    assert (key.when.edtf, key.wanted) == ("2012", True)


@pytest.mark.parametrize(
    ("text", "relation", "wanted"),
    [
        ("Which recommendations fall after December 2011?", Relation.AFTER, True),
        ("Which recommendations are due before July 2012?", Relation.BEFORE, True),
        ("Which recommendations are due in April 2012?", Relation.AT, True),
        ("Which recommendations have no April 2012 date?", Relation.AT, False),
    ],
)
def test_a_date_selects_by_how_it_is_named(
    asked: AskedOf, text: str, relation: Relation, wanted: bool
) -> None:
    (key,) = _of(asked(text)).dates
    assert (key.relation, key.wanted) == (relation, wanted)


def test_one_of_two_dates_is_enough_after_an_or(asked: AskedOf) -> None:
    either = _of(asked("Which recommendations have dates in April or May 2012?"))
    assert either.any_date
    assert [k.when.edtf for k in either.dates] == ["2012-04", "2012-05"]
    assert not _of(asked("Which recommendations have dates in April and May 2012?")).any_date


@pytest.mark.parametrize(
    ("text", "undated"),
    [
        ("Which recommendations have no date?", True),
        ("Which recommendations have a firm date?", False),
        ("List the deadlines, including the ones with no date", None),
        ("Which recommendations mention Ofsted?", None),
    ],
)
def test_an_absent_date_selects_unless_it_is_only_included(
    asked: AskedOf, text: str, undated: bool | None
) -> None:
    assert _of(asked(text)).undated is undated


def test_a_number_set_aside_is_left_out(asked: AskedOf) -> None:
    chosen = _of(asked("Leaving recommendation 9 aside, which ones were accepted?"))
    assert (chosen.numbers, [left.numbers for left in chosen.left_out]) == ((), [frozenset({9})])


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("which recommendation mentions zebras", 1),
        ("which two recommendations", 2),
        ("the five recs", 5),
        ("which 12 recs", 12),
    ],
)
def test_a_question_says_how_many_it_asks_for(text: str, members: int) -> None:
    assert asked_for(text, 15) == members


def test_a_question_for_all_asks_for_no_number() -> None:
    assert asked_for("which recommendations mention zebras", 21) == 21


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Which two recommendations have a September 2011 deadline?", True),
        ("Of 8, 10 and 13, which was accepted outright?", True),
        ("In which timescales is the SWRB named?", True),
        ("Was recommendation 8 accepted?", False),
        ("How many children were on protection plans?", False),
        ("Why does Munro want fewer rules?", False),
        ("How many hours must a social worker record?", False),
        ("How many recs were accepted?", True),
    ],
)
def test_questions_for_several_are_told_from_others(asked: AskedOf, text: str, several: bool) -> None:
    made = asked(text)
    assert is_set_question(made.question, made.library) is several
