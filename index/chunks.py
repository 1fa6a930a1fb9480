"""Chunks: what the embedder and the lexical index read for each passage. A chunk is never quoted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.model import Part, Passage, PassageKind
from corpus.sentences import sentence_id, sentence_spans

#: Raised whenever the making of chunks changes, so that an index made before is rebuilt.
CHUNKS_VERSION = 1

_RECOMMENDATION = re.compile(r"Recommendation \d+\W*$")
#: What a part answers, in words that questions use.
_PARTS = {
    Part.RECOMMENDATION: "What is recommended",
    Part.MUNRO_ARGUMENT: "Munro's argument: the reasons why",
    Part.GOVERNMENT_RESPONSE: "Government response",
    Part.TIMESCALE: "Timescale: when, by what date",
}


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is searched for one passage, or one sentence."""

    passage_id: str
    """Of the passage or the sentence."""
    text: str
    """Its words, then the headings above it from the nearest outwards, then its lead-in.

    A model that reads only the beginning of a text (256 tokens for MiniLM) reads the words before the rest.
    """


@dataclass(frozen=True, slots=True)
class Titles:
    """Short names for a passage's headings."""

    documents: Mapping[str, str]
    """Document id to short title."""
    recommendations: Mapping[int, str]
    """Recommendation number to short title."""


def make_chunks(passages: Sequence[Passage], titles: Titles) -> tuple[Chunk, ...]:
    """One chunk for each passage, in the same order."""
    shared = _shared_headings(passages)
    return tuple(_chunk(p, heading_path(p, titles, shared.get(p.document))) for p in passages)


def make_sentence_chunks(passages: Sequence[Passage], titles: Titles) -> tuple[Chunk, ...]:
    """One chunk for each sentence of each passage, in reading order: its own words, then what stands over its passage."""
    shared = _shared_headings(passages)
    return tuple(
        Chunk(sentence_id(p.id, n), _text(p.text[s.start : s.end], p, path))
        for p in passages
        if p.kind is not PassageKind.STATUS_LINE
        for path in [heading_path(p, titles, shared.get(p.document))]
        for n, s in enumerate(sentence_spans(p.text))
    )


def chunks_digest(chunks: Sequence[Chunk]) -> str:
    """SHA-256 over ids and texts: equal digests mean equal vectors and words."""
    digest = hashlib.sha256()
    for chunk in chunks:
        for text in (chunk.passage_id, chunk.text):
            digest.update(f"{len(text)}:{text}".encode())
    return digest.hexdigest()


def heading_path(passage: Passage, titles: Titles, shared: str | None = None) -> tuple[str, ...]:
    """The names above a passage, outermost first: document and sections, or document, recommendation, part.

    The sections above a recommendation are left out: its title says more, and they are the same for many.

    Args:
        passage: any passage.
        titles: names for its document and recommendation; where one is missing the id or number stands alone.
        shared: a heading to leave out because the whole document stands under it.
    """
    document = titles.documents.get(passage.document, passage.document)
    number = passage.recommendation
    if number is None:
        return (document, *(h for h in passage.headings if h != shared))
    title = titles.recommendations.get(number)
    return (document, f"Recommendation {number}" + (f": {title}" if title else ""), *_part(passage))


def _part(passage: Passage) -> tuple[str, ...]:
    if passage.kind is PassageKind.STATUS_LINE or passage.part not in _PARTS:
        return ()
    nearest = passage.headings[-1] if passage.headings else ""
    if passage.part is Part.GOVERNMENT_RESPONSE and nearest and not _RECOMMENDATION.fullmatch(nearest):
        return (nearest,)  # the heading of a response carries its status
    return (_PARTS[passage.part],)


def _shared_headings(passages: Sequence[Passage]) -> dict[str, str]:
    """Document id to the outermost heading, where every headed passage of the document stands under it."""
    outermost: dict[str, set[str]] = {}
    for p in passages:
        if p.headings:
            outermost.setdefault(p.document, set()).add(p.headings[0])
    return {document: found.pop() for document, found in outermost.items() if len(found) == 1}


def _chunk(passage: Passage, path: tuple[str, ...]) -> Chunk:
    return Chunk(passage.id, _text(passage.text, passage, path))


def _text(words: str, passage: Passage, path: tuple[str, ...]) -> str:
    *outer, inner = path
    # Recommendation and part belong together: "Recommendation 5: title. Timescale".
    names = (
        [". ".join(path[1:]), path[0]] if passage.recommendation is not None else [inner, *reversed(outer)]
    )
    lines = (_plain(words), *names, _plain(passage.lead_in or ""))
    return "\n".join(filter(None, lines))


def _plain(text: str) -> str:
    return " ".join(text.replace("*", "").split())
