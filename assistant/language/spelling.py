"""Putting misspelt words right against the words that the corpus, the vocabulary and everyday English hold."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.language.lookup import SortedLines, package_file
from assistant.language.words import STOPWORDS
from corpus.patterns import lazy_regex

_WORD = lazy_regex(r"[A-Za-z]+(?:'[a-z]+)?")
#: Shorter words are left as they are: too many others lie one letter away.
SHORTEST = 4


class Speller:
    """Corrects words that no list knows to the nearest word of the corpus."""

    def __init__(
        self, corpus_words: Iterable[str], other_words: Iterable[str], preferred: Iterable[str] = ()
    ) -> None:
        """
        Args:
            corpus_words: words a misspelling may be put right to, lower case.
            other_words: further words that are right as they stand, lower case.
            preferred: words of the first kind that win where two are equally near.
        """
        self._preferred = frozenset(preferred)
        self._targets = sorted({w for w in corpus_words if len(w) >= SHORTEST})
        self._known = frozenset(self._targets) | frozenset(other_words) | STOPWORDS

    def correct(self, text: str) -> str:
        """A text with its misspellings put right; letter case of the rest is kept."""
        shouted = text.isupper()
        return _WORD.sub(
            lambda m: self._word(m[0], initials=m[0].removesuffix("'s").isupper() and not shouted), text
        )

    def _word(self, word: str, *, initials: bool) -> str:
        lower = word.lower()
        core = lower[:-2] if lower.endswith("'s") else lower
        if len(core) < SHORTEST or self.knows(core):
            return word
        best = self._nearest(core)
        if best is None or (initials and sorted(best) != sorted(core)):
            return word  # other letters make initials another body, no misspelling
        return best + lower[len(core) :]

    def reads(self, word: str) -> bool:
        """Whether a lower-case word is right, or near enough to a word of the corpus to be put right."""
        return self.knows(word) or (len(word) >= SHORTEST and self._nearest(word) is not None)

    def knows(self, word: str) -> bool:
        """Whether a lower-case word is right as it stands."""
        return word in self._known or is_english(word) or is_english(_american(word))

    def _nearest(self, word: str) -> str | None:
        allowed = 1 if len(word) < 7 else 2 if len(word) < 11 else 3
        found = process.extract(
            word, self._targets, scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=12
        )
        found = sorted(found, key=lambda f: (f[1], f[0] not in self._preferred))
        same_start = [f for f in found if f[0][0] == word[0]] or [
            f for f in found if sorted(f[0][:2]) == sorted(word[:2])
        ]
        return same_start[0][0] if same_start else None


def _american(word: str) -> str:
    """The American spelling of a British one: the word list behind ``is_english`` prefers those."""
    return re.sub(r"is(?=(?:e[ds]?|ing|ation)$)", "iz", word.replace("our", "or"))


@lru_cache(maxsize=20_000)
def is_english(word: str) -> bool:
    """Whether everyday English has a lower-case word."""
    return _count(word) is not None


@lru_cache(maxsize=20_000)
def frequency(word: str) -> int:
    """How often a lower-case word stands in a body of everyday English of some 1.6 billion words; 0 where it does not."""
    return max(_count(word) or 0, _count(_american(word)) or 0)


def _count(word: str) -> int | None:
    found = _words().after(f'"{word}": '.encode())
    return int(found.rstrip(b",")) if found else None


@lru_cache(maxsize=1)
def _words() -> SortedLines:
    """The word list of pyspellchecker: a JSON object, one word and its count a line, in the order of the words."""
    packed = package_file("spellchecker", "resources", "en.json.gz").read_bytes()
    content = gzip.decompress(packed)
    return SortedLines(content.removesuffix(b"}"), content.index(b"\n") + 1)
