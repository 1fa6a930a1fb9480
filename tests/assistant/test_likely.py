"""Rules and what was learned are heard together on the kind of a question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.evidence.asked import Asked
from assistant.model import Notice, Outcome, Reason
from assistant.pipeline import draft
from assistant.prepared import Prepared
from assistant.refusals.likely import THRESHOLDS, likely
from tests.assistant.conftest import AskedOf

PLAIN = "When will a Chief Social Worker be in post?"
AFTER = "Did they ever appoint a Chief Social Worker?"
CASE = "Should I let this boy see a Chief Social Worker?"


def sounding(asked: Asked, kind: Reason | Notice, chance: float) -> Asked:
    chances = dict.fromkeys((k.value for k in THRESHOLDS), 0.5) | {kind.value: chance}
    return replace(asked, tell=lambda query: chances)


@pytest.mark.parametrize("kind", THRESHOLDS)
def test_a_kind_is_told_by_rules_unless_it_sounds_otherwise(asked: AskedOf, kind: Reason | Notice) -> None:
    assert likely(asked(PLAIN), kind, found=True)
    assert not likely(asked(PLAIN), kind, found=False)
    for chance, found, told in (
        (0.5, True, True),
        (0.5, False, False),
        (0.0, True, False),
        (1.0, False, True),
    ):
        assert likely(sounding(asked(PLAIN), kind, chance), kind, found) is told


@pytest.mark.parametrize(
    ("question", "kind", "chance", "reason"),
    [
        (PLAIN, Reason.CASE_ADVICE, 1.0, Reason.CASE_ADVICE),
        (PLAIN, Reason.OUT_OF_SCOPE, 1.0, Reason.OUT_OF_SCOPE),
        (PLAIN, Reason.UNCLEAR, 1.0, Reason.UNCLEAR),
        (PLAIN, Reason.AFTER_THE_GUIDANCE, 1.0, Reason.AFTER_THE_GUIDANCE),
        (PLAIN, Reason.CASE_ADVICE, 0.5, None),
        (AFTER, Reason.AFTER_THE_GUIDANCE, 0.5, Reason.AFTER_THE_GUIDANCE),
        (CASE, Reason.CASE_ADVICE, 0.5, Reason.CASE_ADVICE),
    ],
)
def test_what_sounds_very_much_like_a_kind_is_refused_for_it(
    asked: AskedOf, question: str, kind: Reason, chance: float, reason: Reason | None
) -> None:
    made = draft(sounding(asked(question), kind, chance))
    assert made.reason is reason
    assert (made.outcome is Outcome.ANSWERED) is (reason is None)


def test_a_question_that_names_its_place_is_not_embedded_for_its_kind(asked: AskedOf) -> None:
    def never(query: str) -> dict[str, float]:
        raise AssertionError(query)

    named = replace(asked("What is the timescale of recommendation 14?"), tell=never)
    assert named.kinds == {}
    assert draft(named).outcome is Outcome.ANSWERED


@pytest.mark.parametrize(
    ("text", "chance", "concern"),
    [
        ("The lad next door came to tea.", 0.99, True),
        ("The lad next door came to tea.", 0.3, False),
        ("Zebras have gone very quiet.", 0.99, False),
        ("My neighbour hits her baby every night.", 0.5, True),
        ("My neighbour hits her baby every night.", 0.0, False),
    ],
)
def test_a_live_concern_is_told_by_how_it_sounds_where_somebody_is_spoken_of(
    ready: Prepared, text: str, chance: float, concern: bool
) -> None:
    kinds = {k.value: 0.5 for k in THRESHOLDS} | {Notice.LIVE_CONCERN.value: chance}
    assistant = Assistant(
        ready.library, ready.speller, lambda *queries: ({}, {}), ready.public_names, tell=lambda query: kinds
    )
    assert (Notice.LIVE_CONCERN in assistant.ask(text).notices) is concern
