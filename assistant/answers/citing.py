"""Citing words of an edition."""

from __future__ import annotations

from assistant.answers.places import locator
from assistant.model import Citation
from corpus import Corpus
from corpus.model import Passage, Span


def cite(n: int, passage: Passage, span: Span, corpus: Corpus, where: str | None = None) -> Citation:
    """The citation of a span inside a passage.

    Args:
        n: its number in the answer, from 1.
        where: the place in words, where it is not the passage's own.
    """
    return Citation(
        n=n,
        document=passage.document,
        recommendation=passage.recommendation,
        part=passage.part,
        paragraph=passage.place.paragraph,
        quote=corpus.editions[passage.document][span.start : span.end],
        speaker=passage.speaker,
        locator=where or locator(passage, corpus),
        passage=passage.id,
        span=span,
    )
