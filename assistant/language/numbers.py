"""Number words: their values, counts in words, and patterns that find them."""

from __future__ import annotations

import re

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
"""The words of the numbers below twenty, in order."""
TENS = {
    word: 10 * n
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
"""The round numbers below a hundred."""
CARDINALS = {word: n for n, word in enumerate(UNITS)} | TENS
"""Every number below a hundred that is one word."""

_ORDINAL_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
ORDINALS = {word: n for n, word in enumerate(_ORDINAL_UNITS)} | {
    f"{word[:-1]}ieth": n for word, n in TENS.items()
}
"""Every ordinal below the hundredth that is one word."""

_COMPOUND = rf"(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS[1:10])}))?"
_SINGLE = "|".join(sorted(UNITS[2:], key=len, reverse=True))
SEVERAL_IN_WORDS = rf"(?:{_COMPOUND}|{_SINGLE})"
"""Pattern of a number from two to ninety-nine in words; for use between word boundaries, case ignored."""
SEVERAL = rf"(?:{SEVERAL_IN_WORDS}|[2-9]|[1-9]\d)"
"""Pattern of a number from two to ninety-nine in words or in figures; for use between word boundaries."""

#: Counts from here on read better in figures.
FIGURES_FROM = 21


def in_words(count: int) -> str:
    """A count in words, in figures where it is large; ``"zero"`` for 0."""
    return spelt(count) if 0 <= count < FIGURES_FROM else str(count)


def spelt(number: int) -> str:
    """A number from 0 to 99 in words ("twenty-one"); in figures beyond."""
    if not 0 <= number < 100:
        return str(number)
    if number < len(UNITS):
        return UNITS[number]
    ten = next(word for word, n in TENS.items() if n == number - number % 10)
    return f"{ten}-{UNITS[number % 10]}" if number % 10 else ten


def ordinal(number: int) -> str:
    """The word of an ordinal from the zeroth to the ninety-ninth ("twenty-first"); "100th" beyond."""
    found = next((word for word, n in ORDINALS.items() if n == number), None)
    if found or not 0 <= number < 100:
        return found or f"{number}th"
    return f"{spelt(number - number % 10)}-{_ORDINAL_UNITS[number % 10]}"


def value(text: str) -> int | None:
    """The number that a text is, in words or figures ("15", "Fifteen", "twenty one"); None where it is none."""
    lower = text.strip().lower()
    if lower.isascii() and lower.isdigit():
        return int(lower)
    tens, _, unit = re.sub(r"[-\s]+", " ", lower).partition(" ")
    if not unit:
        return CARDINALS.get(tens)
    return TENS[tens] + UNITS.index(unit) if tens in TENS and unit in UNITS[1:10] else None


def pattern_of(number: int) -> str:
    """Pattern of one number, in words or figures; for use between word boundaries, case ignored."""
    return rf"(?:{number}|{spelt(number).replace('-', '[- ]')})"
