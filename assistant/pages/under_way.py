"""Questions that are being answered: one that another interrupts, or a visit to another page, is not lost."""

from __future__ import annotations

import streamlit as st

from assistant.pages import keeping

_UNDER_WAY = "questions-under-way"


def with_those_left(question: str | None) -> list[str]:
    """What is to be answered now in the open conversation, oldest first: what was interrupted, then a new question.

    What was left in a conversation that is no longer open is given up.
    """
    mine = [(name, asked) for name, asked in _all() if name == keeping.name()]
    if question:
        mine.append((keeping.name(), question))
    st.session_state[_UNDER_WAY] = mine
    return [asked for _, asked in mine]


def done(question: str) -> None:
    """A question was answered, could not be, or is no longer wanted."""
    left = _all()
    if (keeping.name(), question) in left:
        left.remove((keeping.name(), question))


def _all() -> list[tuple[str, str]]:
    held: list[tuple[str, str]] = st.session_state.setdefault(_UNDER_WAY, [])
    return held
