"""References in a question: recommendations, themes and paragraphs by number, in any way of writing them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from assistant.language.numbers import CARDINALS
from assistant.language.spelling import frequency
from assistant.question.number_lists import Token, number_list, ordinal_list, tokens_of
from corpus.patterns import lazy_regex


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of a numbered thing."""

    kind: str
    """recommendation, theme or paragraph"""
    numbers: tuple[int, ...]
    start: int
    end: int


_NOUNS = {
    "recommendation": (
        "recommendation",
        "recommendations",
        "recs",
        "rec",
        "recc",
        "reccs",
        "reco",
        "recom",
        "r",
    ),
    "theme": ("theme", "themes"),
    "paragraph": ("paragraph", "paragraphs", "para", "paras", "par"),
}


@lru_cache(maxsize=64)
def references(text: str) -> tuple[Reference, ...]:
    """Every reference of a text, in order of mention."""
    tokens = tokens_of(text)
    found: list[Reference] = []
    at = 0
    while at < len(tokens):
        kind = _kind(tokens, at)
        made = _after(tokens, at, kind) if kind else None
        made = made or (_ordinal(tokens, at) if not kind else None)
        if made is None:
            at += 1
            continue
        reference, at = made
        found.append(reference)
    return tuple(found)


def _kind(tokens: list[Token], at: int) -> str | None:
    word = tokens[at].text
    if word == "§":
        return "paragraph"
    for kind, nouns in _NOUNS.items():
        if word in nouns:
            if word == "r" and not (
                at + 1 < len(tokens)
                and tokens[at + 1].text.isdigit()
                and tokens[at + 1].start == tokens[at].end
            ):
                return None
            return kind
    if word in _NUMBERED and _tells_numbers(tokens, at):
        return "recommendation"
    if len(word) >= 9 and word[:1] == "r" and DamerauLevenshtein.distance(word, "recommendation") <= 4:
        return "recommendation"
    if len(word) >= 10 and word[:1] == "r" and DamerauLevenshtein.distance(word, "recommendations") <= 4:
        return "recommendation"
    if len(word) >= 7 and word[:1] == "p" and DamerauLevenshtein.distance(word, "paragraph") <= 2:
        return "paragraph"
    return None


#: "Numbers six and seven", "number twelve": what has numbers here.
_NUMBERED = ("numbers", "nos", "number")


def _tells_numbers(tokens: list[Token], at: int) -> bool:
    """Whether numbers follow that recommendations may have: several, or one in words that counts nothing first."""
    numbers, end = number_list(tokens, at + 1)
    if not numbers or max(numbers) >= _TOO_MANY or (at and tokens[at - 1].text in _OTHER_NUMBERS):
        return False
    said_of = end < len(tokens) and tokens[end].text in _SAID_OF_ONE and numbers[0] > 1
    return (
        len(numbers) > 1
        or said_of
        or tokens[at].text != "number"
        or (numbers[0] > 1 and not tokens[end - 1].text.isdigit())
    )


#: "Number 12 has two dates": what is told of one recommendation.
_SAID_OF_ONE = frozenset("has had was got gets says said asks asked".split())
#: What has a number of another kind.
_OTHER_NUMBERS = frozenset(
    "phone telephone case reference house page item room serial fax version any".split()
)
_TOO_MANY = 100


def _after(tokens: list[Token], at: int, kind: str) -> tuple[Reference, int] | None:
    """ "recommendations 8, 10 and 13", "rec no. 4", "recs 1 to 4"."""
    numbers, end = number_list(tokens, at + 1, lambda j: _kind(tokens, j) == kind)
    if not numbers and end == at + 1 and (number := _misspelt(tokens, end)) is not None:
        numbers, end = [number], end + 1
    if not numbers:
        return None
    return Reference(kind, tuple(dict.fromkeys(numbers)), tokens[at].start, tokens[end - 1].end), end


def _misspelt(tokens: list[Token], j: int) -> int | None:
    """A number word one slip away ("recommendation siz"), where just one is that near."""
    word = tokens[j].text if j < len(tokens) else ""
    if len(word) < 3 or frequency(word) > SELDOM:
        return None
    near = [n for name, n in CARDINALS.items() if DamerauLevenshtein.distance(word, name) == 1]
    return near[0] if len(near) == 1 else None


#: A word of everyday English is no slip for a number.
SELDOM = 200


def _ordinal(tokens: list[Token], at: int) -> tuple[Reference, int] | None:
    """ "the eighth recommendation", "14th rec", "first to third themes"."""
    numbers, j = ordinal_list(tokens, at)
    if not numbers or j >= len(tokens):
        return None
    kind = _kind(tokens, j)
    if kind is None and tokens[j].text == "one" and min(numbers) > _FIRST_FEW:
        kind = "recommendation"
    if kind is None:
        return None
    return Reference(kind, tuple(numbers), tokens[at].start, tokens[j].end), j + 1


#: "The first one" is the first of what was spoken of; "the thirteenth one" can only be a recommendation.
_FIRST_FEW = 3


#: What stands in front of a number that a question leaves out ("leaving recommendation 9 aside").
ASIDE = lazy_regex(
    r"\b(?:leaving|setting|putting|apart from|except(?: for)?|excluding|other than|aside from|besides|not counting|ignoring|bar)\b[^,.;?]{0,25}(?:\d{1,2}(?:,? (?:and |or )?|,))*$",
    re.IGNORECASE,
)
