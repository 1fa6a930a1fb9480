"""Sets by what single parts of recommendations say, do not say, or say alone."""

from __future__ import annotations

import pytest

from assistant.answers.sets import answer_parts
from assistant.evidence.asked import Asked
from assistant.gate.heads import head_claims
from assistant.question.set_query.part_conditions import dated_parts, part_conditions
from assistant.question.set_query.part_names import parts_in
from corpus.model import Part, Status
from tests.assistant.conftest import AskedOf

OWN, ARGUMENT, REPLY, TIME = (
    Part.RECOMMENDATION,
    Part.MUNRO_ARGUMENT,
    Part.GOVERNMENT_RESPONSE,
    Part.TIMESCALE,
)


def _in(asked: Asked, part: Part, word: str) -> set[int]:
    """Recommendations one part of which holds a word as it is."""
    return {
        n
        for n, rec in asked.corpus.recommendations.items()
        if any(word in p.text for p in rec.passages.get(part, ()))
    }


def _found(asked: Asked) -> set[int] | None:
    made = answer_parts(asked)
    return None if made is None else set(made.recommendations)


@pytest.mark.parametrize(
    ("frame", "part"),
    [
        ("Which recommendations talk about {} in the recommendation itself?", OWN),
        ("{} - whose own wording has it?", OWN),
        ("Never mind the rest of the entry: in which of Munro's arguments does {} come up?", ARGUMENT),
        ("Where, in making her case, does Munro bring up {}?", ARGUMENT),
        ("List the ones whose Government response refers to {}.", REPLY),
        ("Does any reply mention {}?", REPLY),
        ("list the Government replies (not Munro's side) that mention {}", REPLY),
        ("How many timescales speak of {}?", TIME),
        ("The timescale column, not the reply: which of its entries name {}?", TIME),
    ],
)
@pytest.mark.parametrize("word", ["Ofsted", "ADCS", "NHS"])
def test_a_part_alone_is_looked_into(asked: AskedOf, frame: str, part: Part, word: str) -> None:
    question = asked(frame.format(word))
    assert (_found(question) or set()) == _in(question, part, word)


@pytest.mark.parametrize(
    "frame",
    [
        "Which replies mention {} although the recommendation itself never does?",
        "I want those where the recommendation is silent on {} but the Government's reply has it.",
        "Does any Government reply bring in {} without the recommendation doing so?",
        "Name the recs whose own text leaves {} out while the reply refers to it.",
        "Whose own wording is silent about {} but whose reply is not?",
    ],
)
@pytest.mark.parametrize("word", ["Ofsted", "ADCS"])
def test_one_part_may_deny_what_another_says(asked: AskedOf, frame: str, word: str) -> None:
    question = asked(frame.format(word))
    assert _found(question) == _in(question, REPLY, word) - _in(question, OWN, word)


def test_what_only_one_part_says_no_other_may(asked: AskedOf) -> None:
    question = asked("Which recommendations have the Bill only in the timescale?")
    others = set().union(*(_in(question, part, "Bill") for part in (OWN, ARGUMENT, REPLY)))
    assert _found(question) == _in(question, TIME, "Bill") - others


def test_neither_of_two_parts_may_say_it(asked: AskedOf) -> None:
    question = asked(
        "Is there one where the reply names Ofsted, though neither the timescale nor the recommendation does?"
    )
    assert _found(question) == _in(question, REPLY, "Ofsted") - _in(question, TIME, "Ofsted") - _in(
        question, OWN, "Ofsted"
    )


def test_both_parts_must_say_what_is_joined(asked: AskedOf) -> None:
    question = asked("Which recommendations name LSCBs in their own text as well as in the timescale?")
    assert _found(question) == _in(question, OWN, "LSCB") & _in(question, TIME, "LSCB")


def test_a_status_a_number_and_a_part_select_together(asked: AskedOf) -> None:
    question = asked(
        "From 5 upwards, which were accepted in principle and have local authorities in their own wording?"
    )
    fitting = {
        n
        for n, rec in question.corpus.recommendations.items()
        if n >= 5 and rec.status is Status.ACCEPT_IN_PRINCIPLE
    }
    own = _in(question, OWN, "local authorities") | _in(question, OWN, "Local authorities")
    assert _found(question) == fitting & own


@pytest.mark.parametrize(
    "text",
    [
        "Who took part in the trials of assessment without set timescales?",
        "What does the timescale of recommendation 7 say of consultation?",
        "Does the response say anything on lions?",
        "Which agency did the response say would lead?",
        "Which timescales have no date, just 'when ready'?",
        "Whose timescales say a new zoo will be in place, and when?",
        "Which recommendations mention Ofsted anywhere, in text, argument, reply or timescale?",
    ],
)
def test_other_questions_set_no_condition_on_a_part(asked: AskedOf, text: str) -> None:
    question = asked(text)
    assert part_conditions(question.question, question.library) == ()


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        ("in the reply, not the timescale box", [REPLY], 1),
        ("in their own text as opposed to in the reply or the timescale", [OWN], 2),
        ("leaving the timescales and the arguments out of account, the replies", [REPLY], 2),
        ("leave the timescales out of it and look at the replies", [REPLY], 1),
        ("not in the timescale", [TIME], 0),
        ("scrapping assessment timescales", [], 0),
        ("the recommendation that Ofsted made", [], 0),
    ],
)
def test_parts_are_looked_into_or_set_aside(asked: AskedOf, text: str, kept: list[Part], gone: int) -> None:
    named = parts_in(text, asked(text).library)
    assert [p.part for p in named.looked_into] == kept
    assert len(named.aside) == gone


def test_a_date_counts_in_the_part_that_is_named_for_it(asked: AskedOf) -> None:
    in_reply = asked("The reply text, not the timescale: for which recs does it speak of summer 2011?")
    assert dated_parts(in_reply.question, in_reply.library) == {REPLY}
    anywhere = asked("For which recommendations is there talk of summer 2011?")
    assert dated_parts(anywhere.question, anywhere.library) == frozenset()


def test_alternatives_are_told_from_predicates(asked: AskedOf) -> None:
    either = asked("Whose own wording names Ofsted or the College of Social Work?")
    (condition,) = part_conditions(either.question, either.library)
    assert condition.any_of
    assert len(condition.terms) == 2
    one = asked("Which recommendations themselves speak of children suffering or likely to suffer harm?")
    (condition,) = part_conditions(one.question, one.library)
    assert not condition.any_of


def test_targeted_help_is_no_target(asked: AskedOf) -> None:
    question = asked("In which recommendations does Munro's own argument speak of targets?")
    found = _found(question)
    targeted = _in(question, ARGUMENT, "targeted") - _in(question, ARGUMENT, "targets")
    assert found
    assert targeted
    assert not found & targeted


def test_a_word_counts_in_the_sense_that_is_asked_for(asked: AskedOf) -> None:
    question = asked("Which replies mention training?")
    assert _found(question) == _in(question, REPLY, "training")


def test_as_many_are_picked_as_are_told(asked: AskedOf) -> None:
    every = asked("Which recommendations have timescales that bring in the College of Social Work?")
    two = asked("Which two recommendations have timescales that bring in the College of Social Work?")
    assert len(_found(every) or ()) > 2
    assert len(_found(two) or ()) == 2


def test_what_is_said_to_be_only_in_one_of_several_replies_is_no_condition(asked: AskedOf) -> None:
    question = asked("Would I be right that only 8's reply names the NHS?")
    assert _found(question) == _in(question, REPLY, "NHS")


def test_a_number_of_others_is_left_out_as_a_whole(asked: AskedOf) -> None:
    question = asked("All except 3, 5 and 7: whose own wording names local authorities?")
    own = _in(question, OWN, "local authorities") | _in(question, OWN, "Local authorities")
    assert _found(question) == own - {3, 5, 7}


def test_a_head_that_denies_a_mention_claims_nothing_else() -> None:
    from datetime import date

    head = "Two that speak of Ofsted in the timescale that do not speak of Ofsted in the response: recommendations 2 and 3."
    spans = [(start, end) for _, start, end in head_claims(head, (2, 3), date(2011, 7, 1))]
    assert any(head[start:end].endswith("in the response") for start, end in spans)
