"""What questions take for granted: told from what they ask, and put right where the documents say the contrary."""

from __future__ import annotations

import pytest

from assistant.answers.draft import Draft
from assistant.answers.premises import another_date, put_right, without_its_date
from assistant.answers.sides import with_best
from assistant.answers.statuses import told_outside
from assistant.assistant import Assistant
from assistant.evidence.measures import measure_missing
from assistant.evidence.named import unknown_run
from assistant.evidence.quote import whole
from assistant.evidence.slots import another_holder
from assistant.model import Outcome
from assistant.pipeline import answered
from assistant.prepared import Prepared
from assistant.question.premise import asked_part, premise
from assistant.refusals.afterwards import after_the_guidance
from tests.assistant.conftest import AskedOf


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


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("Why was March 2014 picked for the joint programme of work on health reforms?", True),
        ("Why was September 2011 picked for the joint programme of work on health reforms?", False),
    ],
)
def test_a_date_that_a_reason_is_asked_for_is_put_right(asked: AskedOf, question: str, wrong: bool) -> None:
    read = asked(question)
    found = answered(read)
    assert found is not None
    made = another_date(read, found)
    assert made.lines[0].text.startswith("That is not the date given.") is wrong
    assert measure_missing(read, made.leading) is not wrong


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Why does recommendation 5 want the annual report to go to Ofsted?", "Chief Executive"),
        ("Why would the Chief Social Worker answer only to Health?", "report jointly"),
        ("For what reason may a principal social worker never do frontline work?", "actively involved"),
    ],
)
def test_beside_a_reason_stands_what_is_said_of_the_matter(asked: AskedOf, question: str, words: str) -> None:
    read = asked(question)
    found = answered(read)
    assert found is not None
    assert any(words in q.passage.text for q in with_best(read, found).shown)


def test_a_status_put_right_is_quoted(asked: AskedOf) -> None:
    made = answered(asked("On what grounds was recommendation 11 on the capabilities framework thrown out?"))
    assert made is not None
    assert "did not reject" in made.lines[0].text
    assert any("Accept" in q.passage.text for q in made.leading)


@pytest.mark.parametrize(
    ("question", "outside"),
    [
        (
            "Was a national database turned down?",
            True,
        ),
        ("Was the plan for a Chief Social Worker turned down?", False),
        ("Was recommendation 4 turned down?", False),
    ],
)
def test_what_no_recommendation_speaks_of_has_no_status(asked: AskedOf, question: str, outside: bool) -> None:
    assert told_outside(asked(question)) is outside


@pytest.mark.parametrize(
    ("question", "another"),
    [
        ("Who was the press officer on the council briefing?", True),
        ("Who was the lead officer on the council briefing?", False),
    ],
)
def test_another_holder_than_the_one_named_is_no_answer(asked: AskedOf, question: str, another: bool) -> None:
    read = asked(question)
    officer = [whole(u) for u in read.library.units if "Lead Officer" in u.passage.text]
    assert officer
    assert another_holder(read, officer) is another


@pytest.mark.parametrize(
    ("question", "after"),
    [
        (
            '"all done by May 2031" - from a leaflet. When should every council have a principal social worker?',
            False,
        ),
        ("When should every council have had a principal social worker in 2031?", True),
        ("Did the zoos actually end up with a keeper each?", True),
    ],
)
def test_the_years_of_a_pasted_passage_are_not_asked_about(
    asked: AskedOf, question: str, after: bool
) -> None:
    assert after_the_guidance(asked(question), Draft(Outcome.ANSWERED, ())) is after


def test_the_month_of_a_paper_is_no_subject(asked: AskedOf) -> None:
    assert not any(
        "october" in t.text for t in asked("What does the October briefing say of money?").question.terms
    )
    assert not asked("Were the reports sent to the council leaders?").question.documents


@pytest.mark.parametrize(
    "text",
    [
        "What does recommendation {n} say?",
        "What was Professor Munro's argument for recommendation {n}?",
        "Why did Munro make recommendation {n}?",
        "What was the Government's response to recommendation {n}?",
        "What is the timescale for recommendation {n}?",
    ],
)
def test_what_names_its_place_and_nothing_else_is_answered_without_a_search(
    ready: Prepared, text: str
) -> None:
    def scores(*queries: str) -> tuple[dict[str, float], dict[str, float]]:
        raise AssertionError(queries)

    assistant = Assistant(ready.library, ready.speller, scores, ready.public_names)
    for n in (1, 9, 15):
        assert assistant.ask(text.format(n=n)).recommendations == (n,)
