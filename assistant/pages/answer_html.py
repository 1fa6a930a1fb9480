"""One answer as HTML: notices, the direct answer, its quotes in their passages, and what it rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.model import Answer, Citation, Notice, Outcome, Reason
from assistant.pages.answer_parts import AnswerParts, take_apart
from assistant.pages.html import element, plain, rich, status_badge
from assistant.pages.passage_html import in_its_passage
from corpus import Corpus
from corpus.patterns import lazy_regex

#: Quotes shown at once; the others wait folded, so that the answer stays on the screen.
SHOWN_QUOTES = 3

_MARKER = lazy_regex(r"\[(\d+)\]")
_HEADINGS = {
    Reason.NOT_IN_DOCUMENTS: "Not in this guidance",
    Reason.OUT_OF_RANGE: "There is no such number",
    Reason.AFTER_THE_GUIDANCE: "After these documents were written",
    Reason.CASE_ADVICE: "A case needs a person",
    Reason.OUT_OF_SCOPE: "Outside this guidance",
    Reason.UNCLEAR: "Which do you mean?",
}


def answer_html(answer: Answer, corpus: Corpus, turn: str) -> str:
    """An answer from its notices to the standing line.

    Args:
        answer: to be shown.
        corpus: what it quotes from.
        turn: begins the ids of its elements; no other answer on the page has it.
    """
    parts = take_apart(answer)
    beside = _differing(answer, parts)
    rest = [c for c in answer.citations if c not in beside]
    blocks = [
        *(element("div", _block(b, answer, turn), class_="notice concern") for b in parts.signposts),
        *(element("div", _block(b, answer, turn), class_="notice privacy") for b in parts.privacy),
        element("p", f"Read as: {plain(answer.understood)}", class_="understood")
        if answer.understood
        else "",
        _direct(answer, parts, turn),
        _side_by_side(beside, corpus, turn),
        _quotes(rest, corpus, turn),
        element("div", "".join(_block(b, answer, turn) for b in parts.facts), class_="facts"),
        *(element("div", _block(b, answer, turn), class_="standing") for b in parts.standing),
    ]
    return element("div", "".join(blocks), class_="answer", id=f"answer-{turn}", tabindex="-1")


def spoken(answer: Answer) -> str:
    """What a screen reader is told when an answer arrives: its notices and its direct part, as plain words."""
    parts = take_apart(answer)
    blocks = (*parts.signposts, *parts.privacy, _refusal_heading(answer), *parts.direct)
    lines = (re.sub(r"^- (.*?)\s*$", r"\1;", block, flags=re.M) for block in blocks if block)
    words = _MARKER.sub("", " ".join(lines)).replace("*", "")
    count = len(answer.citations)
    held = f" {count} quote{'s' if count > 1 else ''} below." if count else ""
    return f"Answer: {' '.join(words.split()).replace(' ;', ';')}{held}"


def _direct(answer: Answer, parts: AnswerParts, turn: str) -> str:
    explained = answer.explanation.sentences if answer.explanation else ()
    shown = "".join(_block(b, answer, turn) for b in parts.direct if b not in explained)
    if explained and answer.explanation:
        title = f"{answer.explanation.model} explains the quotes; each sentence was checked against them"
        said = "".join(_block(b, answer, turn) for b in explained)
        shown += element("div", element("p", plain(title), class_="whose") + said, class_="explained")
    if answer.outcome is Outcome.ANSWERED:
        return element("div", shown, class_="direct")
    return element(
        "div", element("p", plain(_refusal_heading(answer)), class_="title") + shown, class_="notice help"
    )


def _refusal_heading(answer: Answer) -> str:
    if answer.outcome is Outcome.ANSWERED:
        return ""
    return "That could not be read" if answer.error else _HEADINGS.get(answer.reason or Reason.UNCLEAR, "")


def _block(text: str, answer: Answer, turn: str) -> str:
    """A paragraph or a list of an answer's own text, its [n] markers turned into chips."""
    if not text.startswith("- "):
        return element("p", _with_chips(text, answer, turn))
    items = (
        element("li", _with_chips(item, answer, turn)) for item in re.split(r"^- ", text, flags=re.M)[1:]
    )
    return element("ul", "".join(items))


def _with_chips(text: str, answer: Answer, turn: str) -> str:
    cited = {c.n: c for c in answer.citations}
    return _MARKER.sub(lambda m: _chip(cited.get(int(m[1])), m[0], turn), rich(text.strip()))


def _chip(citation: Citation | None, marker: str, turn: str) -> str:
    if citation is None:
        return marker
    label = f"Quote {citation.n}: {citation.locator}"
    return element(
        "a",
        str(citation.n),
        class_="chip",
        href=f"#{_id(citation, turn)}",
        data_quote="",
        aria_label=label,
        title=label,
    )


def _differing(answer: Answer, parts: AnswerParts) -> list[Citation]:
    """The first quote of each document that the direct answer cites, where it says that they differ."""
    if Notice.DOCUMENTS_DIFFER not in answer.notices:
        return []
    cited = {int(n) for block in parts.direct for n in _MARKER.findall(block)}
    first: dict[str, Citation] = {}
    for citation in answer.citations:
        if citation.n in cited:
            first.setdefault(citation.document, citation)
    return list(first.values()) if len(first) > 1 else []


def _side_by_side(citations: Sequence[Citation], corpus: Corpus, turn: str) -> str:
    if not citations:
        return ""
    cards = "".join(_card(c, corpus, turn, named=True) for c in citations)
    title = element("p", "The documents differ", class_="title")
    return element("div", title + element("div", cards, class_="columns"), class_="differ")


def _quotes(citations: Sequence[Citation], corpus: Corpus, turn: str) -> str:
    # A single one left over would take as much room folded as open.
    shown = len(citations) if len(citations) <= SHOWN_QUOTES + 1 else SHOWN_QUOTES
    cards = [_card(c, corpus, turn) for c in citations]
    made = "".join(cards[:shown])
    if waiting := cards[shown:]:
        made += element(
            "details", element("summary", f"{len(waiting)} more quotes") + "".join(waiting), class_="more"
        )
    return made


def _card(citation: Citation, corpus: Corpus, turn: str, *, named: bool = False) -> str:
    document = corpus.document[citation.document]
    recommendation = corpus.recommendations.get(citation.recommendation or 0)
    title = document.short_title if named else citation.locator
    head = element("span", str(citation.n), class_="number", aria_hidden="true") + element(
        "span", plain(title)
    )
    head += status_badge(recommendation.status) if recommendation else ""
    whose = [citation.speaker, *([citation.locator] if named else [document.short_title]), document.date_text]
    passage = corpus.by_id[citation.passage]
    blocks = [
        element("p", head, class_="head"),
        element("blockquote", f"“{rich(citation.quote)}”"),
        element("p", plain(" · ".join(whose)), class_="whose"),
        element(
            "details",
            element("summary", "Read it in its passage") + in_its_passage(passage, corpus, citation.span),
        ),
    ]
    return element("div", "".join(blocks), class_="quote", id=_id(citation, turn), tabindex="-1")


def _id(citation: Citation, turn: str) -> str:
    return f"quote-{turn}-{citation.n}"
