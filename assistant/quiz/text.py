"""Comparing texts: their words without marks, what they share, how near they are."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.words import STOPWORDS, words
from corpus.patterns import lazy_regex

#: Share of the shorter text's content words that two texts have in common from which one may say the other.
NEAR = 0.6
FEW = 3
"""Content words below which a text says too little to be near another: it must be the same."""
LABEL = lazy_regex(r"^(?:Recommendation|Theme) \d+: ")
"""What stands before the title in an option that names a recommendation or a theme."""
_MARKS = lazy_regex(r"\*+")
_NUMBER = lazy_regex(r"^\d{1,3}\. ")
_DENIES = lazy_regex(r"\b(?:not|never|no|nor|neither|none|cannot|without)\b", re.IGNORECASE)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def plain(text: str) -> str:
    """A quote as a person reads it: no Markdown emphasis, no paragraph number, single spaces."""
    return " ".join(_NUMBER.sub("", _MARKS.sub("", text)).split())


def capital(text: str) -> str:
    """A text with a capital first letter."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """A text for comparing: plain, lower case, straight quotation marks and hyphens."""
    return plain(text).strip("… ").translate(_QUOTES).lower()


def holds(text: str, part: str) -> bool:
    """Whether a text holds some words, whole, whatever their case."""
    inside, wanted = folded(text), folded(part)
    at = inside.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if not _joined(inside[at - 1 : at]) and not _joined(inside[end : end + 1]):
            return True
        at = inside.find(wanted, at + 1)
    return False


def _joined(neighbour: str) -> bool:
    """Whether a character beside some words makes them part of a longer word."""
    return neighbour.isalnum() or neighbour == "_"


def denies(text: str) -> bool:
    """Whether a text denies something, which makes a statement hard to judge as true or false."""
    return _DENIES.search(text) is not None


@lru_cache(maxsize=20_000)
def content(text: str) -> frozenset[str]:
    """The stems of a text's words, function words left out."""
    return frozenset(w.stem for w in words(text) if w.text not in STOPWORDS)


@lru_cache(maxsize=200_000)
def likeness(a: str, b: str) -> float:
    """Cosine of the content words of two texts, 0 to 1."""
    first, second = content(a), content(b)
    if not first or not second:
        return 0.0
    return float(len(first & second) / (len(first) * len(second)) ** 0.5)


@lru_cache(maxsize=200_000)
def near(a: str, b: str) -> bool:
    """Whether two texts share so many words that one may say what the other says."""
    first, second = content(a), content(b)
    smaller = min(len(first), len(second))
    return first == second if smaller < FEW else len(first & second) >= NEAR * smaller
