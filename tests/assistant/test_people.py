"""Who holds which post, to whom a letter went, who makes up a board, how to reach somebody: read off the documents once."""

from __future__ import annotations

import pytest

from assistant.answers.bodies import answer_body
from assistant.answers.contacts import answer_contact
from assistant.answers.name_lists import answer_names
from assistant.answers.persons import answer_person
from assistant.library.posts import people_in, posts
from assistant.model import Outcome
from assistant.prepared import Prepared
from assistant.question.addressed import addressed
from tests.assistant.conftest import AskedOf


def test_posts_are_read_from_lists_labels_and_sentences(ready: Prepared) -> None:
    found = {(p.surname, p.post) for p in posts(ready.library)}
    assert ("keeble", "Headteacher, Cannon Lane First School") in found
    assert ("webber", "Deputy Policy Director and Interim Director, Ambulance Service Network") in found
    assert ("featherstone", "Minister for Equalities and Criminal Information") in found


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("was John Goldup there?", 1),
        ("a mark of respect, thomas the tank engine", 0),
        ("Goldup or Bevan?", 2),
    ],
)
def test_people_are_known_by_full_name_or_a_rare_surname(ready: Prepared, text: str, named: int) -> None:
    assert len(people_in(text, ready.library)) == named


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("what's Amanda Thomas's day job?", "Royal College of Paediatrics"),
        ("Where was Kevin Jones from?", "Cumbria County Council"),
        ("Which school was Yasmin Bevan head of?", "Denbigh High School"),
        ("Milton - what was she minister of?", "Minister for Public Health"),
    ],
)
def test_a_persons_post_is_given_wherever_it_stands(asked: AskedOf, question: str, shown: str) -> None:
    draft = answer_person(asked(question))
    assert draft is not None
    assert any(shown in q.passage.text for q in draft.shown)


def test_an_employer_of_a_kind_that_no_post_names_is_not_given(asked: AskedOf) -> None:
    draft = answer_person(asked("Which university did John Goldup work for?"))
    assert draft is not None
    assert draft.outcome is Outcome.NOT_IN_GUIDANCE


@pytest.mark.parametrize(
    "question",
    [
        "What did Matt Dunkley say about trust?",
        "What position did Munro take on targets?",
        "How old is Munro?",
    ],
)
def test_what_somebody_said_or_is_like_asks_for_no_post(asked: AskedOf, question: str) -> None:
    assert answer_person(asked(question)) is None


@pytest.mark.parametrize(
    ("text", "beside", "named"),
    [
        ("what did Loughton tell lead members about the centre?", "", "letter-to-councils"),
        ("who signed the hospitals' one?", "", "letter-to-nhs"),
        ("What does the letter we had say of transition?", "I manage a GP surgery.", "letter-to-nhs"),
        ("does the paper for elected members mention recruitment?", "", "committee-briefing"),
    ],
)
def test_a_document_is_named_by_those_it_is_addressed_to(
    ready: Prepared, text: str, beside: str, named: str
) -> None:
    assert {identity for identity, _ in addressed(text, beside, ready.library)} == {named}


@pytest.mark.parametrize(
    "text",
    [
        "what did the letter to the police say?",
        "what did the Government tell councils to do?",
        "which councils wrote to the minister?",
    ],
)
def test_an_audience_spoken_of_names_no_document_by_itself(ready: Prepared, text: str) -> None:
    assert addressed(text, "", ready.library) == []


def test_a_board_is_told_by_the_sentence_that_says_what_it_comprises(asked: AskedOf) -> None:
    draft = answer_body(asked("which organisations are on the Children's Improvement Board?"))
    assert draft is not None
    assert draft.leading[0].passage.place.paragraph == 6
    assert answer_body(asked("Name the members of the Social Work Reform Board")) is None


def test_a_number_is_given_only_where_it_stands_on_the_paper_named(asked: AskedOf) -> None:
    draft = answer_contact(asked("which phone number is printed on the letter to councils?"))
    assert draft is not None
    assert [q.passage.text[:4] for q in draft.leading] == ["tel:"]
    assert answer_contact(asked("what's Jo Webber's phone number?")) is None


def test_names_come_from_beside_a_recommendation_that_gives_none(asked: AskedOf) -> None:
    draft = answer_names(asked("Recommendation 1: which five will be added?"))
    assert draft is not None
    assert "Swindon" in draft.leading[0].passage.text
    assert answer_names(asked("Recommendation 4: which five will be added?")) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("which councils have current trials of assessments?", "Hackney"),
        ("which areas will the current trials extend to?", "Swindon"),
    ],
)
def test_names_of_what_a_list_speaks_of_are_given_without_a_number(
    asked: AskedOf, text: str, shown: str
) -> None:
    draft = answer_names(asked(text))
    assert draft is not None
    assert any(shown in q.passage.text for q in draft.leading)


@pytest.mark.parametrize(
    "text",
    ["which councils ran the tennis trials?", "which areas of training need the most assessment budget?"],
)
def test_a_list_of_something_else_is_not_given(asked: AskedOf, text: str) -> None:
    assert answer_names(asked(text)) is None
