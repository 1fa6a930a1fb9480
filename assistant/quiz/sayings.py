"""Sayings: sentences and list items, and whether they can be quoted by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.quiz.text import plain
from corpus.model import Passage, PassageKind, Span
from corpus.patterns import lazy_regex
from corpus.sentences import sentence_spans

FEWEST_WORDS, MOST_WORDS = 7, 45
_POINTS_BACK = lazy_regex(
    r"(?:This(?! recommendation\b)|These|Those|That|Its|They|Their|He|She|His|Her|Such|Also|Then|Therefore|However|Further(?=,)"
    r"|Moreover|Rather|Consequently|Instead|Together|Finally|Meanwhile|Crucially|Critically|But|And|So"
    r"|Taken together|In parallel|To this|In addition|In the meantime|As part of|In making these"
    r"|In preparation|For this|For example|In particular|Unlike|To be"
    r"|It (?!(?:is|was|will be|takes|will take) (?:\w+ )?(?:for|to|that|time|important|likely|clear|crucial)\b))\b"
)
_POINTS_ELSEWHERE = lazy_regex(
    r"\b(?:this(?! recommendation\b)|these|such)\b(?! as)|\b(?:following|attached|former|latter)\b|\bof both\b(?! the)"
)
_SLIP = lazy_regex(
    r"\b(?:to (?:will|would|shall|should)|to so|has becomes|help too be)\b|\b\w+'s recommended\b"
    r"|, (?:Consequently|However|Therefore),"
)
"""Slips of the documents themselves, kept in the editions but unfit to be handed out as a question."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence or a list item, and where it stands."""

    passage: Passage
    span: Span
    """In the edition."""
    quote: str
    """Verbatim."""
    text: str
    """As a person reads it."""

    @property
    def listed(self) -> bool:
        return self.passage.kind is PassageKind.LIST_ITEM

    @property
    def whole(self) -> bool:
        """Whether it can be understood without what stands around it, whatever its length."""
        ended = self.text.rstrip("\"'’”").endswith((".", "!"))
        return (ended or self._unended) and _stands_alone(self.text)

    @property
    def _unended(self) -> bool:
        """Whether it is a sentence that only lacks its full stop, as long paragraphs of the documents do."""
        words = self.text.split()
        return not self.listed and len(words) >= 2 * FEWEST_WORDS and self.text[-1].isalpha()

    @property
    def alone(self) -> bool:
        """Whether it can be understood alone and is short enough to be quoted."""
        return self.whole and len(self.text.split()) <= MOST_WORDS

    def window(self, at: int = 0, most: int = MOST_WORDS) -> Saying | None:
        """The saying where it has no more words than that, else the clauses around an offset of its text, with "…".

        None where no run of clauses is of a length to be quoted.
        """
        if len(self.text.split()) <= most:
            return self
        cuts = [0, *(m.start() for m in _CLAUSE.finditer(self.quote)), len(self.quote)]
        shift = len(self.quote) - len(self.text)
        runs = [
            (a, b)
            for i, a in enumerate(cuts)
            for b in cuts[i + 1 :]
            if a <= at and at + shift < b and 12 <= len(self.quote[a:b].split()) <= most
        ]
        if not runs:
            return None
        start, end = max(runs, key=lambda r: (r[0] == 0, r[1] == len(self.quote), r[1] - r[0]))
        quote = self.quote[start:end].rstrip(" ,;:–-")
        words = plain(quote)
        words = words if start == 0 else f"… {words}"
        words = words if end == len(self.quote) else f"{words} …"
        offset = self.span.start + start
        return replace(self, span=Span(offset, offset + len(quote)), quote=quote, text=words)


_CLAUSE = lazy_regex(r"(?<=[,;:] )(?=\w)|(?<= )(?=to [a-z]{4,} )|(?<= )(?=(?:and )(?:that|to|who|which) )")


def _stands_alone(text: str) -> bool:
    """Whether a sentence says something by itself: whole, and pointing at nothing outside it."""
    return (
        len(text.split()) >= FEWEST_WORDS
        and text[0].isupper()
        and not _POINTS_BACK.match(text)
        and not _POINTS_ELSEWHERE.search(text)
        and not _SLIP.search(text)
        and text.count("(") == text.count(")")
    )


def sayings_of(passage: Passage) -> Iterator[Saying]:
    """The sentences of a passage, paragraph numbers left out; a list item is one saying."""
    start, text = passage.place.span.start, passage.text
    if passage.kind is PassageKind.LIST_ITEM:
        yield Saying(passage, passage.place.span, text, plain(text))
        return
    for span in sentence_spans(text):
        quote = text[span.start : span.end]
        number = re.match(r"\d{1,3}\. ", quote)
        offset = number.end() if number else 0
        place = Span(start + span.start + offset, start + span.end)
        yield Saying(passage, place, quote[offset:], plain(quote[offset:]))
