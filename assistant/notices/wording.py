"""Text as people type it, turned into clauses of plain words: contractions written out, slips mended."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from corpus.patterns import lazy_regex

NAME = "xname"
"""Stands for a word that looks like somebody's name."""

_TOKEN = lazy_regex(r"[^\W_]+(?:['-][^\W_]+)*|[.!?;:\n,)–—]|-")
#: "(theme 3)", unlike "3)", begins no item of a list.
_IN_BRACKETS = lazy_regex(r"\(([^()]*\d)\)")
_AGE = lazy_regex(r"(\d{1,2})(?:yo|yrs?|y)")
_QUOTES = str.maketrans(dict.fromkeys("’‘`\u00b4\u02bc", "'"))
_CONTRACTED_IS = frozenset(
    {"he", "she", "it", "that", "there", "who", "what", "where", "here", "when", "how", "this"}
    | {"everyone", "someone", "nobody"}
)
_ENDINGS = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_IRREGULAR = {
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
}
_BREAKS = frozenset(".!?;:\n–—-")
_JOINS = frozenset({"and", "but", "also", ",", "so"})
_TURNS = frozenset({"because", "but", "although", "though", "whereas"})
_TELLERS = frozenset({"i", "my", "our", "we", "there"})
_SHORTEST_MENDED = 5
_LONGEST_MENDED = 20
_SHORTEST_TWO_SLIPS = 9


@dataclass(frozen=True, slots=True)
class Speller:
    """Mends a slip of one letter (two in long words) in the words worth it."""

    right: frozenset[str]
    """Words never mended."""
    spoken: Mapping[str, tuple[str, ...]]
    """Spoken or texted forms with the words they stand for."""
    _nearby: Mapping[str, str] = field(repr=False)
    """A word with one letter left out, with the known word that it came from."""

    @classmethod
    def of(cls, mended: Iterable[str], right: Iterable[str], spoken: Mapping[str, str]) -> Speller:
        """``right`` are words that stand as they are, though they lie close to a word worth mending."""
        nearby: dict[str, str] = {}
        for word in sorted(mended):
            for shorter in (word, *_shortened(word)):
                nearby.setdefault(shorter, word)
        forms = {form: tuple(words.split()) for form, words in spoken.items()}
        return cls(frozenset(right) | frozenset(mended), forms, nearby)

    def mend(self, word: str) -> tuple[str, ...]:
        if word in self.spoken:
            return self.spoken[word]
        if word in self.right or not _SHORTEST_MENDED <= len(word) <= _LONGEST_MENDED or not word.isalpha():
            return (word,)
        for shorter in (word, *_shortened(word)):
            found = self._nearby.get(shorter)
            if found and _slips(word, found) <= (2 if len(word) >= _SHORTEST_TWO_SLIPS else 1):
                return (found,)
        return (word,)


def sentences(text: str, speller: Speller, starters: frozenset[str]) -> list[list[list[str]]]:
    """Words by clause by sentence.

    A sentence ends at a stop; a clause also before "but" or "because", and where a question (one of
    ``starters``) or a story begins after "and".
    """
    found: list[list[list[str]]] = [[[]]]
    joint = ""
    for word in _words(text, speller):
        begins = joint in _JOINS and (word in starters or (word in _TELLERS and joint != ","))
        if word in _BREAKS or (word == ")" and joint.isdecimal()):
            found.append([[]])
        elif begins or word in _TURNS:
            found[-1].append([])
        joint = word
        if word[0].isalnum():
            found[-1][-1].append(word)
    told = [[clause for clause in sentence if clause] for sentence in found]
    return [sentence for sentence in told if sentence]


def _words(text: str, speller: Speller) -> Iterator[str]:
    plain = _IN_BRACKETS.sub(r" \1 ", unicodedata.normalize("NFKC", text).translate(_QUOTES))
    shouted = plain.isupper()
    first = True
    for token in _TOKEN.findall(plain):
        if not token[0].isalnum():
            first = token != ","
            yield token
            continue
        named = not (first or shouted) and _looks_like_name(token)
        for word in _written_out(token.casefold()):
            mended = speller.mend(word)
            yield from ((NAME,) if named and mended == (word,) and word not in speller.right else mended)
        first = False


def _looks_like_name(token: str) -> bool:
    return len(token) > 2 and token[0].isupper() and token[1:].islower()


def _written_out(word: str) -> tuple[str, ...]:
    if age := _AGE.fullmatch(word):
        return (age.group(1), "year", "old")
    if "-" in word:
        return tuple(part for piece in word.split("-") for part in _written_out(piece))
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("n't"):
        return (word[:-3], "not") if len(word) > 3 else ("not",)
    stem, apostrophe, ending = word.partition("'")
    if not apostrophe:
        return (word,)
    if ending == "s":
        return (stem, "is") if stem in _CONTRACTED_IS else (stem,)
    ending = _ENDINGS.get("'" + ending, ending)
    return (stem, ending) if ending else (stem,)


def _shortened(word: str) -> Iterator[str]:
    return (word[:i] + word[i + 1 :] for i in range(1, len(word)))


def _slips(a: str, b: str) -> int:
    """Letters left out, put in, changed or exchanged with their neighbour."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row, older = row, [i], before
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        before = last
    return row[-1]
