"""Periods that a follow-up tells from the one before, and what is left when the sets of some statuses were told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.conversation import Told, resolve
from assistant.conversation.moved_periods import moved_on
from assistant.gate import gate
from assistant.model import Answer
from assistant.prepared import Prepared
from assistant.question.question import Question, read
from corpus.model import Status
from tests.assistant.conftest import AskedOf, Resolve


def _about(question: Question) -> Told:
    return Told(question.recommendations)


def _moved(ready: Prepared, text: str, before: str) -> str:
    return moved_on(text, [read(before, ready.library, ready.speller)], ready.library, _about)


@pytest.mark.parametrize(
    ("text", "before", "named"),
    [
        ("And the October following?", "Which recs fall in March 2012?", "And in October 2012?"),
        (
            "then what of the preceding November?",
            "Which recs fall in March 2012?",
            "then what of in November 2011?",
        ),
        (
            "so what for the month before that?",
            "Which recs fall in January 2012?",
            "so what for December 2011?",
        ),
        ("And four months on?", "Which recs fall in October 2011?", "And in February 2012?"),
        ("A year earlier?", "Which recs are due by March 2012?", "by March 2011?"),
        ("what about the season after?", "Which recs name winter 2011?", "what about in Spring 2012?"),
        ("And the year before?", "Which recs are due in 2012?", "And in 2011?"),
        ("And the spring after that?", "Which recs are due in 2011?", "And in Spring 2012?"),
    ],
)
def test_a_period_is_counted_from_the_one_before(ready: Prepared, text: str, before: str, named: str) -> None:
    assert _moved(ready, text, before) == named


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("And the season after?", "Which recs fall in March 2012?"),
        ("And the month after?", "Which recs are due in 2012?"),
        ("And the autumn after that?", "Which recs fall in October 2011?"),
        ("And the month after?", "Was rec 4 accepted?"),
        ("Is it a year later than planned?", "Which recs fall in March 2012?"),
        ("And the month after May 2012?", "Which recs fall in March 2012?"),
    ],
)
def test_a_period_of_another_kind_or_of_none_is_left_alone(ready: Prepared, text: str, before: str) -> None:
    assert _moved(ready, text, before) == text


def test_a_moved_period_is_told_and_asked_of_all(after: Resolve) -> None:
    resolved = after("Anything due the July after?", "When is rec 8 due?", told=(8,))
    assert resolved.question.recommendations == ()
    assert resolved.understood == "Anything due in July 2012?"
    assert [w.edtf for w in resolved.question.whens] == ["2012-07"]


@pytest.mark.slow
def test_the_gate_reads_an_answer_with_the_question_as_understood(ready: Prepared, asked: AskedOf) -> None:
    from assistant.opening import open_assistant

    assistant = open_assistant()
    answer = assistant.ask("And the following April?", ["What is due in December 2011?"])
    assert answer.recommendations == (14,)
    bare: Answer = replace(answer, understood=None)
    assert gate(bare, assistant.asked(assistant.read("And in April 2012?")), ready.library.corpus) == bare


@pytest.mark.parametrize(
    ("text", "history", "left"),
    [
        (
            "And the lone outlier?",
            ["Which recs were accepted in principle?"],
            frozenset({Status.CONSIDER_FURTHER}),
        ),
        (
            "so neither of those nor accepted, which?",
            ["Which recs were accepted in principle?"],
            frozenset({Status.CONSIDER_FURTHER}),
        ),
        (
            "what of the ones that weren't?",
            ["Which recs were accepted?"],
            frozenset({Status.ACCEPT_IN_PRINCIPLE, Status.CONSIDER_FURTHER}),
        ),
        (
            "which of the others weren't accepted in principle?",
            ["Which recs were accepted?"],
            frozenset({Status.CONSIDER_FURTHER}),
        ),
    ],
)
def test_what_is_left_of_the_statuses(
    ready: Prepared, text: str, history: list[str], left: frozenset[Status]
) -> None:
    asked = resolve(text, history, ready.library, ready.speller, _about).question
    assert asked.statuses == left


@pytest.mark.parametrize("text", ["Which one wasn't?", "What about the other one?", "And the exception?"])
def test_what_is_left_of_a_theme_stays_in_it(ready: Prepared, text: str) -> None:
    history = ["Which recs in theme 3 were accepted?"]
    asked = resolve(text, history, ready.library, ready.speller, _about).question
    assert asked.themes == (3,)
    assert Status.ACCEPT not in (asked.statuses or {Status.ACCEPT})
