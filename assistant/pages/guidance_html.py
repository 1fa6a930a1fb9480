"""Editions as HTML: headings, passages with their addresses, the lines of the source beside them, and contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.answers.places import locator
from assistant.pages.addresses import passage_address
from assistant.pages.guidance_filter import found_words
from assistant.pages.html import element, page_link, plain, rich, status_badge
from corpus import Corpus
from corpus.model import Passage, PassageKind, Span

#: Headings this deep are in the table of contents; below them are the parts of a recommendation.
CONTENTS_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """How passages are shown."""

    words: str = ""
    """Words to mark wherever they stand."""
    highlighted: str | None = None
    """Id of the passage that was asked for."""
    sources: dict[str, tuple[str, ...]] | None = None
    """Document id to the lines of its source; None leaves them out."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of an edition."""

    id: str
    """Of its element on the page."""
    text: str
    level: int
    """From 0 for the outermost."""


def article(passages: Sequence[Passage], corpus: Corpus, reading: Reading) -> str:
    """Passages of one document under their headings."""
    made = []
    for headings, group in _sections(passages):
        within = list(group)
        made += [_heading(h, corpus) for h in headings[:-1]]
        made += _last_heading(headings[-1:], within, corpus, reading)
        rest = [p for p in within if p.kind is not PassageKind.STATUS_LINE]
        made += _blocks(rest, corpus, reading)
    return element("article", "".join(made))


def contents(passages: Sequence[Passage]) -> str:
    """The table of contents of one document; empty where it has a single heading."""
    headings = [h for new, _ in _sections(passages) for h in new if h.level < CONTENTS_DEPTH]
    if len(headings) < 2:
        return ""
    links = "".join(
        element("li", element("a", plain(h.text), href=f"#{h.id}"), class_=f"level-{h.level}")
        for h in headings
    )
    listed = element("details", element("summary", "Contents") + element("ol", links))
    # It scrolls on a wide screen: the keyboard must reach it.
    return element("nav", listed, aria_label="Contents", class_="contents", tabindex="0")


def passage_id(passage: str) -> str:
    """The id of a passage's element on the page."""
    return "passage-" + passage.replace("/", "-")


def _sections(passages: Iterable[Passage]) -> Iterator[tuple[list[Heading], list[Passage]]]:
    """Runs of passages under the same headings, each with those of its headings that the run before did not have."""
    before: tuple[str, ...] = ()
    for headings, group in groupby(passages, key=lambda p: p.headings):
        within = list(group)
        same = next(
            (n for n, pair in enumerate(zip(before, headings, strict=False)) if pair[0] != pair[1]), None
        )
        kept = min(len(before), len(headings)) if same is None else same
        first = passage_id(within[0].id)
        yield [Heading(f"{first}-under-{n}", h, n) for n, h in enumerate(headings) if n >= kept], within
        before = headings


def _heading(heading: Heading, corpus: Corpus) -> str:
    return element(f"h{min(heading.level + 2, 6)}", plain(heading.text), id=heading.id)


def _last_heading(last: list[Heading], within: list[Passage], corpus: Corpus, reading: Reading) -> list[str]:
    """The innermost heading; one that carries a status is a passage itself."""
    line = next((p for p in within if p.kind is PassageKind.STATUS_LINE), None)
    if line is None or not last:
        return [_heading(h, corpus) for h in last]
    tag = f"h{min(last[0].level + 2, 6)}"
    recommendation = corpus.recommendations.get(line.recommendation or 0)
    badge = " " + status_badge(recommendation.status) if recommendation else ""
    return [_passage(line, corpus, reading, tag, badge)]


def _blocks(passages: list[Passage], corpus: Corpus, reading: Reading) -> list[str]:
    made = []
    for listed, group in groupby(passages, key=lambda p: p.kind is PassageKind.LIST_ITEM):
        shown = "".join(_passage(p, corpus, reading, "li" if listed else "p") for p in group)
        made.append(element("ul", shown) if listed else shown)
    return made


def _passage(passage: Passage, corpus: Corpus, reading: Reading, tag: str, more: str = "") -> str:
    asked_for = passage.id == reading.highlighted
    marked = [Span(0, len(passage.text))] if asked_for else found_words(passage.text, reading.words)
    where = locator(passage, corpus)
    link = page_link(passage_address(passage.id), "#", f"Link to this passage: {where}", "permalink")
    words = element("span", rich(passage.text, *marked), class_="words") + more + link
    lines = _lines(passage, reading)
    text = element("span", words, class_="text") + lines
    names = " ".join(
        ["passage", *(["beside-source"] if lines else []), *(["asked-for"] if asked_for else [])]
    )
    return element(tag, text, id=passage_id(passage.id), class_=names, tabindex="-1")


def _lines(passage: Passage, reading: Reading) -> str:
    if reading.sources is None:
        return ""
    source = reading.sources.get(passage.document, ())
    shown = "".join(
        element("span", element("b", str(n)) + " " + plain(source[n - 1]), class_="line")
        for n in passage.place.lines
        if n <= len(source)
    )
    name = element("span", "Lines of the source: ", class_="visually-hidden")
    return element("span", name + (shown or "not aligned"), class_="source-lines")
