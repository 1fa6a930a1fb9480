"""The page that shows every commitment in time, on a chart, in a table and as files."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import streamlit as st

from assistant.pages import browser
from assistant.pages.addresses import commitment_address, passage_address
from assistant.pages.commitments import GROUPINGS, MODALITIES, Row, as_csv, in_groups, rows
from assistant.pages.html import element, page_link, plain, table
from assistant.pages.passage_html import in_its_passage
from assistant.pages.shared import corpus_of
from assistant.pages.timeline_chart import DARK, LIGHT, SELECTION, chart
from assistant.pages.timeline_files import PICTURES
from corpus import Corpus

_CHART = "timeline-chart"
_PICKED = "timeline-picked"
_ALT = "Commitments in time, 2011 to 2015. The table below holds the same."
_COLUMNS = ("When", "Who", "What", "Kind of date", "Where")


def render() -> None:
    """The whole page, from top to bottom."""
    corpus = corpus_of()
    st.title("Timeline", anchor=False)
    st.caption(
        "What the documents of 2011 said would happen, and when. A bar covers what the wording names, so a vague "
        "wording makes a long bar; a dotted line is the time that it leaves open. None of it tells what was done."
    )
    everything = rows(corpus)
    shown, grouping = _controls(everything)
    groups = in_groups((r for r in shown if r.dated), grouping)
    place = st.container(key="picked")
    written = {d.id: d.date for d in corpus.documents}
    with st.container(key="timeline-scroll"):
        state = st.vega_lite_chart(
            chart(groups, written, DARK if st.context.theme.type == "dark" else LIGHT),
            key=f"{_CHART}-{grouping}",
            on_select="rerun",
            selection_mode=SELECTION,
            alt=_ALT,
        )
    _picked_on(state)
    with place:
        _picked(everything, corpus)
    _to_take_away(shown, groups, corpus)
    _tables(shown, grouping)


def _controls(everything: Iterable[Row]) -> tuple[list[Row], str]:
    columns = st.columns([2, 1], vertical_alignment="bottom")
    grouping = columns[0].radio("Show by", list(GROUPINGS), horizontal=True, key="timeline-grouping")
    past = columns[1].toggle("Also what had already been done", key="timeline-past")
    return [r for r in everything if past or not r.commitment.past], grouping or next(iter(GROUPINGS))


def _picked_on(state: object) -> None:
    """Take over a selection on the chart; the address then names it, and can be kept."""
    points = getattr(getattr(state, "selection", None), SELECTION, None) or []
    key = next((p.get("key") for p in points if isinstance(p, dict)), None)
    if key != st.session_state.get(_PICKED):
        st.session_state[_PICKED] = key
        if key:  # the chart also forgets its selection while another page is shown
            browser.arrive()
            st.query_params["commitment"] = key


def _picked(everything: Iterable[Row], corpus: Corpus) -> None:
    key = st.query_params.get("commitment")
    if key is None:
        st.caption("Select a row of the chart, or a link in the table below, to read its passage here.")
        return
    row = next((r for r in everything if r.key == key), None)
    if row is None:
        st.info(
            "No commitment has this address. It may have been mistyped, or the documents were changed since."
        )
        return
    st.html(_picked_html(row, corpus))
    browser.tell(
        f"commitment {browser.arrivals()} {key}",
        show="picked-commitment",
        focus="always",
        say=f"Shown: {row.where}",
    )


def _picked_html(row: Row, corpus: Corpus) -> str:
    commitment = row.commitment
    facts = (
        ("When", commitment.when.wording),
        ("Kind of date", MODALITIES[commitment.when.modality]),
        ("Who", row.who),
        ("Where", f"{row.where} · {row.document}"),
    )
    listed = "".join(element("dt", name) + element("dd", plain(value)) for name, value in facts)
    passage = in_its_passage(corpus.by_id[commitment.passage], corpus, commitment.sentence_span)
    body = element("h2", "The passage") + element("dl", listed) + passage
    return element("div", body, class_="quote picked", id="picked-commitment", tabindex="-1")


def _to_take_away(shown: list[Row], groups: dict[str, list[Row]], corpus: Corpus) -> None:
    drawn = chart(groups, {d.id: d.date for d in corpus.documents}, LIGHT)
    with st.container(horizontal=True):
        st.download_button(
            "Table as CSV",
            lambda: as_csv(shown).encode("utf-8-sig"),
            "timeline.csv",
            "text/csv",
            on_click="ignore",
        )
        for ending, (media, made) in PICTURES.items():
            st.download_button(
                f"Chart as {ending.upper()}",
                partial(made, drawn),
                f"timeline.{ending}",
                media,
                on_click="ignore",
            )


def _tables(shown: list[Row], grouping: str) -> None:
    for dated, title in ((True, "In a table"), (False, "Without a date")):
        st.header(title, anchor=False)
        groups = in_groups((r for r in shown if r.dated is dated), grouping)
        lines = [_line(row) for group in groups.values() for row in group]
        st.html(table(f"{title}: {len(lines)} commitments", _COLUMNS, lines))


def _line(row: Row) -> tuple[str, ...]:
    commitment = row.commitment
    return (
        page_link(commitment_address(row.key), plain(commitment.when.wording)),
        plain(row.who),
        plain(commitment.what.replace("*", "")),
        plain(MODALITIES[commitment.when.modality]),
        page_link(passage_address(commitment.passage), plain(row.where)),
    )
