"""Questions put plainly: themes by number, periods as dates, recommendations by name."""

from __future__ import annotations

import pytest

from assistant.library.library import Library
from assistant.question.plainly import put_plainly
from assistant.question.question import Question
from assistant.question.theme_names import themes_by_name
from tests.assistant.conftest import AskedOf


@pytest.fixture
def library(asked: AskedOf) -> Library:
    return asked("zebra").library


def _theme(library: Library, word: str) -> int:
    (number,) = (n for n, title in library.corpus.themes.items() if word in title.lower())
    return number


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("what happened in the provision of early help theme?", "early help"),
        ("the strand on sharing responsibility, please", "early help"),
        ("who is in the chapter that deals with the provision of help?", "early help"),
        ("recommendations of the responsibility-sharing part?", "early help"),
        (
            "everything bundled together under creating a learning system with accountabilities",
            "accountabilities",
        ),
        ("the “learning system” heading, with dates", "accountabilities"),
        ("the second cluster: which were accepted?", "early help"),
        ("the fourth and final pillar?", "accountabilities"),
        ("the last of the four groups of recommendations", "accountabilities"),
        ("heading no. 2 (sharing the burden of early help) please", "early help"),
    ],
)
def test_a_theme_is_told_by_place_or_title_under_any_noun(library: Library, text: str, word: str) -> None:
    put = put_plainly(text, library)
    assert f"theme {_theme(library, word)}" in put
    assert word not in put
    assert "cluster" not in put


def test_words_that_say_a_theme_again_go_with_it(library: Library) -> None:
    number = _theme(library, "early help")
    put = put_plainly("dates in the second block, the one about early help, for recs due in 2012?", library)
    assert put == f"dates in theme {number} for recs due in 2012?"


@pytest.mark.parametrize(
    "text",
    [
        "the theme about early inspection",
        "the early inspection theme",
        "which theme of help",
        "the expertise theme",
        "What did the first part of recommendation 3 ask for?",
        "Does the Working Group on early help meet?",
        "When is the first section of the response dated?",
        "What is said about early help and responsibility?",
        "Which recommendations were due in the second part of the year?",
        "What does the bit on the early help duty say?",
    ],
)
def test_what_only_sounds_like_a_theme_stays_as_it_is(library: Library, text: str) -> None:
    assert put_plainly(text, library) == text


def test_themes_are_told_by_what_they_hold(library: Library) -> None:
    held = {
        t: sum(r.theme == t for r in library.corpus.recommendations.values()) for t in library.corpus.themes
    }
    (fewest,) = (t for t, n in held.items() if n == min(held.values()))
    assert put_plainly("Which heading has the fewest recommendations?", library) == f"theme {fewest}?"
    assert put_plainly("What's the smallest of the four groups?", library) == f"theme {fewest}?"
    kinds = {t: {r.status for r in library.corpus.recommendations.values() if r.theme == t} for t in held}
    (mixed,) = (t for t, own in kinds.items() if len(own) == 3)
    put = put_plainly("One of the strands has all three kinds of answer. What is in it?", library)
    assert put == f"theme {mixed} - What is in it?"
    (asked_of,) = (r.theme for r in library.corpus.recommendations.values() if r.number == 8)
    told = put_plainly("Which theme is rec 8 in, and list everything in that theme?", library)
    assert told.startswith(f"theme {asked_of},")
    before = put_plainly("List the members of the strand that rec 8 belongs to.", library)
    assert before == f"List the members of theme {asked_of}."
    every = put_plainly("How are the recommendations grouped?", library)
    assert every == f"what are themes {', '.join(map(str, sorted(held)[:-1]))} and {max(held)}?"


def test_recommendations_are_told_by_two_words_of_their_themes_name(asked: AskedOf, library: Library) -> None:
    def told(text: str) -> tuple[int, ...]:
        question: Question = asked(text).question
        return themes_by_name(question, library)

    assert told("dates of the accountability and learning recommendations") == (
        _theme(library, "accountabilities"),
    )
    assert told("dates of the responsible recommendations") == ()


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("Which of the fifteen mention zoos?", "Which of the fifteen recommendations mention zoos?"),
        ("Which of the fifteen areas were chosen?", "Which of the fifteen areas were chosen?"),
        (
            "Zoos are part of the reply to two recommendations. Which, and when were they due?",
            "Zoos are part of the reply to which two recommendations, and when were they due?",
        ),
        (
            "Two recommendations are about zoos. What did each get?",
            "the two recommendations about zoos - What did each get?",
        ),
        ("Where in the table do ministers name zoos?", "In which recommendations do ministers name zoos?"),
        ("I gather nine were accepted. Right?", "I gather nine recommendations were accepted. Right?"),
        ("Were 8 and 9 accepted?", "Were 8 and 9 accepted?"),
        (
            "Zoo recommendations: what did each get, accepted or only half-heartedly?",
            "Zoo recommendations: what did each get, with what status?",
        ),
        ("Was each rec accepted or rejected?", "Was each rec accepted or rejected?"),
    ],
)
def test_recommendations_are_named_and_asked_for(library: Library, text: str, put: str) -> None:
    assert put_plainly(text, library) == put


@pytest.mark.parametrize(
    ("text", "put"),
    [
        (
            "I chair a health and wellbeing board. Who names these boards?",
            "I chair a health and wellbeing board. Who names health and wellbeing board?",
        ),
        ("Ofsted here: which recommendations name us?", "Ofsted here: which recommendations name us?"),
        (
            "ADCS member asking: where does our association come up?",
            "ADCS member asking: where does ADCS come up?",
        ),
        (
            "XYZQ member asking: where does our association come up?",
            "XYZQ member asking: where does our association come up?",
        ),
        ("Which replies name these zebras?", "Which replies name these zebras?"),
    ],
)
def test_what_a_question_points_back_at_is_said_in_full(library: Library, text: str, put: str) -> None:
    assert put_plainly(text, library) == put


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("due at the tail end of 2013?", "due at late 2013 or the end of 2013?"),
        ("In March 2013, what is due in June of that year?", "In March 2013, what is due in June 2013?"),
        ("due in summer, June or July, 2013", "due in June 2013 or July 2013"),
        ("due in the middle of 2013, May to July?", "due in May 2013 or June 2013 or July 2013?"),
        ("over summer 2013, July being summer", "over summer 2013 or July 2013"),
        ("due in May or June of 2013", "due in May or June 2013"),
        ("Which have no date before 2013?", "Which have no date earlier than 2013?"),
        ("What was due before 2013?", "What was due before 2013?"),
    ],
)
def test_periods_are_put_as_dates_are_written(library: Library, text: str, put: str) -> None:
    assert put_plainly(text, library) == put


@pytest.mark.parametrize(
    "text",
    [
        "Which recs hold dates but none earlier than 2012?",
        "Which recs name no date before 2012 but do give one?",
        "Which recs have nothing before 2012, leaving out those without a date?",
        "Which recs have nothing due before 2012 although a date was set?",
    ],
)
def test_a_bound_at_the_edge_of_all_dates_is_a_year(library: Library, text: str) -> None:
    assert put_plainly(text, library) == "Which recs only have 2012 dates?"
    other = text.replace("2012", "2010")
    assert put_plainly(other, library).replace("earlier than", "before") == other.replace(
        "earlier than", "before"
    )


def test_the_edge_of_a_timescale_in_the_first_or_last_year_is_told_by_that_year(library: Library) -> None:
    assert put_plainly("Recs whose last date is in 2011?", library) == "Recs that only have 2011 dates?"
    assert put_plainly("Recs whose last date is in 2012?", library) == "Recs that have a 2012 date?"
    asked = "Which recommendations only have 2012 dates?"
    assert put_plainly("Whose earliest date is in 2012?", library) == asked
