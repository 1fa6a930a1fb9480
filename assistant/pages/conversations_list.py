"""The kept conversations beside the chat: found, opened, renamed, deleted."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assistant.conversations import Conversation, StoreError
from assistant.pages import keeping
from assistant.pages.markup import escape
from assistant.pages.person import owner, show_who
from assistant.pages.problem import show_problem

#: Conversations listed at once; more are found by their words.
LISTED = 30

_WORDS = "conversation-words"
_PROBLEM = "conversation-problem"


def show() -> None:
    """The whole column, in the container of the moment."""
    st.markdown(
        "**If a child is in danger now, call 999.** This page quotes documents and passes nothing on."
    )
    st.button("New conversation", icon=":material/add:", on_click=keeping.begin_anew, width="stretch")
    st.toggle(
        "Private: keep nothing",
        keeping.is_private(),
        key=keeping.SWITCH,
        on_change=keeping.switch_private,
        help="While this is on, questions and answers are gone when you close or reload the page.",
    )
    problem: StoreError | None = st.session_state.pop(_PROBLEM, None)
    try:
        _kept()
    except StoreError as found:
        problem = found
    if problem:
        show_problem(problem)
    show_who()


def _kept() -> None:
    words = str(st.session_state.get(_WORDS, ""))
    found = keeping.store().conversations(owner(), words, limit=LISTED + 1)
    if not found and not words:
        st.caption(
            "Your conversations will be listed here. Personal details are masked before they are kept."
        )
        return
    st.text_input("Search conversations", key=_WORDS, placeholder="Search")
    if not found:
        st.caption("No conversation holds these words.")
    with st.container(key="conversations", gap=None):
        for conversation in found[:LISTED]:
            _entry(conversation)
    if len(found) > LISTED:
        st.caption(f"The latest {LISTED} are listed; search for others.")
    with st.popover("Delete all", icon=":material/delete_sweep:", type="tertiary"):
        st.markdown("This deletes all your conversations for good.")
        st.button("Delete all conversations", type="primary", on_click=_delete_all)


def _entry(conversation: Conversation) -> None:
    open_now = conversation.id == keeping.current()
    title = escape(conversation.title)
    st.button(
        f"**{title}**" if open_now else title,
        key=f"open-{conversation.id}",
        type="tertiary",
        icon=":material/chat_bubble:" if open_now else ":material/chat_bubble_outline:",
        on_click=_open,
        args=(conversation.id,),
        width="stretch",
    )


def _open(conversation: str) -> None:
    st.query_params[keeping.ADDRESS] = conversation


def manage(held: Conversation) -> None:
    """Rename and delete a conversation, in the container of the moment."""
    key = f"conversation-title-{held.id}-{held.title}"
    with st.popover("Rename or delete", icon=":material/edit:"):
        st.text_input("Title", held.title, key=key, on_change=_rename, args=(held.id, key))
        st.button("Delete this conversation", icon=":material/delete:", on_click=_delete, args=(held.id,))


def _rename(conversation: str, key: str) -> None:
    if title := str(st.session_state[key]).strip():
        _try(lambda: keeping.store().rename(owner(), conversation, title))


def _delete(conversation: str) -> None:
    if _try(lambda: keeping.store().delete(owner(), conversation)):
        keeping.begin_anew()


def _delete_all() -> None:
    if _try(lambda: keeping.store().delete_all(owner())):
        keeping.begin_anew()


def _try(change: Callable[[], object]) -> bool:
    """Make a change; whether it was made. What is in the way is told beside the list."""
    try:
        change()
    except StoreError as problem:
        st.session_state[_PROBLEM] = problem
        return False
    return True
