"""Where documents say the same thing with another date."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.words import STOPWORDS, words
from assistant.library.library import Library, Sentence, Unit
from corpus.model import Modality, When

#: Share of the rarer words that two sentences must have in common to speak of the same thing.
SAME_SUBJECT = 0.45
#: Words that they must have in common at least.
FEWEST_SHARED = 3


def counterparts(library: Library, unit: Unit, sentence: Sentence) -> tuple[tuple[Unit, Sentence], ...]:
    """Sentences of other documents that date the same thing with other words."""
    return tuple(
        (other_unit, other)
        for other_unit, other in _dated_elsewhere(library, unit.passage.document)
        if same_subject(library, sentence, other)
        and any(dates_differ(a, b) for a in sentence.whens for b in other.whens)
    )


def dates_differ(a: When, b: When) -> bool:
    """Whether two date expressions are two accounts of one date: both bound the end, in other words and precision.

    A coarser wording that holds the finer one ("next year", "in spring 2012") does not differ.
    """
    if Modality.NONE in (a.modality, b.modality):
        return False
    if a.modality is Modality.BY and b.modality is Modality.BY:
        return a.edtf != b.edtf
    if _deictic(a) or _deictic(b) or not (a.first and a.last and b.first and b.last):
        return False
    return a.last < b.first or b.last < a.first


def _deictic(when: When) -> bool:
    """Read against the day of writing ("today", "a year ago"): says as much of the writer as of the thing."""
    return re.search(r"\d{4}", when.wording) is None


@lru_cache(maxsize=32)
def _dated_elsewhere(library: Library, document: str) -> tuple[tuple[Unit, Sentence], ...]:
    return tuple(
        (unit, sentence)
        for unit in library.units
        if unit.passage.document != document
        for sentence in unit.sentences
        if sentence.whens and len(sentence.text.split()) > 5
    )


def same_subject(library: Library, a: Sentence, b: Sentence, fewest: int = FEWEST_SHARED) -> bool:
    """Whether two sentences share enough of their rare words, and some at least; dates and function words left out."""
    first, second = _subject(a), _subject(b)
    if len(first & second) < fewest:
        return False
    small = min((first, second), key=lambda s: _weight(library, s))
    weight = _weight(library, small)
    return bool(weight) and _weight(library, first & second) / weight >= SAME_SUBJECT


def _weight(library: Library, found: frozenset[str]) -> float:
    return sum(library.rarity((s,)) for s in found)


@lru_cache(maxsize=4096)
def _subject(sentence: Sentence) -> frozenset[str]:
    dates = " ".join(w.wording for w in sentence.whens)
    dated = {w.stem for w in words(dates)}
    return frozenset(w.stem for w in words(sentence.text) if w.text not in STOPWORDS and w.stem not in dated)
