"""Items as HTML: nothing acts, nothing rests on colour, every quote leads to its passage."""

from __future__ import annotations

from hypothesis import given

from assistant.pages.quiz_html import answers, asked, explanation, feedback, results, spoken, stem, verdict
from assistant.pages.quiz_taking import Feedback, begin
from assistant.quiz.model import GAP, Item, Quiz
from corpus import Corpus
from tests.pages.screen import Shown
from tests.quiz.formats.expected import squeezed
from tests.quiz.formats.samples import (
    CHOICE,
    EVERY_KIND,
    GAP_FILL,
    MATCHING,
    ORDERING,
    SEVERAL,
    few,
    hostile_items,
)
from tests.quiz.formats.samples import corpus as sample_corpus

_TAGS = {"a", "blockquote", "br", "div", "em", "li", "p", "span", "strong", "ul"}


@few
@given(hostile_items())
def test_hostile_words_are_shown_and_do_nothing(item: Item) -> None:
    made = Shown(feedback(item, item.key or ("",), sample_corpus()) + asked(item))
    assert {tag for tag, _ in made.tags} <= _TAGS
    assert {a["href"].partition("?")[0] for a in made.having("href")} == {"guidance"}
    words = squeezed(made.words.replace("\x00", ""))
    assert [o for o in item.options if squeezed(o.replace("\x00", "")) not in words] == []


def test_every_mark_has_a_word_beside_its_sign() -> None:
    made = Shown(answers(SEVERAL, ("Recommendation 5", "Recommendation 9")))
    assert made.words.count("✓ Right answer") == 3
    assert (made.words.count("✓ Your answer"), made.words.count("✗ Your answer")) == (1, 1)
    hidden = [attributes for tag, attributes in made.tags if attributes.get("aria-hidden") == "true"]
    assert len(hidden) == 5


def test_a_partly_right_answer_says_how_much() -> None:
    response = ("Accept", "Accept", "Accept", "Consider further")
    assert "3 of 4 as they should be." in Shown(verdict(MATCHING, response)).words
    words = Shown(answers(MATCHING, response)).words
    assert "Recommendation 6 – Accept in principle ✗ Not right Your answer: Accept" in words


def test_an_ordering_is_shown_in_its_right_order() -> None:
    words = Shown(answers(ORDERING, ORDERING.options)).words
    places = [words.index(f"{n}. {entry}") for n, entry in enumerate(ORDERING.key, start=1)]
    assert places == sorted(places)


def test_a_gap_is_read_out_as_one() -> None:
    words = Shown(stem(GAP_FILL)).words
    assert GAP not in words
    assert "plans for a gap to be" in words


def test_a_screen_reader_is_told_the_answer() -> None:
    assert spoken(CHOICE, CHOICE.key) == "Right."
    assert spoken(CHOICE, ("By 2013",)) == "Not right. The answer: By July 2012."
    assert spoken(CHOICE, ()) == "Passed. The answer: By July 2012."


def test_an_explanation_names_speaker_place_document_and_date(corpus: Corpus) -> None:
    made = Shown(explanation(CHOICE, corpus))
    assert CHOICE.citations[0].quote in made.words
    assert "The Government · Recommendation 14, timescale, Government response (July 2011)" in made.words
    assert [a["aria-label"] for a in made.having("data-page")] == [
        "Open it in the guidance: Recommendation 14, timescale"
    ]


def test_results_hold_every_question(corpus: Corpus) -> None:
    now = begin(Quiz(EVERY_KIND, 7, "Quiz"), Feedback.AT_ONCE).answer(CHOICE.key).stop()
    made = Shown(results(now, corpus))
    assert [tag for tag, _ in made.tags].count("details") == len(EVERY_KIND)
    assert made.words.count("– Passed") == len(EVERY_KIND) - 1
    assert made.having("open") == []


def test_what_was_missed_and_not_yet_explained_is_open_in_the_results(corpus: Corpus) -> None:
    now = begin(Quiz(EVERY_KIND, 7, "Quiz"), Feedback.AT_THE_END).answer(CHOICE.key).stop()
    assert len(Shown(results(now, corpus)).having("open")) == len(EVERY_KIND) - 1
