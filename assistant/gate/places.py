"""Citations against the editions: verbatim, in their place, and shown as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answers.compose import quote_block
from assistant.answers.places import locator
from assistant.gate.text import blocks
from assistant.model import Answer, Citation
from corpus import Corpus


def citation_faults(answer: Answer, corpus: Corpus) -> Iterator[str]:
    """What is wrong with the citations of an answer and with the quotes that its text shows."""
    for citation in answer.citations:
        if not verbatim(citation, corpus):
            yield f"quote {citation.n} is not in {citation.document}"
        elif not placed(citation, corpus):
            yield f"quote {citation.n} has another place or speaker"
    if len({c.n for c in answer.citations}) != len(answer.citations):
        yield "two quotes bear one number"
    known = [c for c in answer.citations if c.document in corpus.document]
    right = {quote_block(c, corpus) for c in known}
    shown = {b for b in blocks(answer.text) if b.startswith(">")}
    yield from (f"the text shows words as a quote that are none: {b[:40]!r}" for b in sorted(shown - right))
    yield from (f"the text does not show the quote {b[:40]!r}" for b in sorted(right - shown))


def verbatim(citation: Citation, corpus: Corpus) -> bool:
    """Whether a quote stands in its edition where it is said to, inside its passage."""
    edition = corpus.editions.get(citation.document, "")
    passage = corpus.by_id.get(citation.passage)
    return (
        passage is not None
        and bool(citation.quote)
        and edition[citation.span.start : citation.span.end] == citation.quote
        and passage.place.span.start <= citation.span.start
        and citation.span.end <= passage.place.span.end
        and passage.document == citation.document
    )


def placed(citation: Citation, corpus: Corpus) -> bool:
    """Whether the place and the speaker of a citation are those of its passage."""
    passage = corpus.by_id[citation.passage]
    return (
        citation.recommendation,
        citation.part,
        citation.paragraph,
        citation.speaker,
        citation.locator,
    ) == (
        passage.recommendation,
        passage.part,
        passage.place.paragraph,
        passage.speaker,
        locator(passage, corpus),
    )
