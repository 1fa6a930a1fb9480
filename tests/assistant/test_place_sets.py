"""Sets whose members are numbered paragraphs, documents, people quoted, or the items of a list."""

from __future__ import annotations

import pytest

from assistant.answers.draft import Draft
from assistant.answers.listed_items import answer_items
from assistant.answers.place_sets import answer_places
from assistant.evidence.saying import saying, singular, thing
from assistant.model import Outcome
from assistant.question.places_asked import Kind, places_asked
from tests.assistant.conftest import AskedOf


def _paragraphs(draft: Draft | None) -> list[int]:
    assert draft is not None
    return sorted({n for q in draft.shown if (n := q.passage.place.paragraph) is not None})


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("Which numbered paragraphs speak of probation?", Kind.PARAGRAPHS, "probation"),
        ("Sure Start: which of the paragraphs mention it?", Kind.PARAGRAPHS, "Sure Start:"),
        ("In which paragraphs is Ofsted mentioned?", Kind.PARAGRAPHS, "Ofsted"),
        ("Which letters refer to the Reform Board?", Kind.LETTERS, "the Reform Board?"),
        ("Which people quoted in the notice talk about trust?", Kind.PEOPLE, "trust?"),
    ],
)
def test_what_kind_of_place_is_asked_for_and_what_it_says(text: str, kind: Kind, said: str) -> None:
    wanted = places_asked(text)
    assert wanted is not None
    assert wanted.kind is kind
    assert wanted.thing.strip(" ?") == said.strip(" ?")


@pytest.mark.parametrize(
    "text",
    [
        "What does the last paragraph say?",
        "What does each document say about trials?",
        "Which documents say 'minded to' and which say it is agreed?",
        "Who in the team decides?",
    ],
)
def test_questions_for_no_set_of_places(text: str) -> None:
    assert places_asked(text) is None


@pytest.mark.parametrize(
    ("thing_asked", "word"), [("the College of Social Work", "College of Social Work"), ("Ofsted", "Ofsted")]
)
def test_every_numbered_paragraph_that_names_a_thing_is_shown_and_no_other(
    asked: AskedOf, thing_asked: str, word: str
) -> None:
    question = asked(f"Which of the numbered paragraphs mention {thing_asked}?")
    holding = {
        u.passage.place.paragraph
        for u in question.library.units
        if u.passage.place.paragraph is not None and word in u.passage.text
    }
    assert _paragraphs(answer_places(question)) == sorted(holding)


def test_what_no_numbered_paragraph_says_is_refused(asked: AskedOf) -> None:
    draft = answer_places(asked("Which of the numbered paragraphs mention Barnardo's?"))
    assert draft is not None
    assert draft.outcome is Outcome.NOT_IN_GUIDANCE


def test_documents_that_hold_words_in_quotation_marks(asked: AskedOf) -> None:
    draft = answer_places(asked("Which documents speak of 'significant opportunities'?"))
    assert draft is not None
    assert {q.passage.document for q in draft.shown} == {"letter-to-councils", "letter-to-nhs"}


def test_everybody_quoted_and_those_who_say_a_thing(asked: AskedOf) -> None:
    every = answer_places(asked("Who is quoted in the press notice?"))
    some = answer_places(asked("Which people quoted in the press notice mention trust?"))
    assert every is not None
    assert some is not None
    assert len(every.shown) == 4
    assert all(q.passage.text.endswith("said:") for q in every.shown)
    assert [q.passage.speaker.split(",")[0] for q in some.shown] == [
        "Children’s Minister Tim Loughton",
        "Matt Dunkley",
    ]


def test_a_plural_is_the_same_word_and_a_participle_is_not() -> None:
    assert singular("children's centres agencies databases") == ("child", "centre", "agency", "database")
    assert singular("child-centred")[1] != singular("centres")[0]


def test_another_wording_counts_only_where_nothing_names_the_thing(asked: AskedOf) -> None:
    library = asked("teenagers").library
    named = saying(thing("teenagers", library), library.units)
    assert named
    assert all("teenager" in s.text for _, said in named for s in said)
    meant = saying(thing("out of hours", library), library.units)
    assert meant
    assert all("24 hour" in s.text for _, said in meant for s in said)


@pytest.mark.parametrize(
    ("text", "document", "count"),
    [
        (
            "How many actions for local services does the press notice list, and what are they?",
            "press-release",
            3,
        ),
        ("List everything that the functions 'needs to be developed including'", "government-response", 3),
    ],
)
def test_a_list_is_shown_whole_and_counted(asked: AskedOf, text: str, document: str, count: int) -> None:
    draft = answer_items(asked(text))
    assert draft is not None
    items = [q for q in draft.shown if q.passage.lead_in_id]
    assert len(items) == count
    assert {q.passage.document for q in items} == {document}


def test_no_list_is_shown_for_what_none_introduces(asked: AskedOf) -> None:
    assert answer_items(asked("How many lion houses does the response list, and what are they?")) is None


@pytest.mark.parametrize(
    "question",
    ["Tinkered - which papers use that expression?", "Which documents have the word 'tinkers'?"],
)
def test_an_expression_is_found_in_other_forms_and_named_before_it_is_pointed_at(
    asked: AskedOf, question: str
) -> None:
    made = answer_places(asked(question))
    assert made is not None
    assert {q.passage.document for q in made.shown} == {"press-release"}
