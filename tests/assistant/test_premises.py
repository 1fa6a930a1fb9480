"""What questions take for granted: told from what they ask, and put right where the documents say the contrary."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.premises import put_right, without_its_date
from assistant.evidence.asked import Asked
from assistant.evidence.named import unknown_run
from assistant.question.premise import asked_part, premise

AskedOf = Callable[[str], Asked]


@pytest.mark.parametrize(
    ("text", "clause", "asks"),
    [
        ("Now that the zoo has closed, who feeds the bears?", "the zoo has closed", "who feeds the bears?"),
        ("And since the keeper left, in which house is it?", "the keeper left", "in which house is it?"),
        ("With the zoo not due until May, what opens?", "the zoo not due until May", "what opens?"),
        ("The zoo was sold in May. Who bought it?", "The zoo was sold in May.", "Who bought it?"),
    ],
)
def test_what_is_taken_for_granted_is_told_from_what_is_asked(text: str, clause: str, asks: str) -> None:
    granted = premise(text)
    assert granted is not None
    assert (granted.clause, granted.asks) == (clause, asks)


@pytest.mark.parametrize(
    "text",
    [
        "As a keeper of wolves, what must I know?",
        "With regard to the bears, who feeds them?",
        "If a zoo wants another bear, who decides?",
        "Since when has the zoo been open?",
        "Is it open? Who feeds the bears?",
    ],
)
def test_a_question_that_only_asks_takes_nothing_for_granted(text: str) -> None:
    assert premise(text) is None


def test_whose_words_are_asked_for_may_stand_in_what_is_taken_for_granted() -> None:
    assert asked_part("Jo Bear ran the zoo. How many keepers did it have?") == "How many keepers did it have?"
    spoken = "Jo Bear ran the zoo. What did she say about the keepers?"
    assert asked_part(spoken) == spoken


@pytest.mark.parametrize(
    ("question", "words", "number"),
    [
        (
            "Since the statutory status of the DCS and the Lead Member is abolished, who leads?",
            "will retain",
            7,
        ),
        ("Given that peer reviews led by LGG were stopped, what do councils do?", "well established", 3),
        (
            "Given that an additional statutory duty to secure early help was confirmed, whom does it bind?",
            "whether",
            10,
        ),
    ],
)
def test_the_contrary_is_said_of_what_the_documents_deny(
    asked: AskedOf, question: str, words: str, number: int
) -> None:
    made = put_right(asked(question))
    assert made is not None
    assert made.recommendations == (number,)
    assert words in made.lines[0].text


@pytest.mark.parametrize(
    "question",
    [
        "Now that clinical commissioning groups have gone, who keeps children safe?",
        "Since the initial assessment is being dropped, what do social workers do?",
        "As the zoo is being closed down, who feeds the bears?",
    ],
)
def test_nothing_is_put_right_that_no_document_denies(asked: AskedOf, question: str) -> None:
    assert put_right(asked(question)) is None


def test_a_date_that_is_only_taken_for_granted_is_not_asked_for(asked: AskedOf) -> None:
    granted = "With the young person's guide not due until May 2014, what will go into it?"
    undated = without_its_date(asked(granted))
    assert undated is not None
    assert not undated.question.whens
    assert without_its_date(asked("With the guide not ready, what was due by July 2012?")) is None


def test_a_body_named_only_in_what_is_taken_for_granted_need_not_stand_in_the_documents(
    asked: AskedOf,
) -> None:
    assert not unknown_run(asked("Because the Health Director chose the chair, how will the board be heard?"))
    assert unknown_run(asked("How will the board be heard by the Health Director?"))
