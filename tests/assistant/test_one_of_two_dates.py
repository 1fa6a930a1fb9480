"""Which of several dates is asked for: of the deed that is named, in the unit that is named, not what is set aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.answers.aside import away, says_any
from assistant.answers.clauses import only_set_aside, whens_asked
from assistant.answers.compare import answer_compare
from assistant.answers.dated import answer_when
from assistant.answers.dated_sentences import HERS, dated
from assistant.answers.document_dates import date_of_document
from assistant.answers.step import asks_how_long
from assistant.answers.units_asked import of_unit, unit_asked
from assistant.evidence.asked import Asked
from assistant.library.library import Sentence
from assistant.question.facets import Want
from assistant.question.topic import set_aside
from corpus.model import Modality, Span, When
from tests.assistant.conftest import AskedOf


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Never mind the fence, when was the gate to be painted?", ["fence"]),
        ("Not the old fence but the gate: when was it to be painted by the keepers?", ["old fence"]),
        ("Forget the fence round the zebras of the zoo: when is the gate due?", ["fence round the zebras of the zoo"]),
        ("The fence aside, when was the gate to be painted?", ["fence"]),
        ("When was the gate due? I don't mean the fence", ["fence"]),
        ("Most of the zebras, not all of them - by when?", ["all of them"]),
        ("The gate was painted, not sure when the fence is due", []),
        ("The gate was due, not only the fence", []),
    ],
)  # fmt: skip
def test_what_is_said_not_to_be_meant(text: str, aside: list[str]) -> None:
    assert [text[start:end].strip() for start, end in set_aside(text)] == aside


def test_what_means_the_same_is_set_aside_too_unless_it_is_asked_about(asked: AskedOf) -> None:
    aside = away(asked("Never mind the stopgap, when was Working Together to be revised in full?"))
    assert says_any(frozenset(("interim",)), aside)
    assert not says_any(frozenset(("revis",)), aside)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("In which season was the gate painted?", "season"),
        ("Until what month does it stay?", "month"),
        ("From what month to which season?", ""),
        ("When was it painted?", ""),
        ("Which year on year rise?", ""),
    ],
)
def test_a_unit_of_time_is_asked_for(text: str, unit: str) -> None:
    assert unit_asked(text) == unit


def test_dates_of_the_unit_asked_for_are_given() -> None:
    month, season = (
        When(w, Modality.IN, date(2012, 3, 1), date(2012, 3, 31), "2012-03", grain, Span(0, 1))
        for w, grain in (("in March", "month"), ("in spring", "season"))
    )
    assert of_unit("In which season?", (month, season)) == (season,)
    assert of_unit("On which day?", (month, season)) == (month, season)


def test_how_far_something_stretches_asks_until_when() -> None:
    assert asks_how_long("how far do they extend the zebra trial")
    assert asks_how_long("until what month do zebras stay")
    assert not asks_how_long("how far is it to the zoo")
    assert not asks_how_long("When do zebras arrive at the zoo, rather than how long they stay?")


def _sentence(asked: Asked, wording: str) -> Sentence:
    return next(s for u in asked.library.units for s in u.sentences if wording in s.text)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("When will the College take over the frameworks?", {"around November 2011"}),
        ("When will the frameworks be brought in?", {"by Autumn 2012"}),
        ("The frameworks: leave aside the handover, by when are they due?", {"by Autumn 2012"}),
        ("When will the frameworks be taken over and implemented?", {"around November 2011", "by Autumn 2012"}),
        ("When does the College get the frameworks?", {"around November 2011", "by Autumn 2012"}),
        ("Once ownership has passed to the College, when do people work with the frameworks?", {"by Autumn 2012"}),
        ("Do the frameworks transfer to the College in May 2013?", {"around November 2011"}),
        ("Do the frameworks transfer to the College in November 2011?", {"around November 2011", "by Autumn 2012"}),
    ],
)  # fmt: skip
def test_the_clause_whose_deed_is_named(text: str, dates: set[str], asked: AskedOf) -> None:
    read = asked(text)
    assert {w.wording for w in whens_asked(read, _sentence(read, "Ownership of both"))} == dates


def test_a_clause_without_a_deed_of_its_own_tells_nothing(asked: AskedOf) -> None:
    read = asked("By when will councils designate a principal social worker?")
    assert len(whens_asked(read, _sentence(read, "all will have chosen"))) == 2
    read = asked("By when will all councils, not just most, have a principal social worker?")
    assert [w.wording for w in whens_asked(read, _sentence(read, "all will have chosen"))] == ["by July 2012"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "By when will most councils, though by then not yet all, have a principal social worker?",
            "by April 2012",
        ),
        (
            "After most councils have a principal social worker, when are the others to follow?",
            "by July 2012",
        ),
    ],
)
def test_a_quantity_that_is_denied_or_leads_up_is_not_asked_about(
    text: str, date: str, asked: AskedOf
) -> None:
    read = asked(text)
    assert [w.wording for w in whens_asked(read, _sentence(read, "all will have chosen"))] == [date]


def test_a_date_in_brackets_is_given_alone_where_the_brackets_say_all(asked: AskedOf) -> None:
    for text, dates in (
        ("When is the Public Health Outcomes Framework to be published?", ["Autumn 2011"]),
        ("When is the local performance information to be confirmed?", ["by December 2011"]),
        (
            "The performance timescale names an outcomes framework of public health. Published when?",
            ["Autumn 2011"],
        ),
        ("Is local performance information to be confirmed in March 2012?", ["by December 2011"]),
    ):
        read = asked(text)
        assert [w.wording for w in whens_asked(read, _sentence(read, "due to be published Autumn"))] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Never mind the stopgap: when was Working Together to be revised?", {"by July 2012"}),
        ("Not the full rewrite but the interim change to Working Together on assessment timescales: when?", {"by December 2011"}),
        ("By when is the local performance information suite to be confirmed, never mind the Public Health Outcomes Framework?", {"by December 2011"}),
        ("In which season would it be considered whether an additional duty on early help is needed?", {"During summer 2011"}),
    ],
)  # fmt: skip
def test_one_of_two_sentences(text: str, dates: set[str], asked: AskedOf) -> None:
    made = answer_when(asked(text))
    assert made is not None
    assert {w.wording for w in made.whens} == dates


def test_a_clause_that_tells_of_what_is_set_aside_alone(asked: AskedOf) -> None:
    for text, only in (
        ("Not the formal consultation but the lasting guidance on directors: when?", True),
        ("Not the revision but the consultation on the guidance for directors: when?", False),
        ("When is the guidance on directors due?", False),
    ):
        read = asked(text)
        assert only_set_aside(read, [_sentence(read, "will consult formally")]) is only


def test_the_more_of_what_is_set_aside_a_sentence_says_the_less_it_is_meant(asked: AskedOf) -> None:
    found = dated(
        asked("I'm not after the inspection consultation; on what date should the framework be live?")
    )
    score = {
        d.sentence.whens[0].wording: d.score for d in reversed(found) if "Ofsted intends" in d.sentence.text
    }
    assert score["by May 2012"] > score["in July 2011"]


def test_what_a_sentence_beside_says_is_not_meant(asked: AskedOf) -> None:
    read = asked("I don't mean the stopgap. When was Working Together to be revised?")
    assert says_any(frozenset(("interim",)), away(read))


@pytest.mark.parametrize(
    ("text", "hers"),
    [
        ("By when did Munro want the Government to act?", True),
        ("What of Munro, by when did the Government want to act?", False),
    ],
)
def test_the_reviewer_asks_though_it_is_told_what_she_asks_of_the_government(
    text: str, hers: bool, asked: AskedOf
) -> None:
    read = asked(text)
    leads = []
    for wants in (read.question.wants - {Want.RECOMMENDATION}, read.question.wants | {Want.RECOMMENDATION}):
        found = dated(replace(read, question=replace(read.question, wants=wants)))
        score = {d.sentence.text: d.score for d in found}
        hers_and_theirs = (
            _sentence(read, w).text for w in ("over the coming year", "During the second half of 2011")
        )
        leads.append(score[next(hers_and_theirs)] - score[next(hers_and_theirs)])
    assert (leads[1] - leads[0] > HERS / 2) is hers


def test_a_date_that_is_doubted_does_not_choose_the_sentence(asked: AskedOf) -> None:
    found = dated(asked("Is it December 2011 or later that Working Together is to be revised in full?"))
    assert [w.wording for w in found[0].sentence.whens] == ["by July 2012"]


def test_two_recommendations_are_compared_by_the_deeds_named(asked: AskedOf) -> None:
    made = answer_compare(asked("Which comes earlier, implementing the capabilities framework or every authority having a principal social worker?"))  # fmt: skip
    assert made is not None
    assert {w.wording for w in made.whens} == {"by Autumn 2012", "by July 2012"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("When was the letter addressed to Jo Webber written?", "13th July 2011"),
        ("What day is on the letter to council chief execs?", "13 July 2011"),
        ("I must cite the press notice. When was it published?", "13 July 2011"),
        ("When did somebody write to Jo Webber?", "13th July 2011"),
        ("What is the precise date on the briefing for the advisory committees?", "11th October 2011"),
    ],
)
def test_a_document_is_dated_by_its_address_its_readers_or_the_sentence_before(
    text: str, day: str, asked: AskedOf
) -> None:
    made = date_of_document(asked(text))
    assert made is not None
    assert [w.wording for w in made.whens] == [day]


def test_an_answer_to_the_reviewer_is_the_response(asked: AskedOf) -> None:
    made = date_of_document(asked("What was the actual day the minister put out a reply to Professor Munro?"))
    assert made is not None
    assert "13 July 2011" in {w.wording for w in made.whens}
    assert date_of_document(asked("When does the reply to Professor Munro want the boards changed?")) is None


def test_a_letter_is_not_dated_where_something_in_it_is(asked: AskedOf) -> None:
    assert date_of_document(asked("When does the letter to Jo Webber say the framework is due?")) is None
    assert date_of_document(asked("The press notice mentions zebras. When were they published?")) is None
