"""What is left of a set, others than the one spoken of, counts that nothing meets, and dates that are only supposed."""

from __future__ import annotations

import pytest

from assistant.answers.dated import answer_when
from assistant.answers.how_many import asked_for
from assistant.answers.sets import answer_parts, answer_set
from assistant.conversation import Told, resolve
from assistant.model import Outcome
from assistant.prepared import Prepared
from assistant.question.facets import Want
from assistant.question.focus import focus
from assistant.question.number_ranges import ranges
from assistant.question.question import Question
from assistant.question.references import references
from assistant.question.selection import selection
from assistant.question.set_query.part_conditions import part_conditions
from assistant.question.statuses import chosen_statuses
from assistant.question.wants import wants, yes_no
from assistant.refusals.afterwards import only_whether_done
from corpus.model import Part, Status
from tests.assistant.conftest import AskedOf


def _resolved(ready: Prepared, text: str, *history: str) -> Question:
    """A question after others, each answered with what it names or selects."""
    every = ready.library.corpus.recommendations.values()

    def told(question: Question) -> Told:
        out = {n for left in selection(question, ready.library).left_out for n in left.numbers}
        return Told(
            tuple(
                r.number
                for r in every
                if r.number not in out
                and (not question.themes or r.theme in question.themes)
                and (question.statuses is None or r.status in question.statuses)
                and (not question.recommendations or r.number in question.recommendations)
            )
        )

    return resolve(text, history, ready.library, ready.speller, told).question


@pytest.mark.parametrize("text", ["and what became of the rest?", "How was the remaining one received?"])
def test_the_rest_of_a_narrowed_set_is_of_the_set_before(ready: Prepared, text: str) -> None:
    under = {r.number for r in ready.library.corpus.recommendations.values() if r.theme == 2}
    some = {n for n in under if ready.library.corpus.recommendations[n].status is Status.ACCEPT_IN_PRINCIPLE}
    asked = _resolved(
        ready, text, "Recommendations under theme 2?", "Which of those were accepted in principle?"
    )
    assert set(asked.recommendations) == under - some


def test_others_are_asked_for_without_the_one_spoken_of(ready: Prepared) -> None:
    asked = _resolved(ready, "any others with the word police in their own text?", "Was rec 5 accepted?")
    assert asked.focus.endswith("leaving aside recommendation 5?")


def test_a_doubted_date_is_of_what_was_dated_before(ready: Prepared) -> None:
    asked = _resolved(ready, "Our planner has March 2014. Is that wrong?", "When is rec 8 due?")
    assert asked.recommendations == (8,)
    assert Want.WHEN in asked.wants


def test_the_earlier_of_a_pair_compares_the_last_two(ready: Prepared) -> None:
    asked = _resolved(
        ready, "Out of the pair, who is sooner?", "When is rec 8 due?", "And when is rec 4 due?"
    )
    assert asked.recommendations == (4, 8)


def test_no_other_that_says_it_is_said_so(asked: AskedOf) -> None:
    question = asked("Which recs other than 9 mention Serious Case Reviews in the recommendation itself?")
    made = answer_parts(question)
    assert made is not None
    assert made.outcome is Outcome.NOT_IN_GUIDANCE
    assert made.lines[0].text.startswith("None beside")


def test_a_count_that_nothing_meets_is_no_ranking(asked: AskedOf) -> None:
    made = answer_set(asked("Which three recommendations are about leadership posts?"))
    assert made is not None
    assert made.outcome is Outcome.NOT_IN_GUIDANCE
    met = answer_set(asked("Two about inspection: which numbers?"))
    assert met is not None
    assert met.recommendations == (2, 3)


def test_a_count_stands_alone_before_its_subject() -> None:
    assert asked_for("Three about zebras - numbers?", 9) == 3
    assert asked_for("Zebras about three - numbers?", 9) == 9


def test_a_part_in_quotes_is_no_very_word(asked: AskedOf) -> None:
    question = asked("Under 'Timescale', where is Ofsted mentioned?")
    (condition,) = part_conditions(question.question, question.library)
    assert condition.parts == {Part.TIMESCALE}
    assert condition.words == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted is named in the Government's reply to which three?",
        "Which others name Ofsted in their replies?",
    ],
)
def test_recommendations_may_be_asked_for_behind_or_as_others(asked: AskedOf, text: str) -> None:
    question = asked(text)
    assert part_conditions(question.question, question.library)


def test_what_a_set_leaves_out_is_read_with_what_is_left(asked: AskedOf) -> None:
    vocabulary = asked("zebra").library.vocabulary
    asking, _ = focus("Take out the striped one. Which theme 3 zebras are left?", vocabulary)
    assert asking.startswith("Take out")
    assert focus("We keep zebras. Which theme was first?", vocabulary)[0] == "Which theme was first?"


def test_a_number_that_has_something_is_a_recommendation() -> None:
    assert [r.numbers for r in references("Number 12 has two dates.")] == [(12,)]
    assert references("Number 12 zebras ran.") == ()


def test_a_range_may_name_its_noun_twice(ready: Prepared) -> None:
    (found,) = ranges("From recommendation 4 to recommendation 7 inclusive, anything?", ready.library)
    assert found.numbers == (4, 5, 6, 7)


@pytest.mark.parametrize("text", ["accepted with no qualifiers", "went through without any conditions"])
def test_no_qualifier_is_outright(text: str) -> None:
    assert chosen_statuses(f"Which were {text}?") == frozenset({Status.ACCEPT})


def test_the_year_of_an_act_is_no_time() -> None:
    assert Want.WHEN not in wants("Which two cite a Zoo Act, and of which year?")[0]
    assert Want.WHEN in wants("Which year was it due?")[0]


def test_a_shared_month_compares_dates() -> None:
    assert {Want.WHEN, Want.COMPARE} <= wants("Do 5 and 6 share a target month?")[0]


def test_any_tag_asks_whether_it_is_so() -> None:
    assert yes_no("The keeper starts in June, doesn't she?")
    assert yes_no("They had to count them, had they not?")


@pytest.mark.parametrize(
    ("text", "done"), [("has our local board done that?", True), ("has our board a zebra?", False)]
)
def test_whether_ones_own_council_did_it(asked: AskedOf, text: str, done: bool) -> None:
    assert only_whether_done(asked(text).question) is done


def test_a_date_only_supposed_tells_no_place(asked: AskedOf) -> None:
    made = answer_when(asked("The Chief Social Worker is meant to start by April 2012, isn't she?"))
    assert made is not None
    assert made.recommendations == (15,)
