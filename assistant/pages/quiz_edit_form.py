"""The boxes in which a trainer changes an item; each change is checked at once."""

from __future__ import annotations

import streamlit as st

from assistant.pages.markup import escape
from assistant.pages.quiz_editing import Edit, begin_edit
from assistant.pages.quiz_marking import TYPED
from assistant.quiz.model import GAP, Item, Kind
from assistant.rendering.lists import letter

#: Boxes for further options beside those that there are.
_SPARE = 1
_STEM_HELP = f"The gap is written as {GAP}"


def edit_form(item: Item, key: str) -> Edit:
    """Boxes for an item, filled with it at first; ``key`` begins the keys of the controls."""
    start = begin_edit(item)
    stem = st.text_area(
        "Question",
        start.stem,
        key=f"{key}-stem",
        help=_STEM_HELP if item.kind is Kind.GAP_FILL else None,
    )
    if item.kind is Kind.TRUE_FALSE:
        chosen = st.radio(
            "Right answer", item.options, index=start.right[0], key=f"{key}-right", horizontal=True
        )
        return Edit(stem, item.options, (item.options.index(chosen),))
    if item.kind in TYPED:
        lines = st.text_area("Accepted answers, one a line", "\n".join(start.options), key=f"{key}-accepted")
        return Edit(stem, tuple(lines.splitlines()))
    premises = _boxes("Statement", start.premises, f"{key}-premise", numbered=True)
    name = "Entry in place" if item.kind is Kind.ORDERING else "Option"
    spare = ("",) * (0 if item.kind is Kind.ORDERING else _SPARE)
    options = _boxes(name, (*start.options, *spare), f"{key}-option", numbered=item.kind is Kind.ORDERING)
    return Edit(stem, options, _right(item, start, premises, options, key), premises)


def _boxes(name: str, texts: tuple[str, ...], key: str, *, numbered: bool) -> tuple[str, ...]:
    labels = [f"{name} {n if numbered else letter(n)}" for n in range(1, len(texts) + 1)]
    return tuple(
        st.text_input(label, text, key=f"{key}-{n}")
        for n, (label, text) in enumerate(zip(labels, texts, strict=True))
    )


def _right(
    item: Item, start: Edit, premises: tuple[str, ...], options: tuple[str, ...], key: str
) -> tuple[int, ...]:
    """Which options are right, by their places."""
    filled = [n for n, option in enumerate(options) if option.strip()]

    def name(n: int) -> str:
        return f"{letter(n + 1)}. {escape(options[n])}"

    if item.kind is Kind.ORDERING:
        return ()
    if item.kind is Kind.MULTIPLE_RESPONSE:
        kept = [n for n in start.right if n in filled]
        chosen = st.multiselect("Right options", filled, kept, format_func=name, key=f"{key}-right")
        return tuple(chosen)
    if item.kind is Kind.MATCHING:
        return tuple(
            st.selectbox(
                f"Goes with statement {n}",
                filled,
                index=filled.index(start.right[n - 1]) if start.right[n - 1] in filled else 0,
                format_func=name,
                key=f"{key}-right-{n}",
            )
            for n in range(1, len(premises) + 1)
        )
    index = filled.index(start.right[0]) if start.right[0] in filled else None
    one = st.selectbox("Right option", filled, index=index, format_func=name, key=f"{key}-right")
    return () if one is None else (one,)
