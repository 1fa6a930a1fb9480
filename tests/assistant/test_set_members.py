"""Who belongs to a set: by subject, by exception, beside another, by how many dates, by a date alone, by theme."""

from __future__ import annotations

import pytest

from assistant.answers.sets import answer_set
from assistant.model import Outcome
from assistant.question.set_query.choosing import asks_for_others, chosen_from
from assistant.question.set_query.date_counts import DateCount, date_count
from assistant.question.set_query.only_dated import only_dated
from assistant.question.set_query.ranking import unheld_ranking
from assistant.question.set_query.subjects import asks_what_about, named_before
from assistant.question.statuses import chosen_statuses, statuses, statuses_left
from corpus.model import Part, Recommendation, Status
from tests.assistant.conftest import AskedOf, set_members

ACCEPT, PRINCIPLE, FURTHER = Status.ACCEPT, Status.ACCEPT_IN_PRINCIPLE, Status.CONSIDER_FURTHER


def _records(asked: AskedOf) -> tuple[Recommendation, ...]:
    return tuple(asked("zebra").corpus.recommendations.values())


def _wording(rec: Recommendation) -> str:
    return " ".join(p.text for p in rec.passages[Part.RECOMMENDATION]).lower()


@pytest.mark.parametrize(
    "text",
    ["What recs are about LSCBs?", "Any of the recommendations that deal with LSCBs", "List the LSCB recs"],
)
def test_what_recommendations_are_about_stands_in_what_they_recommend(asked: AskedOf, text: str) -> None:
    about = tuple(r.number for r in _records(asked) if "lscb" in _wording(r))
    mentioned = set_members(asked, "Which recommendations mention LSCBs?")
    assert set_members(asked, text) == about
    assert mentioned is not None
    assert set(about) < set(mentioned)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Which recs tackle zebras?", "tackle"),
        ("The ones on zebras, please", "ones on"),
        ("Which recs are on hold?", None),
        ("Zebras looking at lions: which were accepted?", None),
        ("Which recs are addressed to zoos?", None),
    ],
)
def test_words_that_ask_for_a_subject(text: str, words: str | None) -> None:
    found = asks_what_about(text)
    assert (found[0] if found else None) == words


def test_a_subject_stands_right_before_recommendations() -> None:
    text = "Were all the zebra house recs accepted?"
    assert text[slice(*named_before(text))] == "zebra house"
    assert named_before("Were they all accepted?") == (0, 0)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("All but two got a yes. Which were the exceptions?", {PRINCIPLE, FURTHER}),
        ("All except one were accepted in principle, so which wasn't?", {ACCEPT, FURTHER}),
        ("All but two got a yes. Which were accepted?", None),
        ("All but two zebras were fed. Which were not?", None),
    ],
)
def test_exceptions_have_none_of_the_statuses_of_the_others(text: str, left: set[Status] | None) -> None:
    assert statuses_left(text) == (None if left is None else frozenset(left))


@pytest.mark.parametrize(
    "text", ["met the zoo halfway", "agreed to it only in part", "a lukewarm yes", "accepted up to a point"]
)
def test_a_yes_by_half_is_one_in_principle(text: str) -> None:
    assert statuses(text)[0] == frozenset({PRINCIPLE})


def test_a_flat_yes_denied_leaves_the_others() -> None:
    assert chosen_statuses("Anything that didn't get a flat yes") == frozenset({PRINCIPLE, FURTHER})
    assert statuses("the halfway house")[0] is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Which timescales give more than one date?", DateCount(2, None)),
        ("Which have three separate 2012 deadlines?", DateCount(3, None)),
        ("Which recs have just one date?", DateCount(1, 1)),
        ("What are the two dates for zebras?", None),
        ("Which have one date in May?", None),
    ],
)
def test_dates_are_counted_where_having_so_many_is_asked(text: str, count: DateCount | None) -> None:
    assert date_count(text) == count


def test_a_timescale_with_one_date_has_no_two(asked: AskedOf) -> None:
    found: list[int] = []
    for dates in ("just one date", "more than one date", "no calendar date"):
        members = set_members(asked, f"Which recs have {dates} in the timescale?")
        assert members
        found += members
    assert sorted(found) == [r.number for r in _records(asked)]


def test_another_is_asked_for_beside_one(asked: AskedOf) -> None:
    some = tuple(r.number for r in _records(asked) if r.status is PRINCIPLE)
    first, *others = some
    assert set_members(asked, f"Besides rec {first}, which others were accepted in principle?") == tuple(
        others
    )
    told = f"Rec {first} was accepted in principle. Which other recs were accepted in principle?"
    assert set_members(asked, told) == tuple(others)
    assert not asks_for_others("Is rec 3 the other way round?")


def test_those_beside_one_in_its_theme(asked: AskedOf) -> None:
    rec = _records(asked)[0]
    rest = tuple(r.number for r in _records(asked) if r.theme == rec.theme and r is not rec)
    assert set_members(asked, f"Which other recs sit in the same theme as rec {rec.number}?") == rest


def test_one_is_chosen_from_a_set_told_before(asked: AskedOf) -> None:
    assert chosen_from("Of the five accepted in principle, whose is last?") == "five accepted in principle"
    assert chosen_from("Which of the five is last?") == ""
    found = set_members(asked, "Of those accepted in principle, which has the latest date?")
    assert found is not None
    assert len(found) == 1
    assert asked("zebra").corpus.recommendations[found[0]].status is PRINCIPLE


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("What's inked in for May 2012?", True),
        ("I keep a wall planner. What goes down for May 2012?", True),
        ("What is the framework doing in May 2012?", False),
        ("What was published in May 2012?", False),
        ("What zebras come in May 2012?", False),
    ],
)
def test_a_date_alone_tells_what_is_asked_for(asked: AskedOf, text: str, alone: bool) -> None:
    question = asked(text)
    assert only_dated(question.question, question.library) is alone


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("List the recs of the last theme with their verdicts", 4),
        ("The statuses of the recs under creating a learning system", 4),
        ("What was said to each rec in the accountability theme?", 4),
    ],
)
def test_themes_by_place_and_by_a_part_of_their_name(asked: AskedOf, text: str, theme: int) -> None:
    own = tuple(r.number for r in _records(asked) if r.theme == theme)
    assert set_members(asked, text) == own


def test_all_of_a_theme_are_shown_where_another_answer_is_offered(asked: AskedOf) -> None:
    made = answer_set(asked("Did theme 3 get plain accepts, or was one of them turned down?"))
    assert made is not None
    own = {r.number for r in _records(asked) if r.theme == 3}
    assert set(made.recommendations) == own
    assert "principle" in " ".join(line.text for line in made.lines)


def test_no_ranking_is_guessed(asked: AskedOf) -> None:
    question = asked("Which recs does she think are the most urgent?")
    made = answer_set(question)
    assert made is not None
    assert made.outcome is Outcome.NOT_IN_GUIDANCE
    for text in ("Which recommendation has the latest date?", "Which recs mention the most senior leaders?"):
        other = asked(text)
        assert unheld_ranking(other.question, other.library) is None


@pytest.mark.parametrize(
    "text",
    [
        "How many recommendations are filed under accountabilities and a learning system?",
        "When was each recommendation of the accountability theme to be carried out?",
    ],
)
def test_all_of_a_theme_stand_under_it_whatever_is_done_with_them(asked: AskedOf, text: str) -> None:
    assert set_members(asked, text) == tuple(r.number for r in _records(asked) if r.theme == 4)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Leaving out the Chief Social Worker, which recs does theme 3 hold?", (11, 12, 14)),
        ("Besides the health work programme, is anything else dated September 2011?", (10,)),
        ("Not counting Ofsted's two, which recs stand in theme 1?", (1, 4)),
    ],
)
def test_what_is_left_out_may_be_called_by_any_of_its_words(
    asked: AskedOf, text: str, numbers: tuple[int, ...]
) -> None:
    assert set_members(asked, text) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("In principle, and by September 2011?", (8, 10)),
        ("A plain yes, but no date?", (5, 13)),
        ("Is there any target date after September 2012?", (11, 12, 15)),
        ("Which recs were to change Working Together by December 2011?", (1, 6)),
        ("Which timescale speaks of Royal Assent?", (10,)),
        ("Was there one recommendation that they neither accepted nor refused?", (9,)),
        ("Besides the Chief Social Worker, does anything else have an end-of-2012 date?", (12,)),
    ],
)
def test_two_keys_or_any_date_ask_for_a_set_without_its_name(
    asked: AskedOf, text: str, numbers: tuple[int, ...]
) -> None:
    assert set_members(asked, text) == numbers


def test_a_date_that_nothing_has_is_said_to_be_none(asked: AskedOf) -> None:
    made = answer_set(asked("Are there any deadlines in March 2014?"))
    assert made is not None
    assert (made.outcome, made.recommendations, made.whens) == (Outcome.NOT_IN_GUIDANCE, (), ())


def test_a_denial_does_not_reach_what_is_said_instead() -> None:
    assert chosen_statuses("Which did they not accept, only promise they'd consider?") == frozenset({FURTHER})
    assert chosen_statuses("neither turned down nor accepted") == frozenset({FURTHER})
