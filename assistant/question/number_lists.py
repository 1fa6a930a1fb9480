"""Lists and ranges of numbers in a question: "8, 10 and 13", "one to five", "the first to the fourth"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.language.numbers import ORDINALS, TENS, UNITS, value
from corpus.patterns import lazy_regex

_TOKEN = lazy_regex(r"[A-Za-z]+|\d+(?:st|nd|rd|th)?(?![\d.]*\d)|[#§&,/+–—-]")
_JOINS = {"and", "or", "&", ",", "/", "vs", "v", "versus", "+", "with", "than", "nor"}
_TO = {"to", "-", "–", "—", "through", "thru", "till", "until"}
_FILLER = {"number", "no", "num", "nos", "numbers", "#"}
#: What opens a range after its noun, with the words that then join its ends.
_RANGES = {"from": _TO, "between": {"and", *_TO}}
#: A range of more numbers than this is none: its ends are two numbers.
LONGEST = 1000

_ROMAN_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
ROMAN = {
    f"{'x' * ten}{unit}": 10 * ten + n
    for ten in range(4)
    for n, unit in enumerate(_ROMAN_UNITS)
    if ten or unit
}
"""Roman numerals below forty."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark of a question."""

    text: str
    """Lower case."""
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """The words, numbers and marks of a text that references are made of, in order."""
    return [Token(m[0].lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def number_list(
    tokens: list[Token], at: int, again: Callable[[int], bool] = lambda _: False
) -> tuple[list[int], int]:
    """The numbers that begin at a token, and the token after them; none and the same place where none begins there.

    Args:
        tokens: of a question.
        at: where to begin.
        again: whether the noun of the list stands at a token once more ("rec 5 and rec 6").
    """
    while at < len(tokens) and tokens[at].text in _FILLER | {"the"}:
        at += 1
    if [t.text for t in tokens[max(at - 1, 0) : at + 1]] == ["the", "one"]:
        return [], at
    opens = _RANGES.get(tokens[at].text) if at < len(tokens) else None
    if opens:
        numbers, after = _joined(tokens, at + 1, again, opens, set())
        return (numbers, after) if len(numbers) > 1 and numbers[-1] < LONGEST else ([], at)
    return _joined(tokens, at, again, _TO, _JOINS)


def _joined(
    tokens: list[Token], at: int, again: Callable[[int], bool], to: set[str], joins: set[str]
) -> tuple[list[int], int]:
    """Numbers that some words join, ranges among them, and the token after the last."""
    numbers: list[int] = []
    end, joiner = at, ""
    while at < len(tokens):
        number, used = _number(tokens, at)
        if number is None:
            break
        numbers += between(numbers.pop(), number) if joiner in to and numbers else [number]
        at = end = at + used
        joiner = ""
        while at < len(tokens) and (
            tokens[at].text in joins | to or (joiner and (tokens[at].text in _FILLER or again(at)))
        ):
            joiner = tokens[at].text if tokens[at].text in joins | to else joiner
            at += 1
        if not joiner:
            break
    return numbers, end


def between(first: int, last: int) -> list[int]:
    """The numbers of a range; its two ends where they do not ascend, or lie too far apart."""
    return list(range(first, last + 1)) if first < last <= first + LONGEST else [first, last]


def _number(tokens: list[Token], at: int) -> tuple[int | None, int]:
    """The number at a token, and how many tokens it takes."""
    word = tokens[at].text
    following = [t.text for t in tokens[at + 1 : at + 3]]
    if word in TENS:
        dash = following[:1] == ["-"]
        unit = following[dash : dash + 1]
        if unit and unit[0] in UNITS[1:10]:
            return TENS[word] + UNITS.index(unit[0]), 2 + dash
    if word == "one" and following[:1] in (["side"], ["another"]):
        return None, 0
    if word == "hundred":
        return 100, 1
    if word in ROMAN and not (word == "i" and following):
        return ROMAN[word], 1
    return (value(word), 1) if len(word) <= 4 or not word.isdigit() else (None, 0)


def ordinal_list(tokens: list[Token], at: int) -> tuple[list[int], int]:
    """The ordinals that begin at a token ("third and fourth", "first to fifth"), and the token after them."""
    numbers: list[int] = []
    joiner = ""
    while at < len(tokens):
        number, used = _ordinal(tokens, at)
        if number is None:
            break
        numbers += between(numbers.pop(), number) if joiner in _TO and numbers else [number]
        at += used
        joiner = tokens[at].text if at < len(tokens) else ""
        beyond = at + 2 if [t.text for t in tokens[at + 1 : at + 2]] == ["the"] else at + 1
        if joiner in {"and", "or", ",", "&", *_TO} and beyond < len(tokens):
            at = beyond if _ordinal(tokens, beyond)[0] is not None else at
    return numbers, at


def _ordinal(tokens: list[Token], at: int) -> tuple[int | None, int]:
    """The ordinal at a token, and how many tokens it takes."""
    word = tokens[at].text
    if word in TENS:
        step = 2 if [t.text for t in tokens[at + 1 : at + 2]] == ["-"] else 1
        unit = ORDINALS.get(tokens[at + step].text) if at + step < len(tokens) else None
        return (TENS[word] + unit, step + 1) if unit is not None and 0 < unit < 10 else (None, 0)
    if word in ORDINALS:
        return ORDINALS[word], 1
    if word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th"):
        return int(word[:-2]), 1
    return None, 0
