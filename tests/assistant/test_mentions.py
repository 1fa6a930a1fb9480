"""Sets by what recommendations say: which words they must share, and how nearly."""

from __future__ import annotations

import pytest

from assistant.answers.mentions import AS_GOOD_ALONE, mentioning, parts_named, with_words
from assistant.evidence.asked import Asked
from assistant.question.selection import selection
from corpus.model import Part
from tests.assistant.conftest import AskedOf


def _numbers(asked: Asked) -> list[int]:
    chosen = selection(asked.question, asked.library)
    pool = asked.corpus.recommendations.values()
    return sorted(mentioning(asked, pool, chosen.said.terms, chosen.said.any_of))


def _saying(asked: Asked, *words: str) -> list[int]:
    """Recommendations that hold one of some words as they are, outside the line with their status."""
    return [
        n
        for n, rec in asked.corpus.recommendations.items()
        if any(w in rec.text(part) for part in rec.passages for w in words)
    ]


def test_every_recommendation_that_says_a_word_is_found_and_no_other(asked: AskedOf) -> None:
    question = asked("Which recommendations mention Ofsted?")
    assert _numbers(question) == _saying(question, "Ofsted") != []


def test_what_no_recommendation_says_selects_none(asked: AskedOf) -> None:
    assert _numbers(asked("Which recommendations mention zebras?")) == []


def test_what_is_said_least_of_many_terms_selects_none(asked: AskedOf) -> None:
    assert (
        _numbers(asked("Which recommendations mention Ofsted, zebra houses, lion cages and hyena dens?"))
        == []
    )


def test_all_terms_must_be_said_unless_either_is_enough(asked: AskedOf) -> None:
    question = asked("Which recommendations mention the SWRB and the College of Social Work?")
    terms = selection(question.question, question.library).said.terms
    pool = question.corpus.recommendations.values()
    both = set(mentioning(question, pool, terms, any_of=False))
    either = set(mentioning(question, pool, terms, any_of=True))
    assert len(terms) == 2
    assert set() < both < either


def test_a_word_spoken_for_counts_a_little_less_than_the_word_itself(asked: AskedOf) -> None:
    """Another wording (0.9) is short of what a single term asks for (0.95), so the asker's own word decides."""
    question = asked("Which recommendations mention a Bill?")
    assert AS_GOOD_ALONE > 0.9
    assert all(
        any("Bill" in q.passage.text for q in quotes)
        for quotes in mentioning(
            question,
            question.corpus.recommendations.values(),
            selection(question.question, question.library).said.terms,
            any_of=False,
        ).values()
    )


def test_very_words_are_found_where_they_open_a_recommendation(asked: AskedOf) -> None:
    question = asked("Which recommendations open with 'The Government should'?")
    found = with_words(question, question.corpus.recommendations.values(), "The Government should")
    assert sorted(found) == [
        n
        for n, rec in question.corpus.recommendations.items()
        if rec.passages[Part.RECOMMENDATION][0].text.startswith("The Government should")
    ]
    assert all(q.passage.part is Part.RECOMMENDATION for quotes in found.values() for q in quotes)


def test_the_first_passage_that_holds_the_words_is_quoted(asked: AskedOf) -> None:
    question = asked("Which recommendations say 'local authorities'?")
    found = with_words(question, question.corpus.recommendations.values(), "local authorities")
    assert len(found) > 1
    for number, (quote,) in found.items():
        parts = question.corpus.recommendations[number].passages.values()
        every = [p for passages in parts for p in passages if "local authorities" in p.text.lower()]
        assert quote.passage == every[0]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("whose timescales mention zebras", {Part.TIMESCALE}),
        ("where Munro's reasoning mentions zebras", {Part.MUNRO_ARGUMENT}),
        ("which mention zebras", set()),
        ("in the wording, never mind the replies, which mention zebras", {Part.RECOMMENDATION}),
        ("which responses, not the arguments, mention zebras", {Part.GOVERNMENT_RESPONSE}),
    ],
)
def test_a_part_that_is_named_is_where_to_look(text: str, parts: set[Part]) -> None:
    assert parts_named(text) == parts
