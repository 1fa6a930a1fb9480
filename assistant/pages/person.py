"""Who asks: the person who logged in, where that is configured, else the browser."""

from __future__ import annotations

from uuid import uuid4

import streamlit as st

from corpus.errors import FixableError
from corpus.patterns import lazy_regex

#: Name of the cookie that tells one browser from another; the page's script sets it.
COOKIE = "guidance_browser"
_MARK = lazy_regex(r"[0-9a-f]{32}")
_OWN = "_browser"


class LoginError(FixableError):
    """Log-in is configured, but cannot be offered."""


def owner() -> str:
    """What conversations are kept under: it stands for a person who logged in, or for a browser."""
    if st.user.get("is_logged_in"):
        return f"login {st.user.get('iss', '')} {st.user.get('sub') or st.user.get('email', '')}"
    known = str(st.context.cookies.get(COOKIE, ""))
    return f"browser {known if _MARK.fullmatch(known) else _own_mark()}"


def new_cookie() -> tuple[str, str] | None:
    """Name and value of the cookie by which a browser is to be known from now on; None where it has one."""
    known = str(st.context.cookies.get(COOKIE, ""))
    return None if _MARK.fullmatch(known) else (COOKIE, _own_mark())


def _own_mark() -> str:
    mark: str = st.session_state.setdefault(_OWN, uuid4().hex)
    return mark


def must_log_in() -> bool:
    """Whether log-in is configured (``[auth]`` in .streamlit/secrets.toml) and nobody has logged in."""
    return st.user.get("is_logged_in") is False


def show_login() -> None:
    """The page of a person who has not logged in."""
    st.title("The guidance of 2011", anchor=False)
    st.markdown("Log in to ask about the guidance and to find your conversations again.")
    st.markdown(
        "**If a child is in danger now, call 999.** This page quotes documents and passes nothing on."
    )
    if st.button("Log in", type="primary"):
        _log_in()


def _log_in() -> None:
    from streamlit.errors import StreamlitAuthError

    try:
        st.login()
    except StreamlitAuthError as error:
        said = " ".join(str(error).split())
        raise LoginError(f"Log-in cannot be offered ({said}). Run: pip install 'streamlit[auth]'") from error


def show_who() -> None:
    """Who is logged in, with a way out; nothing where nobody is."""
    if st.user.get("is_logged_in"):
        st.text(f"Logged in as {st.user.get('name') or st.user.get('email') or 'a guest'}")
        st.button("Log out", on_click=st.logout, width="stretch")
