"""The people heard in the documents: by which names a question may call them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.language.words import stems
from corpus import Corpus

#: Titles that stand before a name.
TITLES = frozenset("professor prof dr sir dame lord lady baroness mr mrs ms miss judge".split())
#: Posts and letters that stand beside one.
_POSTS = frozenset("minister secretary chair mp".split())
_CAPITALISED = r"[A-Z][\w’'-]*"


@dataclass(frozen=True)
class Reviewer:
    """The one whose recommendations the documents answer."""

    surname: str
    """In lower case; empty where the documents tell of nobody."""
    before: frozenset[str]
    """First names and titles that the documents put before it, in lower case."""

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that this person is called by."""
        return self.before | {self.surname} if self.surname else frozenset()

    @cached_property
    def pattern(self) -> str:
        """A regular expression for the name, with or without what stands before it; one that never fits for nobody."""
        before = "|".join(sorted(map(re.escape, self.before | TITLES), key=lambda w: (-len(w), w)))
        return f"(?:(?:{before}) )*{re.escape(self.surname)}" if self.surname else "(?!)"

    def named_in(self, text: str) -> bool:
        """Whether a text calls this person by the surname."""
        return bool(self.surname) and self.surname in text.lower()


NOBODY = Reviewer("", frozenset())


def reviewer(corpus: Corpus) -> Reviewer:
    """The one who recommends, with the first names that the documents and their speakers put before the surname."""
    if corpus.reviewer is None:
        return NOBODY
    *titles, surname = corpus.reviewer.split()
    texts = {p.text for p in corpus.passages} | {p.speaker for p in corpus.passages}
    small = small_words(texts)
    found = {m[1] for t in texts for m in re.finditer(rf"\b({_CAPITALISED}) {re.escape(surname)}\b", t)}
    before = {w.lower() for w in (*found, *titles) if w.lower() not in small}
    return Reviewer(surname.lower(), frozenset(before | {"prof" for w in before if w == "professor"}))


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """Words that some text has without a capital."""
    return frozenset(w for t in texts for w in re.findall(r"\b[a-z]+\b", t))


def names_of(speaker: str, small: frozenset[str], names: frozenset[str]) -> frozenset[str]:
    """Stems of the names of the people that a speaker is; none for a body or a post ("The Government").

    Args:
        speaker: as the passages name it; what follows a comma tells posts and places.
        small: words that the documents have without a capital, so that they name nobody.
        names: of people and places in the documents, which count wherever they stand.
    """
    if re.match(r"(?:the|an?)\b", speaker, re.IGNORECASE):
        return frozenset()
    called = re.findall(_CAPITALISED, speaker.split(",")[0]) + [
        w for w in re.findall(_CAPITALISED, speaker) if w in names
    ]
    parts = [w for name in called for w in re.split(r"[-’']", name.lower())]
    return frozenset(s for w in parts if w not in TITLES | _POSTS | small for s in stems(w) if len(w) > 1)
