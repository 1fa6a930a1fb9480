"""Set questions read clause by clause: what is left out, kinds of date, names, lists of subjects, what stands before."""

from __future__ import annotations

import pytest

from assistant.answers.described import described
from assistant.answers.sets import answer_set
from assistant.question.selection import Relation, Selection, selection
from assistant.question.set_query.clauses import clauses
from assistant.question.set_query.leaning import leans
from assistant.question.set_query.listing import listed_subjects
from assistant.question.set_query.names import full_forms, names_in
from assistant.question.statuses import statuses_left
from corpus.model import Status
from tests.assistant.conftest import AskedOf, set_members

ACCEPT, PRINCIPLE, FURTHER = Status.ACCEPT, Status.ACCEPT_IN_PRINCIPLE, Status.CONSIDER_FURTHER


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("Theme 2 minus the zebra one", ["the zebra one"]),
        ("Which outside themes 1 and 3 were accepted?", ["themes 1 and 3"]),
        ("Not counting the accepted ones, what is left?", ["the accepted ones"]),
        ("Which except the zebra theme were accepted?", ["the zebra theme"]),
        ("Leave number 4 out: which were accepted?", ["number 4"]),
        ("All of them, but not any that were accepted", ["any that were accepted"]),
        ("Which of them isn't in theme 4?", ["theme 4"]),
        ("Strip out 2 and weed out 3", ["2", "3"]),
        ("Which zebras bar their own way?", []),
        ("Which were accepted without any ifs or buts?", []),
    ],
)
def test_what_is_left_out_is_cut_from_what_selects(text: str, left_out: list[str]) -> None:
    parts = clauses(text)
    pieces = [text[slice(*span)].strip() for span in parts.left_out]
    assert pieces == left_out
    assert len(parts.main) == len(text)
    assert not any(piece in parts.main for piece in pieces)


def test_what_is_all_the_same_to_the_asker_does_not_select() -> None:
    assert "2012" not in clauses("Which have no date in 2011? I don't mind if they have 2012").main
    assert "council" not in clauses("For the zoo council: which were accepted?").main


def _of(asked: AskedOf, text: str) -> Selection:
    question = asked(text)
    return selection(question.question, question.library)


def test_a_status_left_out_leaves_the_others(asked: AskedOf) -> None:
    records = asked("zebra").corpus.recommendations.values()
    rest = tuple(r.number for r in records if r.status is not PRINCIPLE)
    assert set_members(asked, "All the recommendations bar the ones accepted in principle") == rest
    assert set_members(asked, "Drop the accepted-in-principle ones: which recommendations are left?") == rest


def test_a_theme_left_out_by_name_or_number_leaves_the_others(asked: AskedOf) -> None:
    records = asked("zebra").corpus.recommendations.values()
    rest = tuple(r.number for r in records if r.theme != 2 and r.status is ACCEPT)
    assert set_members(asked, "Which recommendations not in theme 2 were plain accepts?") == rest
    assert (
        set_members(asked, "Outside the early help theme, which recommendations were plain accepts?") == rest
    )


def test_one_is_left_out_by_what_it_is_about(asked: AskedOf) -> None:
    records = asked("zebra").corpus.recommendations.values()
    redesign = next(r for r in records if "redesign" in r.title.lower())
    rest = tuple(r.number for r in records if r.theme == redesign.theme and r is not redesign)
    text = f"List the theme {redesign.theme} recommendations, minus the redesign one"
    assert set_members(asked, text) == rest


def test_words_describe_the_recommendation_whose_title_says_them(asked: AskedOf) -> None:
    question = asked("What of the performance information?")
    every = question.corpus.recommendations.values()
    first = described(question.question.terms, every, question.library)[0]
    assert "performance" in question.corpus.recommendations[first].title.lower()
    assert described(asked("What of the zebras?").question.terms, every, question.library) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Which timescales name a month?", [("month", True)]),
        ("Which give a rough deadline but no month?", [("month", False), ("rough date", True)]),
        ("Which timescales speak of any season?", [("season", True)]),
        ("Which recommendations have a winter date?", [("winter", True)]),
        ("Which recommendations have no month at all?", []),
        ("Which have that month?", []),
    ],
)
def test_kinds_of_date_select(asked: AskedOf, text: str, kinds: list[tuple[str, bool]]) -> None:
    assert [(str(k.kind), k.wanted) for k in _of(asked, text).kinds] == kinds


def test_each_date_has_its_own_relation_and_polarity(asked: AskedOf) -> None:
    keys = _of(asked, "Which recommendations have only 2011 dates, and nothing in 2012?").dates
    assert [(k.when.edtf, k.relation, k.wanted) for k in keys] == [
        ("2011", Relation.ONLY, True),
        ("2012", Relation.AT, False),
    ]


def test_a_date_in_quotes_is_words_to_find_where_its_wording_is_asked_for(asked: AskedOf) -> None:
    very = _of(asked, "Which timescale has the exact words 'by late 2012'?")
    assert (very.said.words, very.dates) == (("by late 2012",), ())
    assert _of(asked, "Which have a 'by late 2012' date?").said.words == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Nine accepted plus five in principle: which is the missing one?", {FURTHER}),
        ("Some were accepted. What's left?", {PRINCIPLE, FURTHER}),
        ("Which were accepted in principle?", None),
    ],
)
def test_what_is_left_has_none_of_the_statuses_named_before(text: str, left: set[Status] | None) -> None:
    assert statuses_left(text) == (None if left is None else frozenset(left))


def test_a_name_is_found_whole_and_by_its_initials(asked: AskedOf) -> None:
    library = asked("zebra").library
    text = "Which replies name the SWRB and the Social Work Reform Board, or the Zebra House Board?"
    (name,) = names_in(text, library)
    assert text[name[1] : name[2]] == "Social Work Reform Board"
    assert ("swrb",) in full_forms(name[0].own, library)
    assert ("royal", "colleg", "general", "practition") in full_forms(("rcgp",), library)


def test_what_must_be_said_is_said_by_every_member_and_no_other(asked: AskedOf) -> None:
    records = asked("zebra").corpus.recommendations.values()
    saying = tuple(r.number for r in records if any("probation" in r.text(p) for p in r.passages))
    assert set_members(asked, "Which recommendations mention probation, in any part of the entry?") == saying
    others = tuple(r.number for r in records if r.number not in saying and r.status is ACCEPT)
    assert set_members(asked, "Which plain accepts do not mention probation?") == others


def test_what_nothing_says_is_not_answered_by_all_of_them(asked: AskedOf) -> None:
    assert set_members(asked, "Which recommendations mention the zebra house?") == ()
    assert set_members(asked, "Which recommendations have something odd?") in (None, ())


def test_subjects_listed_by_their_words_are_one_recommendation_each(asked: AskedOf) -> None:
    text = "Early help duty, performance information, student placements: accepted or what?"
    found = set_members(asked, text)
    assert found is not None
    assert len(found) == len(listed_subjects(asked(text).question)) == 3
    assert listed_subjects(asked("Was help for schools, police and health accepted?").question) == ()


@pytest.mark.parametrize(
    ("asking", "leaning"),
    [
        ("Which of the six have a date?", True),
        ("Under which other recommendations?", True),
        ("Which is the missing one?", True),
        ("Which recommendations mention schools?", False),
    ],
)
def test_a_question_leans_on_the_set_told_before_it(asking: str, leaning: bool) -> None:
    assert leans(asking) is leaning


def test_a_theme_is_found_by_how_many_it_holds(asked: AskedOf) -> None:
    records = asked("zebra").corpus.recommendations.values()
    three = tuple(r.number for r in records if sum(o.theme == r.theme for o in records) == 3)
    assert set_members(asked, "Which theme has just three recommendations, and which are they?") == three
    assert set_members(asked, "Which theme holds ninety recommendations?") in (None, ())


def test_the_first_few_recommendations_are_meant_by_their_place(asked: AskedOf) -> None:
    assert asked("status of the first six recommendations").question.recommendations == (1, 2, 3, 4, 5, 6)
    assert asked("the last two recommendations: accepted?").question.recommendations == (14, 15)
    assert asked("the first two recommendations about zebras").question.recommendations == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Which recommendations not fully accepted are due by December 2011?", True),
        ("Which accepted recommendations are not due by December 2011?", False),
        ("Which recommendations are neither accepted nor due by May 2012?", False),
        ("Which recs were not ready until September 2011?", True),
        ("Which recs weren't expected till right in July 2012?", True),
        ("Which recs were not ready in September 2011?", False),
    ],
)
def test_a_denial_reaches_the_date_unless_it_is_of_a_status_or_only_says_not_before(
    asked: AskedOf, text: str, wanted: bool
) -> None:
    question = asked(text)
    (key,) = selection(question.question, question.library).dates
    assert key.wanted is wanted


def test_what_lies_inside_a_period_is_not_outside_it(asked: AskedOf) -> None:
    inside = answer_set(asked("Which timescales have a date in autumn 2011?"))
    outside = answer_set(asked("Which timescales have no date in autumn 2011?"))
    assert inside is not None
    assert outside is not None
    assert 8 not in outside.recommendations  # by September 2011
    assert not set(inside.recommendations) & set(outside.recommendations)
