"""The quiz page: take a quiz, or review one as a trainer and download it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant.pages.quiz_choice import wish_form
from assistant.pages.quiz_review import desk, put_on_desk, show_desk
from assistant.pages.quiz_take import show_taking, start, taking
from assistant.pages.quiz_taking import Feedback
from assistant.pages.shared import corpus_of
from assistant.quiz.bank import Bank, bank
from assistant.quiz.choose import make_quiz
from corpus import Corpus

_STYLE = Path(__file__).parent / "data" / "quiz.css"
_TAKE, _TRAIN = "Take a quiz", "For trainers"
_FEEDBACK = {
    Feedback.AT_ONCE: "After each question",
    Feedback.AT_THE_END: "At the end",
}


def render() -> None:
    """The whole page, from top to bottom."""
    corpus = corpus_of()
    st.html(_STYLE)
    with st.container(key="quiz"):
        st.title("Quiz", anchor=False)
        st.caption(
            "Made from the documents of 2011; they may have been superseded. Every answer is proved by a quote."
        )
        view = st.radio(
            "What would you like to do?",
            (_TAKE, _TRAIN),
            horizontal=True,
            key="quiz-view",
            persist_state="session",
        )
        with st.spinner("Making the questions…"):
            items = _items(corpus, corpus.hash)
        if view == _TRAIN:
            _train(items)
        elif now := taking():
            show_taking(now, corpus)
        else:
            _take(items)


@st.cache_resource(show_spinner=False, max_entries=2)
def _items(_corpus: Corpus, fingerprint: str) -> Bank:
    """The items of a corpus, which its hash tells from another; made once however many visits ask at a time."""
    return bank(_corpus)


def _take(items: Bank) -> None:
    drawing = wish_form(items)
    when = st.radio(
        "Show the answers",
        list(Feedback),
        format_func=_FEEDBACK.__getitem__,
        horizontal=True,
        key="quiz-when",
        persist_state="session",
    )
    if st.button("Start the quiz", type="primary", disabled=not drawing) and drawing:
        start(make_quiz(*drawing), when or Feedback.AT_ONCE)
        st.rerun()


def _train(items: Bank) -> None:
    now = desk()
    with st.expander("Draw another quiz", icon=":material/casino:") if now else st.container():
        drawing = wish_form(items, fitting=True)
        if st.button("Draw the quiz", type="primary", disabled=not drawing) and drawing:
            put_on_desk(make_quiz(*drawing))
            st.rerun()
    if now:
        show_desk(now, items.corpus)
