"""The Streamlit app: page setup and navigation. Run: streamlit run app.py"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant.pages import chat
from assistant.pages.problem import show_problem
from corpus.errors import FixableError

# Streamlit's own icons are drawn from the network when they stand in the browser's tab.
ICON = Path(chat.__file__).parent / "data" / "icon.svg"


def main() -> None:
    """Set the page up and show the one that was chosen."""
    st.set_page_config(page_title="The guidance of 2011", page_icon=ICON, layout="centered")
    pages = [st.Page(chat.render, title="Ask", url_path="ask", default=True)]
    page = st.navigation(pages, position="sidebar" if len(pages) > 1 else "hidden")
    try:
        page.run()
    except FixableError as problem:
        show_problem(problem)


main()
