"""The gate, by corrupting answers that pass it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.gate import faults
from assistant.model import Answer, DateShown
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
