"""Sets told by a subject: names in capitals, laws and their years, counted lists in brackets, recommendations of a subject."""

from __future__ import annotations

import pytest

from assistant.answers.compare_group import grouped
from assistant.answers.sets import answer_set
from assistant.question.set_query.capitals import written_as_named
from assistant.question.set_query.listing import listed_subjects
from assistant.question.set_query.mentions import read_mention
from assistant.question.set_query.names import full_forms, names_in
from assistant.question.set_query.subjects import several_of_a_subject
from assistant.question.set_question import is_set_question
from corpus.model import Part
from tests.assistant.conftest import AskedOf


def _members(asked: AskedOf, text: str) -> tuple[int, ...]:
    question = asked(text)
    made = answer_set(question) if question.for_set else None
    return tuple(sorted(made.recommendations)) if made else ()


def test_a_name_of_everyday_words_is_told_by_its_capitals(asked: AskedOf) -> None:
    text = "Which recommendations name Working Together?"
    library = asked(text).library
    ((name, _, _),) = names_in(text, library)
    so = written_as_named(name, text, library)
    held = [u for u in library.units if so(u)]
    assert held
    assert all("Working Together" in u.passage.text for u in held)
    lower = text.replace("Working Together", "working together")
    assert all(map(written_as_named(name, lower, library), library.units))


def test_a_year_that_names_a_law_is_no_date(asked: AskedOf) -> None:
    assert not asked("Which recommendations cite a Children Act, the 1989 or the 2004 one?").question.whens
    assert not asked("Which recommendations cite the 1989 Act?").question.whens
    assert asked("Which recommendations speak of an Act, and were due in 2012?").question.whens


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("the inspection recommendations", True),
        ("recs about inspection", True),
        ("Inspection recommendations: accepted?", True),
        ("all the recommendations", False),
        ("the first three recommendations", False),
        ("the inspection recommendation", False),
    ],
)
def test_several_recommendations_are_told_by_their_subject(text: str, several: bool) -> None:
    assert several_of_a_subject(text) is several


def test_what_each_of_a_subject_got_is_asked_of_all_of_them(asked: AskedOf) -> None:
    records = asked("zebra").corpus.recommendations.values()
    inspecting = tuple(r.number for r in records if r.title.startswith("Inspect "))
    assert len(inspecting) > 1
    assert _members(asked, "Inspection recommendations: what was the status of each?") == inspecting
    assert _members(asked, "Were the inspection recs accepted?") == inspecting
    one = asked("What does the inspection recommendation say?")
    assert not is_set_question(one.question, one.library)


def test_a_list_in_brackets_is_as_long_as_is_counted_before_it(asked: AskedOf) -> None:
    two = asked("What status did the two recs on boards (annual report, serious case reviews) get?").question
    assert len(listed_subjects(two)) == 2
    told = asked("What status did recs on boards (annual report, serious case reviews) get?").question
    assert listed_subjects(told) == ()


def test_participles_that_an_or_joins_do_not_select(asked: AskedOf) -> None:
    question = asked("Which recommendations want statutory guidance revised or amended?")
    said = read_mention(question.question, question.question.focus, False, question.library)
    assert said.terms
    assert not {"revised", "amended"} & {t.text for t in said.terms}


def test_none_of_a_theme_has_a_date_and_all_its_timescales_are_shown(asked: AskedOf) -> None:
    records = asked("zebra").corpus.recommendations.values()
    late = {r.theme for r in records for p in r.passages[Part.TIMESCALE] if "2012" in p.text}
    (early,) = {r.theme for r in records} - late
    question = asked(f"Does anything in theme {early} have a 2012 deadline?")
    made = answer_set(question)
    assert made is not None
    assert not made.whens
    assert set(made.recommendations) == {r.number for r in records if r.theme == early}
    assert "not dated" in made.lines[0].text
    quoted = {q.passage.recommendation for line in made.lines for q in line.quotes}
    assert quoted == set(made.recommendations)


def test_the_end_of_a_name_stands_for_its_initials_where_one_name_ends_so(asked: AskedOf) -> None:
    library = asked("zebra").library
    assert ("swrb",) in full_forms(("reform", "board"), library)
    assert not {f for f in full_forms(("work",), library) if f == ("swrb",)}


def test_a_pair_with_its_subject_behind_it_is_a_group(asked: AskedOf) -> None:
    pair = [
        r.number for r in grouped(asked("Did the two recommendations on inspection get the same answer?"))
    ]
    titles = asked("zebra").corpus.recommendations
    assert len(pair) == 2
    assert all("Inspect" in titles[n].title for n in pair)
    assert not grouped(asked("Did the three recommendations on inspection get the same answer?"))


def test_a_half_of_a_year_that_no_timescale_gives_holds_what_lies_in_it(asked: AskedOf) -> None:
    given = asked("Which recommendations are dated in the second half of 2011?")
    made = answer_set(given)
    assert made is not None
    assert {w.grain for w in made.whens} == {"half_year"}
    inside = answer_set(asked("Which recommendations are dated in the first half of 2012?"))
    assert inside is not None
    assert inside.whens
    assert all(w.edtf and "2012" in w.edtf for w in inside.whens)
