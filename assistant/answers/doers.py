"""Which person's doing a question asks about, and which sentences tell of that person's doing."""

from __future__ import annotations

import re

from assistant.language.tagging import is_noun, tags
from assistant.language.words import Word, words
from assistant.library.library import Library, Sentence
from assistant.library.people import TITLES
from corpus.patterns import lazy_regex

#: Words within which a sentence names its doer.
SUBJECT = 3


def agents(text: str, library: Library) -> frozenset[str]:
    """Stems of the surnames in a text that name a doer among the speakers of the documents.

    Not "Munro's", "by Munro" nor "the Munro review".
    """
    names = frozenset[str]().union(*library.speaker_names.values())
    kinds = tags(text)
    found = words(text)
    after = [*(w.text for w in found[1:]), ""]
    return frozenset(
        w.stem
        for w, following in zip(found, after, strict=True)
        if w.stem in names
        and not _owns(text, w)
        and not _PASSIVE.search(before := _before_name(text, w, names))
        and (_INVERTED.search(before) or not is_noun(kinds.get(following, "")))
    )


#: "When will Munro return": a verb follows the name, whatever else the word may be.
_INVERTED = lazy_regex(r"\b(?:will|would|did|does|do|should|shall|could|when(?:'?s| is)) $", re.IGNORECASE)
_PASSIVE = lazy_regex(r"\b(?:by|of|from|to|with) $", re.IGNORECASE)


def _before_name(text: str, word: Word, names: frozenset[str]) -> str:
    """A text up to a name, the titles and first names right before it left out."""
    before = [w for w in words(text) if w.start < word.start]
    start = word.start
    while before and (before[-1].text in TITLES | {"the"} or before[-1].stem in names):
        start = before.pop().start
    return text[:start]


def _owns(text: str, word: Word) -> bool:
    """Whether a word is a possessive ("Munro's")."""
    return bool(re.search(r"['’]", text[word.start : word.end + 1]))


def does(sentence: Sentence, names: frozenset[str]) -> bool:
    """Whether a sentence opens with one of some names: its doer ("Professor Munro will …")."""
    if names.isdisjoint(sentence.stems):
        return False
    opening = " ".join(sentence.text.split()[:SUBJECT])
    return any(w.stem in names and not _owns(opening, w) for w in words(opening))
