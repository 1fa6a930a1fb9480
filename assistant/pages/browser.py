"""The page's own script in the browser, and what Python asks of it.

Streamlit has no live region for screen readers, and a plain link to another page would begin a new visit and lose
the conversation; one component of its own kind does both.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import streamlit as st
from streamlit.navigation.page import Page

from assistant.pages.addresses import ASKED, target

_FOLDER = Path(__file__).parent / "data"
#: A question that the chat page is to ask.
PENDING = "pending"
_TOLD = "_told"
_GO = "_go"
_ARRIVALS = "_arrivals"


def tell(
    key: str,
    *,
    say: str | None = None,
    show: str | None = None,
    focus: Literal["lost", "start", "always"] = "lost",
) -> None:
    """Ask the browser for something, once for each key.

    Args:
        key: what is asked; the browser does it the first time that it hears it.
        say: words for a screen reader.
        show: id of the element to scroll to.
        focus: the element shown is focused where nothing else is ("lost", and "start", which also puts it at the
            top of the screen), or in any case ("always").
    """
    told: list[dict[str, Any]] = st.session_state.setdefault(_TOLD, [])
    told.append({"key": key, "say": say, "show": show, "focus": focus})


def follow_link(pages: Mapping[str, Page]) -> None:
    """Go where a link of the page led, if one was followed; ``pages`` by the paths of their addresses."""
    st.session_state[_TOLD] = []
    if address := st.session_state.pop(_GO, None):
        arrive()
        path, parameters = target(address)
        # Beside the address, not in it: going back in the browser must not ask again.
        st.session_state[PENDING] = parameters.pop(ASKED, None)
        if path in pages:
            st.switch_page(pages[path], query_params=parameters)


def arrive() -> None:
    """Begin to look at something else: what was shown before is shown again when it is asked for again."""
    st.session_state[_ARRIVALS] = arrivals() + 1


def arrivals() -> int:
    """How often this visit has begun to look at something else; part of the keys of what is shown."""
    count: int = st.session_state.get(_ARRIVALS, 0)
    return count


def style() -> None:
    """Put the style on the page; called before anything is shown."""
    st.html(_FOLDER / "page.css")


def mount(cookie: tuple[str, str] | None = None) -> None:
    """Put the script on the page; called once in each run, after the page has asked for what it needs.

    Args:
        cookie: name and value of one to be set where the browser has none of this name; None sets none.
    """
    told = st.session_state.get(_TOLD, [])
    _component()(key="page", data={"told": told, "cookie": cookie}, on_go_change=_heard)


def _heard() -> None:
    st.session_state[_GO] = st.session_state["page"]["go"]


@cache
def _component() -> Any:
    script = (_FOLDER / "page.js").read_text(encoding="utf-8")
    return st.components.v2.component("guidance_page", js=script, isolate_styles=False)
