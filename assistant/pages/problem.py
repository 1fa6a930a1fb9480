"""A problem that the person can mend, shown with the command that mends it."""

from __future__ import annotations

import streamlit as st

from assistant.pages.markup import escape
from corpus.errors import FixableError
from corpus.patterns import lazy_regex

_COMMAND = lazy_regex(r"(?P<message>.*\b(?:[Rr]un|with):) (?P<command>.+)")


def show_problem(problem: FixableError) -> None:
    """The message, and below it the command, ready to be copied into a terminal."""
    found = _COMMAND.fullmatch(str(problem))
    st.error(escape(found["message"] if found else str(problem)), icon=":material/build:")
    if found:
        st.code(found["command"], language=None)
