"""The page on which the documents are read: contents, filters, passages with addresses, and their sources."""

from __future__ import annotations

import streamlit as st

from assistant.answers.places import PART_NAMES, STATUS_NAMES
from assistant.pages import browser
from assistant.pages.guidance_filter import Filters, matching
from assistant.pages.guidance_html import Reading, article, contents, passage_id
from assistant.pages.html import element, plain
from assistant.pages.shared import corpus_of
from corpus import Corpus
from corpus.fidelity.files import source_path
from corpus.model import Document, Passage

_FILTERS = ("words", "theme", "status", "part")
_KEY = "guidance-"
_ADDRESS = "guidance-address"


def render() -> None:
    """The whole page, from top to bottom."""
    corpus = corpus_of()
    st.title("Guidance", anchor=False)
    st.caption("Five documents of 2011, in reading order. They may have been superseded.")
    asked_for = _follow_address(corpus)
    filters, sources = _controls(corpus)
    found = matching(filters, corpus)
    if filters.narrowing:
        _count(filters, found, corpus)
    reading = Reading(filters.words, asked_for, _sources(corpus) if sources else None)
    for document in corpus.documents:
        if passages := [p for p in found if p.document == document.id]:
            _document(document, passages, corpus, reading, whole=not filters.narrowing)
    if asked_for:
        key = f"passage {browser.arrivals()} {asked_for}"
        browser.tell(key, show=passage_id(asked_for), focus="always")


def _follow_address(corpus: Corpus) -> str | None:
    """The passage that the address names; the first time that it does, the controls are set to show it."""
    passage = corpus.by_id.get(st.query_params.get("passage", ""))
    if "passage" in st.query_params and passage is None:
        st.info(
            "No passage has this address. It may have been mistyped, or the documents were changed since."
        )
    document = passage.document if passage else st.query_params.get("document")
    address = (st.query_params.get("passage"), document)
    if address != st.session_state.get(_ADDRESS) or _KEY + "document" not in st.session_state:
        browser.arrive()
        st.session_state[_ADDRESS] = address
        known = document if document in corpus.document else corpus.documents[0].id
        st.session_state[_KEY + "document"] = known
        for name in _FILTERS if passage else ():
            st.session_state.pop(_KEY + name, None)
    return passage.id if passage else None


def _chosen() -> None:
    """A control was used: the address says the document, and no passage any more."""
    chosen = st.session_state.get(_KEY + "document")
    st.query_params.from_dict({"document": chosen} if chosen else {})
    st.session_state[_ADDRESS] = (None, chosen)


def _controls(corpus: Corpus) -> tuple[Filters, bool]:
    names = {d.id: d.short_title for d in corpus.documents}
    document = st.selectbox(
        "Document",
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder="All documents",
        key=_KEY + "document",
        on_change=_chosen,
    )
    words = st.text_input("Find words", key=_KEY + "words", on_change=_chosen, placeholder="early help")
    columns = st.columns(3)
    theme = columns[0].selectbox(
        "Theme", list(corpus.themes), None, lambda n: f"{n}: {corpus.themes[n]}", _KEY + "theme", on_change=_chosen,
        placeholder="Any",
    )  # fmt: skip
    status = columns[1].selectbox(
        "Status", list(STATUS_NAMES), None, STATUS_NAMES.__getitem__, _KEY + "status", on_change=_chosen,
        placeholder="Any",
    )  # fmt: skip
    part = columns[2].selectbox(
        "Part",
        list(PART_NAMES),
        None,
        PART_NAMES.__getitem__,
        _KEY + "part",
        on_change=_chosen,
        placeholder="Any",
    )
    sources = st.toggle("Show the lines of the source beside the text", key=_KEY + "sources")
    return Filters(document, theme, status, part, words), sources


def _count(filters: Filters, found: tuple[Passage, ...], corpus: Corpus) -> None:
    elsewhere = len(matching(filters.anywhere, corpus)) - len(found)
    more = f" {elsewhere} more in the other documents." if elsewhere else ""
    st.markdown(f"**{len(found)} passage{'' if len(found) == 1 else 's'}.**{more}")
    if elsewhere:
        st.button("Look in all documents", on_click=_everywhere)


def _everywhere() -> None:
    st.session_state[_KEY + "document"] = None
    _chosen()


def _document(
    document: Document, passages: list[Passage], corpus: Corpus, reading: Reading, *, whole: bool
) -> None:
    about = element(
        "p", plain(f"{document.title}. {document.publisher}, {document.date_text}."), class_="source"
    )
    side = contents(passages) if whole else ""
    body = element("div", about + article(passages, corpus, reading), class_="reader-text")
    st.html(element("div", side + body, class_="reader with-contents" if side else "reader"))


def _sources(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """Document id to the lines of its source, counted as the places of passages count them."""
    texts = {d.id: source_path(corpus.folder, d.id).read_bytes().decode("utf-8") for d in corpus.documents}
    return {name: tuple(line.rstrip("\r") for line in text.split("\n")) for name, text in texts.items()}
