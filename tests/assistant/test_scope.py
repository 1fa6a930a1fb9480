"""Questions about a case of the asker's own, about what came of a promise, and about nothing that is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.asked import Asked
from assistant.model import Outcome
from assistant.pipeline import answered, draft
from assistant.question.afterwards import after_the_guidance
from assistant.question.scope import case_advice

AskedOf = Callable[[str], Asked]


@pytest.mark.parametrize(
    ("question", "advice"),
    [
        ("Must this girl on my caseload be seen by the board?", True),
        ("Should we close it? One of our families is leaving.", True),
        ("Should I follow recommendation 3 with the family I'm visiting?", True),
        ("Is 20 days enough for the assessment I'm writing on a baby?", True),
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
