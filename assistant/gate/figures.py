"""Figures in running text: digits and number words, as values that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language.numbers import CARDINALS, SEVERAL_IN_WORDS
from assistant.language.numbers import value as number_in
from corpus.patterns import lazy_regex

_WORDS = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12, "twice": 2}
_SHARES = {"half": "1/2", "thirds": "n/3", "quarter": "1/4", "quarters": "n/4", "fifths": "n/5"}
_NAMED = sorted({*_WORDS, *_SHARES}, key=len, reverse=True)
_FIRST_LETTERS = "".join(sorted({word[0] for word in (*_NAMED, *CARDINALS)}))
#: The look at the first character spares trying every word at every other one.
_NUMBER = lazy_regex(
    rf"(?<![\w/])(?=[£\d{_FIRST_LETTERS}])(?P<pounds>£)?"
    rf"(?:(?P<digits>\d[\d,]*(?:\.\d+)?)|(?P<word>{SEVERAL_IN_WORDS}|{'|'.join(_NAMED)}))"
    r"(?P<share>\s?%|\s+per\s?cent\b)?(?:st|nd|rd|th)?(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands in a text."""

    wording: str
    value: str
    """The same for "15", "fifteen" and "Fifteen"; a share ends in "%", an amount begins with "£"."""
    start: int
    end: int


def figures(text: str) -> Iterator[Figure]:
    """The figures of a text, in order. "One" and "first" are none: they are said of anything."""
    for match in _NUMBER.finditer(text):
        if match["digits"]:
            value = match["digits"].replace(",", "").rstrip(".")
        else:
            word = match["word"].lower()
            value = _SHARES.get(word) or str(number_in(word) or _WORDS[word])
        shown = f"{'£' if match['pounds'] else ''}{value}{'%' if match['share'] else ''}"
        yield Figure(match[0], shown, match.start(), match.end())
