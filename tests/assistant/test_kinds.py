"""The kind of thing that a question asks for - a number, a sum, somebody's words - and quotes that hold it or not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.evidence.asked import Asked
from assistant.evidence.asked_noun import counted_noun, counts, is_generic
from assistant.evidence.kinds import (
    asks_for_names,
    contact_but_no_contact,
    counted_but_not_counted,
    length_but_no_length,
    money_but_no_money,
    wants_names,
)
from assistant.evidence.named import name_elsewhere, run_elsewhere, unknown_names, unknown_run
from assistant.evidence.quote import Quote, whole
from assistant.evidence.voices import wordless
from assistant.library.library import POST_HOLDER
from assistant.question.times import asks_wait
from corpus.model import Span
from tests.assistant.conftest import AskedOf


def _speakers(asked: Asked) -> list[str]:
    return [u.passage.speaker for u in asked.library.units if not wordless(asked, [whole(u)])]


def test_the_words_of_somebody_who_is_only_listed_stand_in_no_passage(asked: AskedOf) -> None:
    assert _speakers(asked("What did Isabelle Trowler say about the reforms?")) == []
    assert _speakers(asked("What was Yasmin Bevan's reaction?")) == []
    assert _speakers(asked("What was Yasmin Bevan's take on it?")) == []
    assert any("Dunkley" in s for s in _speakers(asked("What view did Matt Dunkley take of it?")))


def test_a_question_for_nobodys_words_misses_none(asked: AskedOf) -> None:
    assert not wordless(asked("Who is Isabelle Trowler?"), [])


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("What about the Zanzibar Fund for Zebras?", True),
        ("When does the College of SW own it?", False),
        ("Why did Prof Munro want it?", False),
        ("What of the UN Convention?", False),
    ],
)
def test_titles_and_abbreviations_do_not_make_a_name_unknown(
    asked: AskedOf, question: str, unknown: bool
) -> None:
    assert unknown_run(asked(question)) is unknown


def test_a_number_of_a_recommendation_and_a_month_are_no_unknown_names(asked: AskedOf) -> None:
    assert unknown_names(asked("Was it R4 that named February or Zanzibar?")) == ("Zanzibar",)


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("How many zebras are there?", "zebras"),
        ("How many of the young zebras took part in it?", "zebras"),
        ("How much the zebras count is told by whom?", None),
        ("What is the number of zebras?", "zebras"),
        ("Who counts zebras without a fixed number of visits?", None),
    ],
)
def test_how_much_something_counts_asks_no_number(question: str, noun: str | None) -> None:
    found = counted_noun(question)
    assert (found.text if found else None) == noun


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Four young zebras were seen.", True),
        ("Seventeen zebras were seen.", True),
        ("In every small park a zebra was seen.", False),
        ("Every zebra was seen.", True),
        ("28. Zebras play a part.", False),
    ],
)
def test_a_paragraph_number_counts_nothing(text: str, told: bool) -> None:
    noun = counted_noun("How many zebras were there?")
    assert noun is not None
    assert counts(text, noun) is told


@pytest.mark.parametrize(
    ("word", "generic"),
    [("reasons", True), ("seventeen", True), ("12", True), ("timescale", True), ("zebra", False)],
)
def test_nouns_of_everyday_asking_and_numbers_fit_any_passage(word: str, generic: bool) -> None:
    assert is_generic(word) is generic


def _spoken(asked: Asked) -> bool:
    return not money_but_no_money(
        asked, [whole(u) for u in asked.library.units if u.passage.recommendation == 14]
    )


def test_a_wage_or_a_sum_that_no_quote_gives_is_missing(asked: AskedOf) -> None:
    assert not _spoken(asked("What would the post holder earn?"))
    assert not _spoken(asked("What sum do councils get?"))
    assert not _spoken(asked("What would the new post cost?"))
    assert _spoken(asked("What does it say about costs?")) == _spoken(asked("Who bears the costs?"))
    assert _spoken(asked("Who is in charge of the council?"))
    assert _spoken(asked("When was the keeper taking charge of the herd?"))


def test_which_recommendation_names_councils_asks_for_no_name_of_a_council(asked: AskedOf) -> None:
    assert not wants_names(asked("Which recommendation asks councils to count zebras?").question)
    assert wants_names(asked("Which councils count zebras?").question)
    assert wants_names(asked("Which five councils count zebras?").question)
    assert not wants_names(asked("Which zebras councils should count is settled when?").question)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("What is the street address of the College?", True),
        ("How should boards address the needs of teenagers?", False),
    ],
)
def test_an_address_is_asked_for_as_a_noun(asked: AskedOf, question: str, missing: bool) -> None:
    assert contact_but_no_contact(asked(question), []) is missing


@pytest.mark.parametrize(
    ("question", "elsewhere"),
    [
        ("Who chaired the board in Wandsworth?", True),
        ("Who assumed the lead on missing children at CEOP?", False),
        ("Who at Zanzibar House assumed the lead on missing children?", False),
    ],
)
def test_a_name_that_stands_elsewhere_in_the_documents_is_missed(
    asked: AskedOf, question: str, elsewhere: bool
) -> None:
    found = asked(question)
    told = [whole(u) for u in found.library.units if "CEOP assumed" in u.passage.text]
    assert told
    assert name_elsewhere(found, told) is elsewhere


@pytest.mark.parametrize(
    ("question", "elsewhere"),
    [
        ("Was the Early Intervention Grant spent at CEOP?", True),
        ("Was it the Child Exploitation and Online Protection Centre?", False),
        ("Was it the Association of Zebra Keepers?", False),
    ],
)
def test_a_name_of_several_words_is_missed_where_its_words_only_stand_apart(
    asked: AskedOf, question: str, elsewhere: bool
) -> None:
    found = asked(question)
    told = [whole(u) for u in found.library.units if "CEOP assumed" in u.passage.text]
    assert run_elsewhere(found, told) is elsewhere


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("How long is a zebra's year?", "The year is counted.", True),
        ("How long is a zebra's year?", "The year is of twelve months.", False),
        ("How long will the census run?", "It will run until May.", False),
        ("How long will the census run?", "It will run for 3 working days.", False),
        ("How often are zebras counted?", "They are counted annually.", False),
        ("How often are zebras counted?", "They were counted by May.", True),
        ("How often are zebras counted?", "They will be counted once a law is made.", True),
        ("How often are zebras counted?", "They will be counted once a year.", False),
    ],
)
def test_how_long_is_told_by_a_number_of_something_or_by_an_end(
    asked: AskedOf, question: str, text: str, missing: bool
) -> None:
    found = asked(question)
    told = replace(found.library.units[0].passage, text=text)
    corpus = replace(found.corpus, editions={told.document: text})
    library = replace(found.library, corpus=corpus)
    quote = Quote(told, Span(0, len(text)))
    assert length_but_no_length(replace(found, library=library), [quote]) is missing


@pytest.mark.parametrize(
    ("question", "beginning", "named"),
    [
        ("Who at the Department of Health oversees the work programme?", "The Department of Health", False),
        ("Which council did Isabelle Trowler come from?", "Isabelle Trowler", True),
        ("Which council employed the new DCS?", "The new DCS", False),
        ("What's the name of the council's new DCS?", "The new DCS", False),
        ("What's the name of the council's new DCS?", "Professor Eileen Munro was commissioned", False),
        ("Give me the name of the director of children's services in East Sussex", "Matt Dunkley", True),
    ],
)
def test_one_of_a_body_or_of_a_kind_is_told_by_a_name_that_stands_with_it(
    asked: AskedOf, question: str, beginning: str, named: bool
) -> None:
    found = asked(question)
    shown = [whole(u) for u in found.library.units if u.passage.text.startswith(beginning)]
    assert shown
    assert asks_for_names(found, shown) is not named


def test_questions_are_counted_though_the_word_seldom_tells_a_topic(asked: AskedOf) -> None:
    noun = counted_noun("How many questions did the zebra census ask?")
    assert noun is not None
    assert noun.text == "questions"


def test_how_many_more_is_no_question_of_when_a_number_doubles(asked: AskedOf) -> None:
    assert counted_but_not_counted(asked("How many zebras were there before the doubling?"), [])
    assert not counted_but_not_counted(asked("By when was the number of zebras to double?"), [])


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Half of the zebras left.", False),
        ("20 per cent of zebras left.", False),
        ("Zebras left the marsh.", True),
    ],
)
def test_a_share_is_given_by_a_share(asked: AskedOf, text: str, missing: bool) -> None:
    share = asked("What percentage of zebras left the marsh?")
    told = replace(share.library.units[0].passage, text=text)
    assert counted_but_not_counted(share, [Quote(told, told.place.span)]) is missing


def test_the_words_of_somebody_listed_under_an_everyday_name_stand_in_no_passage(asked: AskedOf) -> None:
    assert _speakers(asked("What did Kevin Jones have to say about it?")) == []
    assert _speakers(asked("What did Kevin Jones want from ministers?")) == []


@pytest.mark.parametrize(
    ("question", "wait"),
    [
        ("How long did the farm give itself to count the zebras?", True),
        ("How long have keepers got to count the zebras?", True),
        ("How long does a count of the zebras go on?", False),
    ],
)
def test_how_long_somebody_has_for_a_deed_asks_for_its_date(question: str, wait: bool) -> None:
    assert asks_wait(question) is wait


def test_a_list_of_people_holds_nobodys_words_however_they_are_called(asked: AskedOf) -> None:
    listed = [u for u in asked("who?").library.units if POST_HOLDER.match(u.passage.text)]
    assert listed
    assert wordless(asked("What did the zebra keeper's boss say in the notice?"), [whole(listed[0])])
    assert not wordless(asked("Who is the zebra keeper's boss?"), [whole(listed[0])])
