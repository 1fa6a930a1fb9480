"""The page that asks and answers.

The latest answer stands first and the earlier ones below it, so that its notices and its direct answer are on
the screen however long it is, on a telephone too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.model import Answer
from assistant.pages.answer_view import show_answer
from assistant.pages.markup import escape
from assistant.pages.next_questions import EXAMPLES, next_questions
from assistant.pages.privacy import PageSettings, privacy_line, remote
from assistant.pages.problem import show_problem
from assistant.pages.shared import Progress, ask, shared, warm_up
from corpus import Corpus
from corpus.errors import FixableError

_TURNS = "turns"
_PENDING = "pending"
_TO_THE_TOP = 'document.querySelector(".st-key-top")?.scrollIntoView({block: "center"});'


def render() -> None:
    """The whole page, from top to bottom."""
    corpus = shared().assistant.library.corpus
    _sidebar(corpus)
    turns: list[Answer] = st.session_state.setdefault(_TURNS, [])
    question = _input() or st.session_state.pop(_PENDING, None)
    with st.container(key="top"):
        st.title("The guidance of 2011", anchor=False)
    place = st.empty()
    problem = _answer(question, turns, place) if question else None
    with place.container():
        if question and problem:
            _problem(problem, question)
            _earlier(turns, corpus)
        elif turns:
            _conversation(turns, corpus)
        else:
            _welcome()
    warm_up()


def _input() -> str | None:
    # At the bottom by its own doing, the box would make the page jump to the end of every answer.
    with st.bottom:
        typed: str | None = st.chat_input("Ask about the guidance of 2011", key="question")
        stays = escape(privacy_line(_settings()))
        st.caption(f":material/history: Guidance of 2011 · :material/lock: {stays}")
    return typed


def _settings() -> PageSettings:
    return PageSettings(
        address=st.get_option("server.address"),
        usage_statistics=bool(st.get_option("browser.gatherUsageStats")),
        remote_files=remote(st.get_option("theme.fontFaces")),
    )


def _sidebar(corpus: Corpus) -> None:
    with st.sidebar:
        st.markdown(
            "**If a child is in danger now, call 999.** This page quotes documents and passes nothing on."
        )
        st.button("New conversation", icon=":material/restart_alt:", on_click=_forget, width="stretch")
        st.markdown("**The documents**")
        for document in corpus.documents:
            st.caption(f"{escape(document.title)}  \n{escape(document.date_text)}")


def _welcome() -> None:
    st.markdown(
        "Ask about the Government's response to the Munro review of child protection and the letters, press "
        "notice and briefing that go with it. You get the exact words, whose they are, and where they stand."
    )
    st.caption("The documents may have been superseded: check current statutory guidance before you act.")
    _buttons("Ask, for example", EXAMPLES, "example")


def _conversation(turns: list[Answer], corpus: Corpus) -> None:
    latest = turns[-1]
    _asked(latest.question)
    with st.chat_message("assistant", avatar=":material/menu_book:"):
        show_answer(latest, corpus)
    if following := next_questions(latest, corpus):
        _buttons("You could ask next", following, f"next-{len(turns)}")
    _earlier(turns[:-1], corpus)
    # The page would stay where the last answer was left; the browser runs this once for each number of turns.
    st.html(f"<script>{_TO_THE_TOP} // {len(turns)}</script>", unsafe_allow_javascript=True)


def _earlier(turns: list[Answer], corpus: Corpus) -> None:
    if turns:
        st.caption("Earlier in this conversation")
    for turn in reversed(turns):
        with st.expander(escape(turn.question), icon=":material/history:"):
            show_answer(turn, corpus, folded=True)


def _buttons(label: str, questions: Iterable[str], key: str) -> None:
    st.caption(label)
    with st.container(gap="xsmall", key=key):
        for n, question in enumerate(questions):
            st.button(escape(question), key=f"{key}-{n}", on_click=_choose, args=(question,))


def _choose(question: str) -> None:
    st.session_state[_PENDING] = question


def _forget() -> None:
    st.session_state[_TURNS] = []


def _asked(question: str) -> None:
    with st.chat_message("user", avatar=":material/person:"):
        st.markdown(escape(question))


def _answer(question: str, turns: list[Answer], place: DeltaGenerator) -> FixableError | None:
    """Answer a question and add it to the turns; what is in the way, where something is."""
    history = [t.question for t in turns if not t.error]
    try:
        with place, st.spinner("Looking in the guidance…"):
            turns.append(ask(question, history, _building(place)))
    except FixableError as problem:
        return problem
    return None


def _problem(problem: FixableError, question: str) -> None:
    show_problem(problem)
    st.button("Ask again", icon=":material/refresh:", on_click=_choose, args=(question,))


def _building(place: DeltaGenerator) -> Callable[[Progress], None]:
    """Shows how far a build of the index is, where the answer will stand."""

    def show(progress: Progress) -> None:
        text = f"Preparing the index, once: {progress.done} of {progress.total} passages"
        place.progress(progress.done / progress.total, text=text)

    return show
