"""Questions that leave a slot open - a day, a measure, the holder of a post - and quotes that fill it or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.evidence.asked import Asked
from assistant.evidence.measures import measure_missing
from assistant.evidence.mentioned import items_missing, only_a_condition
from assistant.evidence.quote import Quote, whole
from assistant.evidence.slots import (
    post_missing,
    subject_missing,
    thing_asked,
    thing_missing,
    unit_missing,
)
from assistant.library.library import Sentence
from corpus.dates import find_whens
from corpus.model import Span
from tests.assistant.conftest import AskedOf

WRITTEN = date(2011, 7, 13)


def _said(text: str) -> list[Sentence]:
    return [Sentence(text, Span(0, len(text)), frozenset(), find_whens(text, WRITTEN))]


@pytest.mark.parametrize(
    ("question", "sentence", "missing"),
    [
        ("Which month does the zebra census begin?", "It will begin in summer 2012.", True),
        ("Which month does the zebra census begin?", "It will begin in May 2012.", False),
        ("Which month does the zebra census begin?", "It will begin on 3 May 2012.", False),
        ("On what day does the zebra census begin?", "It will begin at a realistic pace.", True),
        ("On what day does the zebra census begin?", "It will begin on 3 May 2012.", False),
        ("When does the zebra census begin?", "It will begin in summer 2012.", False),
    ],
)
def test_a_day_or_a_month_that_only_a_coarser_date_answers_is_missing(
    asked: AskedOf, question: str, sentence: str, missing: bool
) -> None:
    assert unit_missing(asked(question), _said(sentence)) is missing


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        (
            "Which article of the zebra convention gives a right to stripes?",
            "The convention gives a right.",
            True,
        ),
        (
            "Which article of the zebra convention gives a right to stripes?",
            "Article 9 gives a right.",
            False,
        ),
        ("Which section of the Government response covers stripes?", "The response covers stripes.", False),
        ("Is there a word limit for the zebra census?", "The census is long.", True),
        (
            "Is there a word limit for the zebra census?",
            "The census is to have no more than ten pages.",
            False,
        ),
        ("What ratio of zebras per keeper was agreed?", "Each zebra has a keeper.", True),
        ("What ratio of zebras per keeper was agreed?", "There are nine zebras per keeper.", False),
        ("What is the definition of a stripe?", "Stripes are to be counted.", True),
        ("How is a stripe defined in the census?", "A stripe means a line of hair.", False),
        ("What counts as a stripe?", "Stripes are to be counted.", True),
        ("What counts as a stripe?", "Stripes, including the short ones, are to be counted.", False),
        ("What's the weight cut-off for a zebra?", "Zebras are weighed.", True),
        ("What's the weight cut-off for a zebra?", "Zebras of no more than nine stone are weighed.", False),
        ("What is the cut-off date for the census?", "The census is long.", False),
        ("At what age is a zebra weaned?", "Foals of all age groups are weaned.", True),
        ("At what age is a zebra weaned?", "A foal is weaned when aged 1.", False),
        ("Which age group was counted?", "The younger zebras were counted.", False),
        ("How were the nine keepers chosen?", "The nine keepers count zebras.", True),
        ("Why was that herd picked?", "The park invited herds that had applied.", False),
        ("What happens to a keeper who misses the census?", "Keepers are to hold a census.", True),
        (
            "What happens to a keeper who misses the census?",
            "A keeper who fails to count is sent home.",
            False,
        ),
        ("What happens to a keeper at the census?", "Keepers are to hold a census.", False),
    ],
)
def test_what_something_is_cited_or_measured_in_is_held_by_a_quote(
    asked: AskedOf, question: str, text: str, missing: bool
) -> None:
    found = asked(question)
    passage = replace(found.library.units[0].passage, text=text)
    assert measure_missing(found, [Quote(passage, passage.place.span)]) is missing


def _holders(asked: Asked) -> set[str]:
    """What the passages say that name the holder of the post asked for."""
    return {u.passage.text for u in asked.library.units if not post_missing(asked, [whole(u)])}


def test_a_deputy_does_not_hold_the_post_itself(asked: AskedOf) -> None:
    deputies = _holders(asked("Who is the deputy chair of the Social Work Reform Board?"))
    assert any(text.startswith("Mark Rogers - Deputy Chair") for text in deputies)
    assert not any("Mark Rogers" in t for t in _holders(asked("Who chairs the Social Work Reform Board?")))


def test_a_post_in_a_body_that_nobody_names_is_missing_everywhere(asked: AskedOf) -> None:
    assert _holders(asked("Who chairs the zebra trust?")) == set()


def test_a_question_for_no_post_misses_none(asked: AskedOf) -> None:
    assert not post_missing(asked("Who counts the zebras?"), [])
    assert not post_missing(asked("Who chairs it?"), [])


def test_a_post_in_another_place_is_not_the_one_asked_for(asked: AskedOf) -> None:
    assert _holders(asked("Who was chief constable of Wiltshire when the group met?"))
    assert not _holders(asked("Who was chief constable of Hackney when the group met?"))


def test_whom_somebody_answers_to_is_no_holder_of_a_post(asked: AskedOf) -> None:
    assert not post_missing(asked("Who is the chief executive accountable to?"), [])


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Which computer programs must boards buy?", "programs"),
        ("In what language is the report?", "language"),
        ("What kind of zebra is it?", None),
        ("What pot of money pays for zebras?", None),
        ("We like what zebras do: who counts them?", None),
        ("Who counts the zebras?", None),
    ],
)
def test_the_noun_after_which_says_what_is_asked_for(question: str, thing: str | None) -> None:
    assert thing_asked(question) == thing


def _unsaid(asked: Asked) -> bool:
    return all(thing_missing(asked, [whole(u)]) for u in asked.library.units)


def test_a_kind_of_thing_that_no_passage_speaks_of_is_missing(asked: AskedOf) -> None:
    assert _unsaid(asked("Which umbrella must inspectors carry?"))
    assert not _unsaid(asked("Which grant supports placements?"))


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("What does the response say about zebra stripes?", 1.0),
        ("Does the guidance cover zebra stripes?", 1.0),
        ("What does the response say about unannounced inspection?", 0.0),
        ("When does the response say anything about zebra stripes?", 0.0),
        ("Who counts the zebra stripes?", 0.0),
    ],
)
def test_what_the_documents_are_asked_to_speak_of_is_said_by_one_quote(
    asked: AskedOf, question: str, share: float
) -> None:
    read = asked(question)
    assert min(subject_missing(read, [whole(u)]) for u in read.library.units) == share


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Please list the ACPO risk principles", True),
        ("What do the ACPO risk principles contain?", True),
        ("What does the Government think of the ACPO risk principles?", False),
    ],
)
def test_items_that_are_only_mentioned_are_missing(asked: AskedOf, question: str, missing: bool) -> None:
    found = asked(question)
    told = [whole(u) for u in found.library.units if "ACPO risk principles" in u.passage.text]
    assert told
    assert items_missing(found, told) is missing


@pytest.mark.parametrize(
    ("question", "condition"),
    [
        ("When is Royal Assent for the Health and Social Care Bill?", True),
        ("When will guidance on the JSNA be published?", False),
    ],
)
def test_what_something_waits_for_has_no_date_of_its_own(
    asked: AskedOf, question: str, condition: bool
) -> None:
    found = asked(question)
    told = [s for u in found.library.units for s in u.sentences if "gains Royal Assent" in s.text]
    assert told
    assert only_a_condition(found, told) is condition
