"""The Streamlit app: page setup and navigation. Run: streamlit run app.py"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant.pages import browser, navigation, person
from assistant.pages.addresses import CHAT
from assistant.pages.problem import show_problem
from corpus.errors import FixableError

# Streamlit's own icons are drawn from the network when they stand in the browser's tab.
ICON = Path(navigation.__file__).parent / "data" / "icon.svg"


def main() -> None:
    """Set the page up and show the one that was chosen."""
    pages = navigation.pages()
    page = st.navigation(list(pages.values()), position="top")
    st.set_page_config(
        page_title=f"{page.title} · The guidance of 2011",
        page_icon=ICON,
        layout="centered" if page is pages[CHAT] else "wide",
    )
    browser.style()
    browser.follow_link(pages)
    script = st.container(key="browser", gap=None)
    try:
        if person.must_log_in():
            person.show_login()
        else:
            page.run()
    except FixableError as problem:
        show_problem(problem)
    with script:
        browser.mount(person.new_cookie())


main()
