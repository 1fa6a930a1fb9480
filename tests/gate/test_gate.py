"""The gate, by corrupting answers that pass it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.gate import faults
from assistant.model import Answer, DateShown, Outcome
from assistant.opening import open_assistant
from corpus import Corpus
from corpus.model import Part, Span


@pytest.fixture(scope="module")
def answer() -> Answer:
    return open_assistant().ask("What is the timescale for recommendation 14?")


def test_a_true_answer_passes(answer: Answer, corpus: Corpus) -> None:
    assert faults(answer, corpus) == ()


def test_another_word_in_a_quote_is_caught(answer: Answer, corpus: Corpus) -> None:
    first = answer.citations[0]
    for wrong in (first.quote.replace("July", "June"), first.quote + " soon", ""):
        changed = replace(answer, citations=(replace(first, quote=wrong), *answer.citations[1:]))
        assert faults(changed, corpus)


def test_a_quote_under_another_recommendation_or_part_is_caught(answer: Answer, corpus: Corpus) -> None:
    first = answer.citations[0]
    for changes in ({"recommendation": 15}, {"part": Part.RECOMMENDATION}, {"document": "press-release"}):
        assert faults(replace(answer, citations=(replace(first, **changes),)), corpus)


def test_a_quote_that_leaves_its_passage_is_caught(answer: Answer, corpus: Corpus) -> None:
    first = answer.citations[0]
    span = Span(first.span.start - 20, first.span.end)
    quote = corpus.editions[first.document][span.start : span.end]
    assert faults(replace(answer, citations=(replace(first, span=span, quote=quote),)), corpus)


@pytest.mark.parametrize("date", ["by March 2013", "July 2013", "12 May 2012", "autumn 2014"])
def test_a_date_that_no_quote_holds_is_caught(answer: Answer, corpus: Corpus, date: str) -> None:
    assert faults(replace(answer, text=f"It is due {date}. [1]\n\n{answer.text}"), corpus)
    assert faults(replace(answer, dates=(DateShown(date, None),)), corpus)


def test_a_marker_without_a_quote_is_caught(answer: Answer, corpus: Corpus) -> None:
    assert faults(replace(answer, text=answer.text + " [9]"), corpus)


@pytest.mark.parametrize(
    "edge", ["before July 2012", "after 2011", "earlier than December 2011", "after May 2012"]
)
@pytest.mark.parametrize("head", ["Which recommendations are due", "How many recommendations have a date"])
def test_a_set_by_what_lies_before_or_after_a_date_passes(head: str, edge: str) -> None:
    made = open_assistant().ask(f"{head} {edge}?")
    assert made.outcome is Outcome.ANSWERED
    assert made.recommendations


def test_a_set_of_another_period_than_asked_is_caught(corpus: Corpus) -> None:
    made = open_assistant().ask("Which recommendations are due before July 2012?")
    for wrong in ("after July 2012", "before May 2012", "before July 2011"):
        assert faults(replace(made, text=made.text.replace("before July 2012", wrong, 1)), corpus)
