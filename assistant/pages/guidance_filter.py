"""Which passages of the guidance are asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus import Corpus
from corpus.model import Part, Passage, Span, Status
from corpus.patterns import lazy_regex

_WORD = lazy_regex(r"[\w'-]+")
_QUOTES = str.maketrans("’‘", "''")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a passage must be; None and empty ask for nothing."""

    document: str | None = None
    theme: int | None = None
    status: Status | None = None
    part: Part | None = None
    words: str = ""
    """As typed; each word must stand in the passage, whatever its case and whatever follows its letters."""

    @property
    def narrowing(self) -> bool:
        """Whether anything but a document is asked for."""
        return self != Filters(document=self.document)

    @property
    def anywhere(self) -> Filters:
        """The same in every document."""
        return replace(self, document=None)


def matching(filters: Filters, corpus: Corpus) -> tuple[Passage, ...]:
    """The passages asked for, in reading order."""
    words = _patterns(filters.words)
    return tuple(p for p in corpus.passages if _has_place(p, filters, corpus) and _holds(p, words))


def found_words(text: str, words: str) -> tuple[Span, ...]:
    """Where the words asked for stand in a text."""
    folded = text.translate(_QUOTES)
    return tuple(Span(m.start(), m.end()) for w in _patterns(words) for m in w.finditer(folded))


def _patterns(words: str) -> list[re.Pattern[str]]:
    found = dict.fromkeys(w.lower() for w in _WORD.findall(words.translate(_QUOTES)) if w.strip("'-"))
    return [re.compile(rf"\b{re.escape(w)}\w*", re.IGNORECASE) for w in found]


def _holds(passage: Passage, words: list[re.Pattern[str]]) -> bool:
    folded = passage.text.translate(_QUOTES)
    return all(w.search(folded) for w in words)


def _has_place(passage: Passage, filters: Filters, corpus: Corpus) -> bool:
    recommendation = corpus.recommendations.get(passage.recommendation or 0)
    return (
        filters.document in (None, passage.document)
        and filters.part in (None, passage.part)
        and (
            filters.status is None or (recommendation is not None and recommendation.status is filters.status)
        )
        and filters.theme in (None, corpus.theme_of(passage))
    )
