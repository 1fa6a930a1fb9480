"""The controls with which an item is answered, each with its name for a screen reader."""

from __future__ import annotations

import streamlit as st

from assistant.pages.markup import escape
from assistant.pages.quiz_html import listed
from assistant.pages.quiz_marking import Response
from assistant.quiz.model import Item, Kind
from assistant.rendering.lists import letter


def answer_input(item: Item, key: str, before: Response | None) -> Response:
    """Controls for one item.

    Args:
        item: to be answered.
        key: begins the keys of the controls; no other item on the page has it.
        before: an earlier answer, to begin with.

    Returns:
        The answer as it stands; "" where nothing is chosen.
    """
    match item.kind:
        case Kind.MULTIPLE_RESPONSE:
            return _several(item, key, before)
        case Kind.MATCHING:
            return _selects([pair.left for pair in item.pairs], item, key, before)
        case Kind.ORDERING:
            # The boxes cut long entries.
            st.html(listed(item))
            return _selects([f"Place {n}" for n in range(1, len(item.options) + 1)], item, key, before)
        case Kind.GAP_FILL | Kind.SHORT_ANSWER:
            label = "What fills the gap" if item.kind is Kind.GAP_FILL else "Your answer"
            return (st.text_input(label, value=before[0] if before else "", key=key, max_chars=200),)
        case _:
            return _one(item, key, before)


def _one(item: Item, key: str, before: Response | None) -> Response:
    start = item.options.index(before[0]) if before and before[0] in item.options else None
    chosen = st.radio("Your answer", item.options, index=start, format_func=escape, key=key)
    return (chosen or "",)


def _several(item: Item, key: str, before: Response | None) -> Response:
    with st.container(gap="xsmall"):
        st.caption("Your answers")
        chosen = [
            st.checkbox(escape(option), value=option in (before or ()), key=f"{key}-{n}")
            for n, option in enumerate(item.options)
        ]
    return tuple(o for o, taken in zip(item.options, chosen, strict=True) if taken) or ("",)


def _selects(labels: list[str], item: Item, key: str, before: Response | None) -> Response:
    """A box for each label, all with the item's options."""
    made = []
    for n, label in enumerate(labels):
        start = before[n] if before and n < len(before) else ""
        index = item.options.index(start) if start in item.options else None
        chosen = st.selectbox(
            escape(label),
            item.options,
            index=index,
            format_func=lambda option: f"{letter(item.options.index(option) + 1)}. {option}",
            placeholder="Choose",
            key=f"{key}-{n}",
            filter_mode=None,
        )
        made.append(chosen or "")
    return tuple(made)
