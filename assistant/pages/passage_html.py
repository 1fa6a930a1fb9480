"""A passage as HTML: the quote marked in its whole text, between its neighbours, with everything about its place."""

from __future__ import annotations

from assistant.pages.addresses import passage_address
from assistant.pages.html import element, page_link, plain, rich
from corpus import Corpus
from corpus.model import Passage, PassageKind, Span


def in_its_passage(passage: Passage, corpus: Corpus, quoted: Span) -> str:
    """A passage with its headings, what stands before and after it, its source and a link to the Guidance page.

    Args:
        passage: to be shown whole.
        corpus: where it stands.
        quoted: range of the edition to highlight; outside the passage nothing is.
    """
    before, after = neighbours(passage, corpus)
    start = passage.place.span.start
    inside = rich(passage.text, Span(quoted.start - start, quoted.end - start))
    blocks = [
        element("p", " · ".join(map(plain, passage.headings)), class_="headings") if passage.headings else "",
        element("p", rich(before), class_="beside") if before else "",
        element("p", inside, class_="whole"),
        element("p", rich(after), class_="beside") if after else "",
        element("p", plain(source_line(passage, corpus)), class_="source"),
        element("p", page_link(passage_address(passage.id), "Open it in the guidance")),
    ]
    return "".join(blocks)


def neighbours(passage: Passage, corpus: Corpus) -> tuple[str | None, str | None]:
    """The texts before (for a list item its lead-in) and after a passage, under the same headings."""
    beside = [p for p in corpus.passages if p.document == passage.document and p.headings == passage.headings]
    at = next(i for i, p in enumerate(beside) if p.id == passage.id)
    before = beside[at - 1].text if at else None
    if passage.kind is PassageKind.LIST_ITEM and passage.lead_in:
        before = passage.lead_in
    return before, beside[at + 1].text if at + 1 < len(beside) else None


def source_line(passage: Passage, corpus: Corpus) -> str:
    """Document, publisher, date, lines of the source and licence of a passage."""
    document = corpus.document[passage.document]
    lines = passage.place.lines
    where = f", line{'s' if len(lines) > 1 else ''} {runs(lines)} of the source" if lines else ""
    return f"{document.title}. {document.publisher}, {document.date_text}{where}. {document.licence}."


def runs(numbers: tuple[int, ...]) -> str:
    """ "3 to 5, 9" for 3, 4, 5, 9."""
    found: list[list[int]] = []
    for n in sorted(numbers):
        if found and n == found[-1][-1] + 1:
            found[-1].append(n)
        else:
            found.append([n])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]} to {r[-1]}" for r in found)
