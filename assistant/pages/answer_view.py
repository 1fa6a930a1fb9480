"""One answer on the page: notices, the direct answer, its quotes in their passages, and what it rests on."""

from __future__ import annotations

import streamlit as st

from assistant.model import Answer, Citation, Notice, Outcome, Reason
from assistant.pages.answer_parts import AnswerParts, take_apart
from assistant.pages.markup import answer_line, escape, highlighted
from corpus import Corpus
from corpus.model import Passage, PassageKind, Span, Status

#: Quotes shown at once; the others wait in an expander, so that the answer stays on the screen.
SHOWN_QUOTES = 3

_READ = "Read it in its passage"

_STATUS_COLOURS = {
    Status.ACCEPT: "green",
    Status.ACCEPT_IN_PRINCIPLE: "orange",
    Status.CONSIDER_FURTHER: "violet",
}
_HEADINGS = {
    Reason.NOT_IN_DOCUMENTS: "Not in this guidance",
    Reason.OUT_OF_RANGE: "There is no such number",
    Reason.AFTER_THE_GUIDANCE: "After these documents were written",
    Reason.CASE_ADVICE: "A case needs a person",
    Reason.OUT_OF_SCOPE: "Outside this guidance",
    Reason.UNCLEAR: "Which do you mean?",
}


def show_answer(answer: Answer, corpus: Corpus, *, folded: bool = False) -> None:
    """Show an answer in the current container; ``folded`` where that is an expander, which holds no other."""
    parts = take_apart(answer)
    for text in parts.signposts:
        st.error(answer_line(text), icon=":material/emergency_home:")
    for text in parts.privacy:
        st.warning(answer_line(text), icon=":material/visibility_off:")
    if answer.understood:
        st.caption(f"Read as: {escape(answer.understood)}")
    if answer.outcome is Outcome.ANSWERED:
        _direct(answer, parts)
    else:
        _help(answer, parts)
    _quotes(answer.citations, corpus, folded)
    for text in parts.facts:
        st.markdown(answer_line(text))
    for text in parts.standing:
        st.caption(answer_line(text))


def _direct(answer: Answer, parts: AnswerParts) -> None:
    if Notice.DOCUMENTS_DIFFER in answer.notices:
        st.badge("The documents differ", icon=":material/difference:", color="orange")
    for text in parts.direct:
        st.markdown(answer_line(text))


def _help(answer: Answer, parts: AnswerParts) -> None:
    heading = "That could not be read" if answer.error else _HEADINGS.get(answer.reason or Reason.UNCLEAR, "")
    body = "\n\n".join((f"**{heading}**", *map(answer_line, parts.direct)))
    st.info(body, icon=":material/help:")


def _quotes(citations: tuple[Citation, ...], corpus: Corpus, folded: bool) -> None:
    # A single one left over would take as much room folded as open.
    shown = len(citations) if folded or len(citations) <= SHOWN_QUOTES + 1 else SHOWN_QUOTES
    for citation in citations[:shown]:
        with st.container(border=True, gap="xsmall"):
            _quote(citation, corpus)
            if folded:
                _passage_aside(citation, corpus)
            else:
                with st.expander(_READ, icon=":material/article:", type="compact"):
                    _in_its_passage(citation, corpus)
    if waiting := citations[shown:]:
        with st.expander(f"{len(waiting)} more quotes", icon=":material/format_quote:"):
            for citation in waiting:
                with st.container(border=True, gap="xsmall"):
                    _quote(citation, corpus)
                    _passage_aside(citation, corpus)


def _passage_aside(citation: Citation, corpus: Corpus) -> None:
    with st.popover(_READ, icon=":material/article:", type="tertiary"):
        _in_its_passage(citation, corpus)


def _quote(citation: Citation, corpus: Corpus) -> None:
    document = corpus.document[citation.document]
    st.markdown(f":gray-badge[{citation.n}] **{escape(citation.locator)}** {_status(citation, corpus)}")
    st.markdown(f"“{escape(citation.quote, emphasis=True)}”")
    st.caption(escape(f"{citation.speaker} · {document.short_title}, {document.date_text}"))


def _status(citation: Citation, corpus: Corpus) -> str:
    recommendation = corpus.recommendations.get(citation.recommendation or 0)
    if recommendation is None:
        return ""
    label = recommendation.status.value.replace("_", " ").capitalize()
    return f":{_STATUS_COLOURS[recommendation.status]}-badge[{label}]"


def _in_its_passage(citation: Citation, corpus: Corpus) -> None:
    """The quote marked in its whole passage, between its neighbours, with everything about its place."""
    passage = corpus.by_id[citation.passage]
    before, after = _neighbours(passage, corpus)
    if passage.headings:
        st.caption(" · ".join(map(escape, passage.headings)))
    if before:
        st.caption(escape(before, emphasis=True))
    start = passage.place.span.start
    st.markdown(highlighted(passage.text, Span(citation.span.start - start, citation.span.end - start)))
    if after:
        st.caption(escape(after, emphasis=True))
    st.caption(_source(passage, corpus))


def _neighbours(passage: Passage, corpus: Corpus) -> tuple[str | None, str | None]:
    """The texts before (for a list item its lead-in) and after a passage, under the same headings."""
    beside = [p for p in corpus.passages if p.document == passage.document and p.headings == passage.headings]
    at = next(i for i, p in enumerate(beside) if p.id == passage.id)
    before = beside[at - 1].text if at else None
    if passage.kind is PassageKind.LIST_ITEM and passage.lead_in:
        before = passage.lead_in
    return before, beside[at + 1].text if at + 1 < len(beside) else None


def _source(passage: Passage, corpus: Corpus) -> str:
    document = corpus.document[passage.document]
    lines = passage.place.lines
    where = f", line{'s' if len(lines) > 1 else ''} {_runs(lines)} of the source" if lines else ""
    return escape(f"{document.title}. {document.publisher}, {document.date_text}{where}. {document.licence}.")


def _runs(numbers: tuple[int, ...]) -> str:
    """ "3 to 5, 9" for 3, 4, 5, 9."""
    runs: list[list[int]] = []
    for n in sorted(numbers):
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]} to {r[-1]}" for r in runs)
