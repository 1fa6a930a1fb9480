"""Questions about a case of the asker's own, about what came of a promise, and about nothing that is named."""

from __future__ import annotations

import pytest

from assistant.evidence.asked import Asked
from assistant.model import Outcome
from assistant.pipeline import answered, draft
from assistant.prepared import Prepared
from assistant.question.question import read
from assistant.refusals.afterwards import after_the_guidance
from assistant.refusals.case import case_advice
from assistant.refusals.field import names_a_thing
from assistant.refusals.scope import FAR, NEARLY_ALL, RATHER_FAR, out_of_scope
from tests.assistant.conftest import AskedOf


@pytest.mark.parametrize(
    ("question", "advice"),
    [
        ("Must this girl on my caseload be seen by the board?", True),
        ("Should we close it? One of our families is leaving.", True),
        ("Should I follow recommendation 3 with the family I'm visiting?", True),
        ("Is 20 days enough for the assessment I'm writing on a baby?", True),
        ("I'm seeing two sisters on Friday, mum's doing better. Do we close it?", True),
        ("We've been visiting a baby and his gran. Should we hold a conference?", True),
        ("I'm writing a family policy. Should we name the board?", False),
        ("I'm training two child protection chairs. Should we quote Munro?", False),
        ("Should we follow recommendation 3 at the board?", False),
        ("Is 20 days enough for the assessments that boards write?", False),
        ("Should families be offered early help?", False),
    ],
)
def test_a_case_of_ones_own_is_told_from_policy(asked: AskedOf, question: str, advice: bool) -> None:
    assert case_advice(asked(question).question) is advice


@pytest.mark.parametrize(
    ("question", "later"),
    [
        ("Did the trial authorities really finish in December 2011?", True),
        ("Who ended up leading the trial authorities?", True),
        ("Serious case reviews: what year did it actually end, Ofsted's evaluation?", True),
        ("Were the trials of assessment a success?", True),
        ("What has not yet been decided on the duty of early help?", False),
        ("Why does Munro argue that reviews of cases end up blaming?", False),
        ("Did the Government really accept recommendation 2?", False),
        ("Can inspection ever be announced?", False),
        ("Was this the only review of assessment ever to be led by a professor?", False),
        ("Which functions of the Chief Social Worker had not yet been agreed?", False),
        ("Have the trials of assessment been a success?", True),
        ("What were the results of the trials?", True),
        ("What did Munro say when she came back in to see the boards?", True),
        ("Which timescales were met on time?", True),
        ("What did the evaluation of serious case reviews conclude?", True),
        ("What did Munro conclude about serious case reviews?", False),
        ("How did councils reply to the consultation on the role of lead members?", True),
        ("How did ministers reply to the argument about local health reform?", False),
    ],
)
def test_what_came_of_a_plan_is_told_from_what_is_left_open(
    asked: AskedOf, question: str, later: bool
) -> None:
    read = asked(question)
    made = answered(read)
    assert made is not None
    assert after_the_guidance(read, made) is later


@pytest.mark.parametrize(
    ("question", "vague"),
    [
        ("What's the deadline? I've a panel meeting in five minutes", True),
        ("What's the deadline for student units? I've a panel meeting in five minutes", False),
    ],
)
def test_why_an_answer_is_wanted_at_once_is_no_subject(asked: AskedOf, question: str, vague: bool) -> None:
    assert (draft(asked(question)).outcome is Outcome.CLARIFY) is vague


@pytest.mark.parametrize(
    ("question", "held", "cosine", "elsewhere"),
    [
        ("unannounced inspection", 1.0, 0.0, False),
        ("ofsted serious case reviews evaluation", 1.0, 0.0, False),
        ("national trials hackney", 0.75, FAR - 0.01, True),
        ("national trials hackney", 0.75, FAR + 0.01, False),
        ("penguins in antarctica", 0.0, RATHER_FAR - 0.01, True),
        ("penguins in antarctica", 0.0, RATHER_FAR + 0.01, False),
    ],
)
def test_words_that_stand_nearly_all_in_one_passage_are_about_the_documents_however_far_they_lie(
    ready: Prepared, question: str, held: float, cosine: float, elsewhere: bool
) -> None:
    def scores(question: str, lexical: str) -> tuple[dict[str, float], dict[str, float]]:
        return {u.passage.id: cosine for u in ready.library.units}, {}

    jotted = Asked(read(question, ready.library, ready.speller), ready.library, scores)
    best = max(r.own for r in jotted.ranked[:10])
    assert best == pytest.approx(held, abs=0.05)
    assert (best >= NEARLY_ALL) is (held == 1.0)
    assert out_of_scope(jotted) is elsewhere


def test_a_share_of_nine_tenths_is_enough(ready: Prepared, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked(
        read("unannounced inspection", ready.library, ready.speller),
        ready.library,
        lambda q, lexical: ({}, {}),
    )
    best = asked.ranked[0]
    for own, elsewhere in ((NEARLY_ALL, False), (NEARLY_ALL - 0.01, True)):
        monkeypatch.setitem(asked.__dict__, "ranked", (best._replace(own=own, dense=0.0),))
        assert out_of_scope(asked) is elsewhere


def test_when_a_case_was_seen_is_no_question_of_what_came_afterwards(asked: AskedOf) -> None:
    told = asked("We saw her last week. Was recommendation 6 accepted?")
    asked_itself = asked("Was recommendation 6 carried out last week?")
    found = [after_the_guidance(q, made) for q in (told, asked_itself) if (made := answered(q))]
    assert found == [False, True]


def test_a_thing_of_the_field_is_in_scope(asked: AskedOf) -> None:
    assert names_a_thing(asked("Is there a word on kinship care?"))
    assert not names_a_thing(asked("Is there a word on lemon cake?"))


def test_initials_that_no_list_knows_are_another_body(ready: Prepared) -> None:
    correct = ready.speller.correct
    assert correct("When does the LSBC report go out?") == "When does the lscb report go out?"
    assert correct("What did ADASS say?") == "What did ADASS say?"
    assert correct("WHAT IS THE TIMESCLAE?") == "WHAT IS THE timescale?"


def test_initials_stand_for_every_wording_of_their_group(ready: Prepared) -> None:
    vocabulary = ready.library.vocabulary
    assert ("lscb",) in vocabulary.by_phrase[("safeguard", "board")]
