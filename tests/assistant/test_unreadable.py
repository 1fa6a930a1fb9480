"""A question that is too long: what is echoed of it is masked, and a child in danger is not lost in it."""

from __future__ import annotations

import pytest

from assistant.assistant import ECHO, Assistant
from assistant.model import Notice, Outcome
from assistant.notices.signpost import PRIVACY, SIGNPOST
from assistant.prepared import Prepared

FILLER = "The minutes of the last meeting were agreed and the next agenda was drawn up. "
MANY = FILLER * 160
DANGER = "My neighbour is hitting her little boy right now and he is screaming. "


@pytest.fixture(scope="module")
def assistant(ready: Prepared) -> Assistant:
    return Assistant(ready.library, ready.speller, lambda question, lexical: ({}, {}), ready.public_names)


def test_the_echo_is_short_and_holds_no_personal_data(assistant: Assistant) -> None:
    told = "Jodie Marlow, born 4 May 2006, of 12 Harbour Road, rang on 07700 900123. "
    answer = assistant.ask(told + MANY)
    assert answer.outcome is Outcome.CLARIFY
    assert answer.error is not None
    assert "characters" in answer.error
    for secret in ("Marlow", "4 May 2006", "07700 900123"):
        assert secret not in answer.question
        assert secret not in str(answer.as_dict())
    assert len(answer.question) <= ECHO + 1
    assert answer.notices[0] is Notice.PERSONAL_DATA
    assert answer.text.startswith(PRIVACY)


@pytest.mark.parametrize("text", [DANGER + MANY, MANY + DANGER])
def test_a_live_concern_is_met_wherever_it_stands(assistant: Assistant, text: str) -> None:
    answer = assistant.ask(text)
    assert answer.notices[0] is Notice.LIVE_CONCERN
    assert answer.text.startswith(SIGNPOST)


def test_length_alone_is_no_concern(assistant: Assistant) -> None:
    answer = assistant.ask(MANY)
    assert Notice.LIVE_CONCERN not in answer.notices
    assert SIGNPOST not in answer.text


def test_an_empty_question_has_nothing_to_echo(assistant: Assistant) -> None:
    assert assistant.ask("   ").question == ""
