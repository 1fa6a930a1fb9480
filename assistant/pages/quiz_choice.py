"""Choosing a quiz: what it is about, how many items, and the seed that draws the same ones again."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from assistant.pages.markup import escape
from assistant.pages.quiz_html import KIND_NAMES
from assistant.quiz.bank import Bank
from assistant.quiz.choose import DEFAULT_COUNT, Wish
from assistant.quiz.formats import FORMATS
from assistant.quiz.formats.model import holds_all
from assistant.quiz.model import Difficulty, Kind, Level

_SEED = "quiz-seed-first"
_LARGEST_SEED = 9999
T = TypeVar("T")


def wish_form(bank: Bank, *, fitting: bool = False) -> tuple[Bank, Wish] | None:
    """The controls of a quiz.

    Args:
        bank: what there is to draw from.
        fitting: whether one can ask for items that a format can hold.

    Returns:
        What to draw from and what is wished for; None where there is no such quiz, which is said.
    """
    first = st.session_state.setdefault(_SEED, random.randint(1, _LARGEST_SEED))
    with st.container(horizontal=True):
        count = _number("Number of questions", "quiz-count", 1, DEFAULT_COUNT)
        seed = _number("Seed", "quiz-seed", 0, first, "The same seed and choices give the same quiz.")
    with st.expander("What it is about", icon=":material/tune:"):
        st.caption("Nothing chosen leaves everything in.")
        wish = _wish(bank, count, seed)
        bank = _fitting(bank) if fitting else bank
    there = sum(map(wish.takes, bank.items))
    if there >= count:
        st.caption(f"There are {there} questions to draw from.")
        return bank, wish
    only = "There is 1 question" if there == 1 else f"There are {there} questions"
    more = (
        f"{only} of what is chosen, not {count}: ask for fewer."
        if there
        else "No question is of all that is chosen."
    )
    st.warning(more, icon=":material/tune:")
    return None


def _number(label: str, key: str, least: int, value: int, help: str | None = None) -> int:
    return st.number_input(label, least, value=value, step=1, key=key, help=help, persist_state="session")


def _wish(bank: Bank, count: int, seed: int) -> Wish:
    corpus = bank.corpus
    titles = {r.number: f"{r.number}: {r.title}" for r in corpus.recommendations.values()}
    return Wish(
        count=count,
        seed=seed,
        themes=_several("Themes", list(corpus.themes), lambda n: f"{n}: {corpus.themes[n]}"),
        recommendations=_several("Recommendations", list(titles), titles.__getitem__),
        documents=_several("Documents", list(corpus.document), lambda d: corpus.document[d].short_title),
        kinds=_several("Kinds", list(Kind), KIND_NAMES.__getitem__),
        levels=_several("Levels", list(Level), str.capitalize),
        difficulties=_several("Difficulties", list(Difficulty), str.capitalize),
    )


def _fitting(bank: Bank) -> Bank:
    """The bank without what the chosen format cannot hold."""
    narrow = [name for name, made in FORMATS.items() if made.hindrance is not holds_all]
    chosen = st.selectbox(
        "Only what fits into",
        narrow,
        index=None,
        format_func=lambda name: FORMATS[name].description,
        placeholder="Any format",
        key="quiz-fits",
        persist_state="session",
    )
    if chosen is None:
        return bank
    return replace(bank, items=tuple(i for i in bank.items if not FORMATS[chosen].hindrance(i)))


def _several(label: str, values: Sequence[T], name: Callable[[T], str]) -> tuple[T, ...]:
    def shown(value: T) -> str:
        return escape(name(value))

    key = f"quiz-{label.lower()}"
    return tuple(
        st.multiselect(label, values, format_func=shown, key=key, placeholder="All", persist_state="session")
    )
