"""The trainer's view: look at each item, accept, reject, change and move it, and download the rest."""

from __future__ import annotations

import streamlit as st

from assistant.pages import browser
from assistant.pages.html import element, plain
from assistant.pages.markup import escape
from assistant.pages.quiz_desk import Decision, Desk, Entry, lay_out
from assistant.pages.quiz_edit_form import edit_form
from assistant.pages.quiz_editing import apply_edit, review, settled
from assistant.pages.quiz_files import file_name, written
from assistant.pages.quiz_html import about, answers, explanation, stem
from assistant.quiz.formats import FORMATS
from assistant.quiz.linter import lint_quiz
from assistant.quiz.model import Item, Quiz
from corpus import Corpus

_DESK, _EDITING, _CHANGES = "quiz-desk", "quiz-editing", "quiz-changes"
_SIGNS = {
    Decision.OPEN: ("open", "○", "Not decided"),
    Decision.ACCEPTED: ("right", "✓", "Accepted"),
    Decision.REJECTED: ("wrong", "✗", "Rejected"),
}


def desk() -> Desk | None:
    """The desk of this visit."""
    found: Desk | None = st.session_state.get(_DESK)
    return found


def put_on_desk(quiz: Quiz) -> None:
    """A fresh quiz to review; what was on the desk goes."""
    st.session_state[_EDITING] = None
    _keep(lay_out(quiz), f"{len(quiz.items)} items to review.")


def show_desk(now: Desk, corpus: Corpus) -> None:
    """Where the review stands, the download, and every item."""
    _summary(now, corpus)
    for at, entry in enumerate(now.entries):
        with st.container(border=True, key=f"quiz-entry-{entry.item.id}"):
            if st.session_state.get(_EDITING) == entry.item.id:
                _editor(now, at, corpus)
            else:
                _entry(now, at, corpus)
    if said := st.session_state.get(_CHANGES):
        browser.tell(f"quiz desk {said[0]}", say=said[1], show=said[2])


def _summary(now: Desk, corpus: Corpus) -> None:
    counts = {decision: now.count(decision) for decision in Decision}
    words = (
        f"{counts[Decision.ACCEPTED]} accepted, {counts[Decision.REJECTED]} rejected, "
        f"{counts[Decision.OPEN]} not decided. Seed {now.seed}."
    )
    st.html(element("p", plain(words), class_="title"))
    if counts[Decision.OPEN]:
        st.button(
            "Accept all that are not decided", on_click=_keep, args=(now.accept_open(), "All accepted.")
        )
    _download(now.accepted(), corpus)


def _download(quiz: Quiz, corpus: Corpus) -> None:
    name = st.selectbox(
        "Format",
        list(FORMATS),
        format_func=lambda n: FORMATS[n].description,
        key="quiz-format",
        persist_state="session",
    )
    if not quiz.items:
        st.caption("Accept items to download them.")
        return
    made = written(quiz, name, corpus)
    for message in (f.message for f in lint_quiz(quiz) if f.item is None):
        st.caption(f":material/info: Of all of them together: {escape(message)}.")
    if words := made.left_out_in_words():
        st.warning(escape(words), icon=":material/content_cut:")
    count = len(quiz.items) - len(made.left_out)
    st.download_button(
        f"Download {count} item{'' if count == 1 else 's'}",
        made.content,
        file_name(quiz, name),
        FORMATS[name].media_type,
        type="primary",
        icon=":material/download:",
        disabled=not count,
        on_click="ignore",
    )


def _entry(now: Desk, at: int, corpus: Corpus) -> None:
    entry, number = now.entries[at], at + 1
    st.html(_head(entry, number) + ("" if entry.decision is Decision.REJECTED else _body(entry.item, corpus)))
    for message in () if entry.decision is Decision.REJECTED else review(entry.item, corpus).soft:
        st.caption(f":material/info: {escape(message)}")
    key = f"quiz-{entry.item.id}"
    with st.container(horizontal=True, gap="xsmall"):
        _decide(now, at, Decision.ACCEPTED, "accept", ":material/check:", key)
        _decide(now, at, Decision.REJECTED, "reject", ":material/close:", key)
        st.button(
            "Edit", on_click=_edit, args=(entry.item, entry.item), key=f"{key}-edit", icon=":material/edit:"
        )
        for by, name, icon, end in ((-1, "up", "upward", 0), (1, "down", "downward", len(now.entries) - 1)):
            st.button(
                f"Move {name}",
                on_click=_keep,
                args=(now.move(at, by), f"Now question {number + by}.", entry.item),
                key=f"{key}-{name}",
                icon=f":material/arrow_{icon}:",
                disabled=at == end,
            )


def _decide(now: Desk, at: int, decision: Decision, name: str, icon: str, key: str) -> None:
    taken = now.entries[at].decision is decision
    new = now.decide(at, decision)
    said = f"Question {at + 1}: {_SIGNS[new.entries[at].decision][2]}."
    label = f"Undo {name}" if taken else name.capitalize()
    st.button(
        label,
        on_click=_keep,
        args=(new, said),
        key=f"{key}-{name}",
        icon=":material/undo:" if taken else icon,
    )


def _head(entry: Entry, number: int) -> str:
    sort, sign, words = _SIGNS[entry.decision]
    badge = element("span", element("span", sign, aria_hidden="true") + f" {words}", class_=f"badge {sort}")
    edited = element("span", "Edited", class_="badge open") if entry.edited else ""
    return element(
        "h2", f"{number}. {stem(entry.item)}", class_="stem", id=_place(entry.item), tabindex="-1"
    ) + element("p", f"{badge} {edited}")


def _body(item: Item, corpus: Corpus) -> str:
    proof = element("summary", "What proves it") + explanation(item, corpus)
    return about(item, corpus) + answers(item, None) + element("details", proof)


def _editor(now: Desk, at: int, corpus: Corpus) -> None:
    item = now.entries[at].item
    st.html(element("h2", f"Edit question {at + 1}", id=_place(item), tabindex="-1"))
    changed = apply_edit(item, edit_form(item, f"quiz-edit-{item.id}"))
    found = review(changed, corpus)
    for message in found.hard:
        st.error(f"Must be mended: {escape(message)}", icon=":material/block:")
    for message in found.soft:
        st.warning(f"Advice: {escape(message)}", icon=":material/lightbulb:")
    if found.unproved and not found.hard:
        st.info("The records no longer prove this key: it rests on you.", icon=":material/person:")
    if not (found.hard or found.soft or found.unproved):
        st.success("Every check passes.", icon=":material/check:")
    told = "; ".join((*found.hard, *found.soft)) or "Every check passes."
    browser.tell(f"quiz edit {changed.id} {told}", say=told)
    with st.container(horizontal=True):
        st.button(
            "Save",
            on_click=_save,
            args=(now.edit(at, settled(changed, corpus)), at),
            type="primary",
            disabled=bool(found.hard) or changed == item,
        )
        st.button("Cancel", on_click=_edit, args=(None, item))


def _edit(item: Item | None, shown: Item) -> None:
    """Open the editor of an item, or close it with None, and bring the item's place into view."""
    st.session_state[_EDITING] = item.id if item else None
    _say("Editing." if item else "Not changed.", shown)


def _save(new: Desk, at: int) -> None:
    st.session_state[_EDITING] = None
    _keep(new, f"Question {at + 1} saved and accepted.", new.entries[at].item)


def _keep(new: Desk, said: str, shown: Item | None = None) -> None:
    st.session_state[_DESK] = new
    _say(said, shown)


def _say(said: str, shown: Item | None) -> None:
    count = st.session_state.get(_CHANGES, (0,))[0]
    st.session_state[_CHANGES] = (count + 1, said, _place(shown) if shown else None)


def _place(item: Item) -> str:
    """Id of an item's heading on the page."""
    return f"quiz-item-{item.id}"
