"""What a follow-up leans on where it names a thing: beside its question, twice over, in a document, or in all that mention it."""

from __future__ import annotations

import pytest

from assistant.conversation.dislocated import in_place
from assistant.conversation.signs import points_back
from assistant.prepared import Prepared
from assistant.question.facets import Want
from tests.assistant.conftest import Resolve


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("and the vet from Leeds, who was that?", "who was the vet from Leeds?"),
        ("the striped herd, when's it due", "when's the striped herd due?"),
        ("and the vet from Leeds?", "and the vet from Leeds?"),
        ("the vet, the keeper, who was that?", "the vet, the keeper, who was that?"),
        ("who was that?", "who was that?"),
        ("and Dunkley, what did he make of the zoo?", "what did Dunkley make of the zoo?"),
        (
            "and Serious Case Reviews, what did she make of them?",
            "and Serious Case Reviews, what did she make of them?",
        ),
    ],
)
def test_a_thing_before_its_question_is_put_into_it(ready: Prepared, text: str, made: str) -> None:
    assert in_place(text, ready.library) == made


def test_a_thing_before_its_question_leaves_the_one_spoken_of(after: Resolve) -> None:
    made = after(
        "and the head of Denbigh school, who was that?", "Who in the press notice speaks for Ofsted?"
    )
    assert {t.text for t in made.question.terms}.isdisjoint({"ofsted"})


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("and the overall one, the Chief?", 15),
        ("and the council ones, the Principals?", 14),
        ("and the annual reports, the boards' ones?", 5),
    ],
)
def test_a_thing_named_twice_is_the_one_that_either_name_tells(
    after: Resolve, text: str, number: int
) -> None:
    question = after(text, "When is the joint programme of work due?", told=(8,)).question
    assert question.recommendations == (number,)
    assert question.has(Want.WHEN)


@pytest.mark.parametrize("text", ["who's that aimed at?", "what's that based on?"])
def test_a_that_behind_a_shortened_is_points_back(text: str) -> None:
    assert points_back(text)


def test_a_that_which_is_an_article_does_not(after: Resolve) -> None:
    assert not points_back("who's that zebra on the left?")


def test_what_a_document_says_is_dated_not_the_document(after: Resolve) -> None:
    said = after(
        "when would that be?", "What does the press notice say about slimming down guidance?"
    ).question
    assert said.documents == ("press-release",)
    assert said.terms
    signed = after("when was that?", "Who signed the letter to councils?").question
    assert not signed.terms
    on_it = after(
        "and the date on it?", "What does the press notice say about slimming down guidance?"
    ).question
    assert not on_it.terms


@pytest.mark.parametrize("text", ["do they give one date?", "are those dated the same?"])
def test_documents_that_mention_a_thing_are_asked_of_that_thing(after: Resolve, text: str) -> None:
    made = after(text, "Which documents mention the joint programme?", told=(8, 10)).question
    assert "joint programme" in made.text
    assert not made.recommendations
