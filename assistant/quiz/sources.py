"""Where an item comes from: the quotes that prove it and what they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.answers.citing import cite
from assistant.model import Citation
from assistant.quiz.records import Records
from assistant.quiz.sayings import Saying
from corpus import Corpus
from corpus.model import Part, Passage, PassageKind, Span


@dataclass(frozen=True, slots=True)
class Source:
    """The quotes behind an item, and what it is about."""

    citations: tuple[Citation, ...]
    document: str
    recommendation: int | None
    theme: int | None


def citations(
    corpus: Corpus, places: Iterable[tuple[Passage, Span]], named: str | None = None
) -> tuple[Citation, ...]:
    """Citations of spans of editions, numbered from 1, each span once.

    Args:
        named: the place in words, where it is not the passage's own.
    """
    found = enumerate(dict.fromkeys(places), 1)
    return tuple(cite(n, passage, span, corpus, named) for n, (passage, span) in found)


def source_of(records: Records, *sayings: Saying) -> Source:
    """The source of an item that sayings prove, the first of them being what it is about; whole sentences are quoted."""
    passages = [s.passage for s in sayings]
    return Source(
        citations=citations(records.corpus, ((s.passage, records.sentence(s).span) for s in sayings)),
        document=passages[0].document,
        recommendation=_common([p.recommendation for p in passages]),
        theme=_common([records.corpus.theme_of(p) for p in passages]),
    )


def status_source(records: Records, number: int) -> Source:
    """The heading that carries the status of a recommendation."""
    passages = records.corpus.recommendations[number].passages[Part.GOVERNMENT_RESPONSE]
    line = next(p for p in passages if p.kind is PassageKind.STATUS_LINE)
    return Source(
        citations=citations(records.corpus, ((line, line.place.span),)),
        document=line.document,
        recommendation=number,
        theme=records.corpus.theme_of(line),
    )


def merged(*sources: Source) -> Source:
    """One source of several: their quotes, each once and numbered anew; about the one recommendation they name."""
    quotes = dict.fromkeys(replace(c, n=0) for s in sources for c in s.citations)
    return Source(
        citations=tuple(replace(c, n=n) for n, c in enumerate(quotes, 1)),
        document=sources[0].document,
        recommendation=_common([s.recommendation for s in sources if s.recommendation is not None]),
        theme=_common([s.theme for s in sources if s.theme is not None]),
    )


def _common(values: list[int] | list[int | None]) -> int | None:
    return values[0] if len(set(values)) == 1 else None
