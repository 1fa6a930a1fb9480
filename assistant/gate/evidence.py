"""What the citations of a sentence say: the spans that claims are held against."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.gate.figures import figures
from assistant.language.words import Word, words
from assistant.model import Citation
from corpus import Corpus
from corpus.dates import find_whens
from corpus.model import When
from corpus.patterns import lazy_regex
from corpus.sentences import sentence_spans

DENIAL = lazy_regex(
    r"\b(?:not|never|neither|nor|no|none|without|nobody|nothing|cannot)\b|n['’]t\b", re.IGNORECASE
)
"""Words that deny."""
_BLANKS = lazy_regex(r"\s+")


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence of a quote, read."""

    text: str
    """Without Markdown emphasis, white space made single."""
    words: tuple[Word, ...]
    whens: tuple[When, ...]
    figures: frozenset[str]
    """Values of its figures, dates left out."""

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(w.stem for w in self.words)


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with its quote read sentence by sentence."""

    citation: Citation
    sentences: tuple[Read, ...]

    @property
    def text(self) -> str:
        return " ".join(s.text for s in self.sentences)

    @property
    def whens(self) -> tuple[When, ...]:
        return tuple(w for s in self.sentences for w in s.whens)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The citations that must carry one sentence."""

    corpus: Corpus
    cited: tuple[Cited, ...]
    question: str = ""
    """What was asked, with how it was understood; words repeated from it are no claims of ours."""

    @property
    def denies(self) -> bool:
        """Whether some quote denies anything."""
        return any(DENIAL.search(s.text) for s in self.sentences)

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings that the quotes stand under."""
        held = (self.corpus.by_id.get(c.citation.passage) for c in self.cited)
        return tuple(h for passage in held if passage is not None for h in passage.headings)

    @property
    def whens(self) -> tuple[When, ...]:
        return tuple(w for c in self.cited for w in c.whens)

    @property
    def text(self) -> str:
        """All quotes, in lower case."""
        return " ".join(c.text for c in self.cited).lower()

    @property
    def sentences(self) -> tuple[Read, ...]:
        return tuple(s for c in self.cited for s in c.sentences)


def evidence(citations: Iterable[Citation], corpus: Corpus, question: str = "") -> Evidence:
    """The evidence of some citations."""
    cited = tuple(Cited(c, _read(c.quote, written(c.document, corpus))) for c in citations)
    return Evidence(corpus, cited, question)


def plain(text: str) -> str:
    """Text without Markdown emphasis, white space made single, apostrophes straight."""
    return _BLANKS.sub(" ", text.replace("*", "").replace("’", "'").replace("‘", "'")).strip()


def written(document: str, corpus: Corpus) -> date:
    """The day of a document; of the first one where there is no such document."""
    return corpus.document.get(document, corpus.documents[0]).date


@lru_cache(maxsize=2048)
def _read(quote: str, day: date) -> tuple[Read, ...]:
    text = plain(quote)
    return tuple(read(text[s.start : s.end], day) for s in sentence_spans(text))


def read(text: str, day: date) -> Read:
    """One sentence, read against the day of its document."""
    whens = find_whens(text, day)
    return Read(
        text, words(text), whens, frozenset(f.value for f in figures(without(text, (w.span for w in whens))))
    )


def without(text: str, spans: Iterable[object]) -> str:
    """A text with some spans blanked; the rest keeps its offsets."""
    for span in spans:
        start, end = span.start, span.end  # type: ignore[attr-defined]
        text = text[:start] + " " * (end - start) + text[end:]
    return text
