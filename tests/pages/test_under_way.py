"""A question that another interrupts, or a visit to another page, is answered all the same."""

from __future__ import annotations

import pytest
from streamlit.runtime.scriptrunner import StopException
from streamlit.testing.v1 import AppTest

from assistant.pages import chat, keeping, under_way
from tests.pages.screen import asked, bodies, button, opened, text

FIRST, SECOND = "What is the timescale for recommendation 14?", "and 12?"
LEFT = under_way._UNDER_WAY


def _interrupted(screen: AppTest, question: str) -> AppTest:
    """The page as a run leaves it that was broken off while it answered."""
    if keeping._NAME not in screen.session_state:
        screen.session_state[keeping._NAME] = "open"
    screen.session_state[LEFT] = [(screen.session_state[keeping._NAME], question)]
    return screen


def test_what_was_interrupted_is_answered_before_the_next_question() -> None:
    screen = asked(_interrupted(opened(), FIRST), SECOND)
    assert [e.label for e in screen.expander] == [FIRST]
    assert "The timescale given for recommendation 12" in text(screen)
    assert screen.session_state[LEFT] == []


def test_what_was_interrupted_by_no_question_is_answered_too() -> None:
    screen = _interrupted(opened(), FIRST).run()
    assert bodies(screen)
    assert "The timescale given for recommendation 14" in text(screen)


def test_what_was_asked_in_another_conversation_is_given_up() -> None:
    screen = _interrupted(asked(opened(), "What is the timescale for recommendation 2?"), FIRST)
    button(screen, "New conversation").click().run()
    assert not bodies(screen)
    assert screen.session_state[LEFT] == []


@pytest.mark.parametrize("end", [StopException(), ValueError("a fault of the program")])
def test_what_was_stopped_or_failed_is_not_asked_again(
    monkeypatch: pytest.MonkeyPatch, end: BaseException
) -> None:
    def stopped(*_: object) -> None:
        raise end

    screen = opened()
    monkeypatch.setattr(chat, "ask", stopped)
    screen.chat_input[0].set_value(FIRST).run()
    monkeypatch.undo()
    screen.run()
    assert not bodies(screen)
