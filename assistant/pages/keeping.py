"""The conversation of this visit, and what is kept of it."""

from __future__ import annotations

from uuid import uuid4

import streamlit as st

from assistant.conversations import (
    Conversation,
    ConversationGone,
    ConversationStore,
    StoreError,
    Turn,
    open_private_store,
    open_store,
    readable,
)
from assistant.model import Answer, Outcome
from assistant.pages.person import owner
from assistant.pages.shared import shared

#: Parameter of the chat page: the conversation that is open.
ADDRESS = "conversation"
#: Of the switch; what it says is held apart, because the state of a switch is lost on another page.
SWITCH = "private-switch"
_PRIVATE = "private"
_TURNS = "turns"
_CURRENT = "conversation-id"
_MEMORY = "private-store"
_NAME = "conversation-name"


@st.cache_resource(show_spinner=False)
def store() -> ConversationStore:
    """The conversations of this machine.

    Raises:
        StoreError: the database that the settings name cannot be used.
    """
    return open_store(shared().assistant.public_names)


def turns() -> list[Answer]:
    """The answers of the open conversation, in order."""
    held: list[Answer] = st.session_state.setdefault(_TURNS, [])
    return held


def current() -> str | None:
    """The id under which the open conversation is kept; None where it is not."""
    found: str | None = st.session_state.get(_CURRENT)
    return found


def name() -> str:
    """Names the open conversation among all that this visit has seen, kept or not."""
    found: str = st.session_state.setdefault(_NAME, uuid4().hex[:8])
    return found


def is_private() -> bool:
    """Whether the person wants nothing kept."""
    return bool(st.session_state.get(_PRIVATE))


def switch_private() -> None:
    """The switch was used: what is private and what is kept never meet in one conversation."""
    st.session_state[_PRIVATE] = bool(st.session_state[SWITCH])
    begin_anew()


def begin_anew() -> None:
    """Leave the open conversation; what is kept stays kept, and what was private is forgotten."""
    st.session_state[_TURNS] = []
    st.session_state[_CURRENT] = None
    st.session_state.pop(_NAME, None)
    if private := st.session_state.pop(_MEMORY, None):
        private.close()
    st.query_params.pop(ADDRESS, None)


def history() -> list[str]:
    """The questions of the open conversation, for the next one."""
    return [readable(answer.question) for answer in turns() if not answer.error]


def add(asked: str, answer: Answer) -> StoreError | None:
    """Add an answer to the conversation and keep it; in memory alone where nothing is to be kept.

    Args:
        asked: the question as typed, which tells what in it is personal.
        answer: to be shown and kept.

    Returns:
        Why it could not be kept; None where it was.
    """
    try:
        turn = _kept(asked, answer)
    except StoreError as problem:
        turns().append(answer)
        return problem
    turns().append(turn.answer or answer)
    st.session_state[_CURRENT] = turn.conversation
    return None


def _kept(asked: str, answer: Answer) -> Turn:
    try:
        return place().add(owner(), current(), asked, answer)
    except ConversationGone:  # deleted in another window
        return place().add(owner(), None, asked, answer)


def place() -> ConversationStore:
    """Where the open conversation is held: in memory alone, where the person wants nothing kept.

    Raises:
        StoreError: as ``store``.
    """
    return _memory() if is_private() else store()


def held() -> Conversation | None:
    """The open conversation as it is held; None where it is held nowhere.

    Raises:
        StoreError: it cannot be looked up.
    """
    known = current()
    return place().conversation(owner(), known) if known else None


def _memory() -> ConversationStore:
    if _MEMORY not in st.session_state:
        st.session_state[_MEMORY] = open_private_store(shared().assistant.public_names)
    memory: ConversationStore = st.session_state[_MEMORY]
    return memory


def follow_address() -> bool:
    """Open the conversation that the address names; False where there is no such conversation."""
    named = st.query_params.get(ADDRESS)
    if named is None or named == current():
        return True
    if held := store().turns(owner(), named):
        st.session_state[_PRIVATE] = st.session_state[SWITCH] = False
        st.session_state[_TURNS] = [t.answer or _unreadable(t) for t in held]
        st.session_state[_CURRENT] = named
        st.session_state.pop(_NAME, None)
    else:
        st.query_params.pop(ADDRESS, None)
    return bool(held)


def write_address() -> None:
    """Let the address name the open conversation, so that it is found again when the page is loaded anew."""
    if not is_private() and (known := current()) and st.query_params.get(ADDRESS) != known:
        st.query_params[ADDRESS] = known


def _unreadable(turn: Turn) -> Answer:
    said = turn.problem or "This answer cannot be read any more."
    return Answer(turn.question, Outcome.CLARIFY, said, error=said)
