"""Sets asked for in people's own words: without a date, not until one, with a hint beside, by a name that is explained."""

from __future__ import annotations

import pytest

from assistant.answers.sets import answer_set
from assistant.language.vocabulary import Term
from assistant.question.set_query.glossed import without_gloss
from assistant.question.set_query.left_out import names_one
from assistant.question.set_query.undated import lacking_dates
from assistant.question.statuses import statuses
from corpus.model import Part, Recommendation, Status, When
from tests.assistant.conftest import AskedOf, set_members


def _dates(asked: AskedOf, rec: Recommendation) -> tuple[When, ...]:
    units = (asked("zebra").library.by_id[p.id] for p in rec.passages[Part.TIMESCALE])
    return tuple(w for u in units for s in u.sentences for w in s.whens if w.edtf)


def _records(asked: AskedOf) -> tuple[Recommendation, ...]:
    return tuple(asked("zebra").corpus.recommendations.values())


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Which zebras were sold with no closing date?", ["no closing date"]),
        ("Which zebras have never been handed any deadline?", ["never been handed any deadline"]),
        ("Zebras that never say when they feed", ["never say when"]),
        ("The herd lacks a timetable", ["lacks a timetable"]),
        ("Which zebras do not have the same date?", []),
        ("Which zebras are not striped and have a deadline?", []),
        ("Not the deadline, the keeper", []),
        ("No later date", []),
        ("It is not striped, but has a date", []),
    ],
)
def test_a_date_is_denied_by_the_nearest_denial_that_nothing_else_takes(text: str, denied: list[str]) -> None:
    assert [text[start:end].lower() for start, end in lacking_dates(text)] == denied


@pytest.mark.parametrize(
    "text",
    [
        "Is there anything they never attached a deadline to?",
        "Some that were not handed any timetable?",
        "Which ones do not say when?",
    ],
)
def test_those_without_a_date_are_asked_for_in_any_words(asked: AskedOf, text: str) -> None:
    undated = tuple(r.number for r in _records(asked) if not _dates(asked, r))
    assert undated
    assert set_members(asked, text) == undated


@pytest.mark.parametrize("text", ["Does it have no date?", "So that one has no deadline?"])
def test_one_thing_without_a_date_is_no_set(asked: AskedOf, text: str) -> None:
    assert set_members(asked, text) is None


def test_a_that_which_joins_a_clause_or_is_quoted_points_at_nothing(asked: AskedOf) -> None:
    accepted = tuple(r.number for r in _records(asked) if r.status is Status.ACCEPT and not _dates(asked, r))
    assert set_members(asked, "Some that were accepted outright yet given no date?") == accepted
    assert set_members(asked, "Was that accepted outright yet given no date?") is None


def test_every_recommendation_is_told_where_its_missing_date_is_only_to_be_noted(asked: AskedOf) -> None:
    every = tuple(r.number for r in _records(asked))
    assert set_members(asked, "All fifteen with their deadlines, noting where there is no date") == every


def test_what_lacks_a_date_is_told_with_the_dates_that_it_has(asked: AskedOf) -> None:
    made = answer_set(asked("Which recommendations have nothing dated December 2011?"))
    assert made is not None
    chosen = [r for r in _records(asked) if r.number in made.recommendations]
    assert {w.wording for w in made.whens} >= {w.wording for r in chosen for w in _dates(asked, r)}
    undated = [r for r in chosen if not _dates(asked, r)]
    assert undated
    assert len([line for line in made.lines if "no calendar date" in line.text]) == len(undated)


def test_dates_told_beside_the_one_that_is_lacking_are_held_against_no_other_document(asked: AskedOf) -> None:
    lacking, dated = (
        answer_set(asked(f"Which recommendations in theme 3 {have}?"))
        for have in ("have nothing dated 2011", "are dated in 2012")
    )
    assert lacking
    assert dated
    assert dated.notices
    assert not lacking.notices


def test_a_date_that_is_wanted_beside_one_that_is_not_is_told_alone(asked: AskedOf) -> None:
    made = answer_set(asked("Which recs have only 2011 dates in the timescale, nothing for 2012?"))
    assert made is not None
    assert made.whens
    assert all("2011" in w.wording for w in made.whens)


def test_the_end_of_a_year_is_late_in_it_but_a_deadline_is_as_worded(asked: AskedOf) -> None:
    late = tuple(
        r.number
        for r in _records(asked)
        if any(w.last and (w.last.month, w.last.day, w.last.year) == (12, 31, 2012) for w in _dates(asked, r))
    )
    assert len(late) > 1
    assert set_members(asked, "Which recommendations come in towards the end of 2012?") == late
    assert set_members(asked, "Which recommendations fall in December 2012?") != late


@pytest.mark.parametrize(
    "text",
    [
        "What was meant to appear in July 2012? It is for a paper on the zebra work.",
        "Remind me what fell in July 2012, I vaguely recall a pair, one on social workers",
    ],
)
def test_what_is_said_beside_a_date_that_tells_all_does_not_select(asked: AskedOf, text: str) -> None:
    assert set_members(asked, text) == set_members(asked, "Which recommendations are dated July 2012?")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("mention RSPB, the bird charity", ["RSPB"]),
        ("mention the bird charity, RSPB", ["RSPB"]),
        ("mention RSPB and the bird charity", ["RSPB", "bird", "charity"]),
        ("mention RSPB, and the bird charity", ["RSPB", "bird", "charity"]),
        ("mention RSPB, charity", ["RSPB", "charity"]),
        ("mention the birds, the charity", ["birds", "charity"]),
    ],
)
def test_a_name_stands_without_the_words_that_explain_it(text: str, kept: list[str]) -> None:
    words = [w for w in ("RSPB", "birds", "bird", "charity") if w in text.replace(",", " ").split()]
    placed = [(Term(w, frozenset({(w,)}), (w,)), text.find(w), w.isupper()) for w in words]
    found = without_gloss(sorted(placed, key=lambda p: p[1]), text)
    assert sorted(t.text for t, _, _ in found) == sorted(kept)


def test_a_name_of_two_words_that_may_stand_by_chance_keeps_what_explains_it() -> None:
    text = "mention Birds Together, the charity"
    name = Term("birds together", frozenset({("bird", "togeth")}), ("bird", "togeth"))
    placed = [(name, 8, True), (Term("charity", frozenset({("chariti",)}), ("chariti",)), 28, False)]
    assert without_gloss(placed, text) == placed


def test_a_body_is_found_by_its_name_though_it_is_explained(asked: AskedOf) -> None:
    assert set_members(asked, "Which recs mention the SWRB, the social work people?") == set_members(
        asked, "Which recs mention the SWRB?"
    )


def test_statuses_that_are_left_out_are_left_out_whole(asked: AskedOf) -> None:
    assert names_one("the striped zebra")
    assert statuses("the in-principles")[0] == frozenset({Status.ACCEPT_IN_PRINCIPLE})
    rest = tuple(r.number for r in _records(asked) if r.status is Status.CONSIDER_FURTHER)
    assert set_members(asked, "Drop the full accepts and the in-principles: what's left?") == rest
