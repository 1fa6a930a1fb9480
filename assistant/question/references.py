"""References in a question: recommendations, themes and paragraphs by number, in any way of writing them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from assistant.language.phrases import Phrases
from assistant.language.spelling import frequency

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
ROMAN = {
    r: n
    for n, r in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), start=1
    )
}


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
_TOKEN = re.compile(r"[A-Za-z]+|\d+(?:st|nd|rd|th)?(?![\d.]*\d)|[#§&,/+-]")
_JOIN = {"and", "or", "to", "&", ",", "/", "-", "vs", "v", "versus", "+", "with", "than", "nor", "through"}
_FILLER = {"number", "no", "num", "nos", "numbers", "#", "the"}


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


def references(text: str) -> tuple[Reference, ...]:
    """Every reference of a text, in order of mention."""
    tokens = [_Token(m[0].lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
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


def _kind(tokens: list[_Token], at: int) -> str | None:
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
    if len(word) >= 9 and word[:1] == "r" and DamerauLevenshtein.distance(word, "recommendation") <= 4:
        return "recommendation"
    if len(word) >= 10 and word[:1] == "r" and DamerauLevenshtein.distance(word, "recommendations") <= 4:
        return "recommendation"
    if len(word) >= 7 and word[:1] == "p" and DamerauLevenshtein.distance(word, "paragraph") <= 2:
        return "paragraph"
    return None


def _after(tokens: list[_Token], at: int, kind: str) -> tuple[Reference, int] | None:
    """ "recommendations 8, 10 and 13", "rec no. 4", "recs 1 to 4"."""
    j = at + 1
    while j < len(tokens) and tokens[j].text in _FILLER:
        j += 1
    numbers, j = _number_list(tokens, j, roman=True)
    if not numbers and j == at + 1 and (value := _misspelt(tokens, j)) is not None:
        numbers, j = [value], j + 1
    if not numbers:
        return None
    return Reference(kind, tuple(dict.fromkeys(numbers)), tokens[at].start, tokens[j - 1].end), j


def _misspelt(tokens: list[_Token], j: int) -> int | None:
    """A number word one slip away ("recommendation siz"), where just one is that near."""
    word = tokens[j].text if j < len(tokens) else ""
    if len(word) < 3 or frequency(word) > SELDOM:
        return None
    near = [n for n, unit in enumerate(UNITS) if DamerauLevenshtein.distance(word, unit) == 1]
    return near[0] if len(near) == 1 else None


#: A word of everyday English is no slip for a number.
SELDOM = 200


def _number_list(tokens: list[_Token], j: int, roman: bool) -> tuple[list[int], int]:
    numbers: list[int] = []
    end = j
    joiner = ""
    while j < len(tokens):
        value, used = _number(tokens, j, roman)
        if value is None:
            break
        if joiner in ("to", "-", "through") and numbers and numbers[-1] < value <= numbers[-1] + 20:
            numbers += range(numbers[-1] + 1, value + 1)
        else:
            numbers.append(value)
        j += used
        end = j
        joiner = ""
        while j < len(tokens) and (tokens[j].text in _JOIN or (joiner and _again(tokens, j))):
            joiner = tokens[j].text if tokens[j].text in _JOIN else joiner
            j += 1
        if not joiner:
            break
    return numbers, end


def _again(tokens: list[_Token], j: int) -> bool:
    return tokens[j].text in _NOUNS["recommendation"] or tokens[j].text in _FILLER - {"the"}


def _number(tokens: list[_Token], j: int, roman: bool) -> tuple[int | None, int]:
    word = tokens[j].text
    if word.isdigit() and len(word) <= 4:
        return int(word), 1
    if word in TENS:
        following = tokens[j + 1].text if j + 1 < len(tokens) else ""
        if following == "-":
            following = tokens[j + 2].text if j + 2 < len(tokens) else ""
            return (TENS[word] + UNITS.index(following), 3) if following in UNITS[1:10] else (TENS[word], 1)
        return (TENS[word] + UNITS.index(following), 2) if following in UNITS[1:10] else (TENS[word], 1)
    if word in UNITS:
        return UNITS.index(word), 1
    if word == "hundred":
        return 100, 1
    if roman and word in ROMAN and not (word == "i" and _pronoun(tokens, j)):
        return ROMAN[word], 1
    return None, 0


def _pronoun(tokens: list[_Token], j: int) -> bool:
    return j + 1 < len(tokens)


def _ordinal(tokens: list[_Token], at: int) -> tuple[Reference, int] | None:
    """ "the eighth recommendation", "14th rec", "third and fourth themes"."""
    numbers: list[int] = []
    j = at
    while j < len(tokens):
        value = _ordinal_value(tokens[j].text)
        if tokens[j].text in TENS and j + 1 < len(tokens):
            step = 2 if tokens[j + 1].text == "-" else 1
            unit = _ordinal_value(tokens[j + step].text) if j + step < len(tokens) else None
            if unit is not None and unit < 10:
                value, j = TENS[tokens[j].text] + unit, j + step
        if value is None:
            break
        numbers.append(value)
        j += 1
        if (
            j < len(tokens)
            and tokens[j].text in ("and", "or", ",", "&")
            and j + 1 < len(tokens)
            and _ordinal_value(tokens[j + 1].text)
        ):
            j += 1
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


def _ordinal_value(word: str) -> int | None:
    if word in ORDINALS:
        return ORDINALS.index(word)
    if word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th"):
        return int(word[:-2])
    return None


_BARE = Phrases(
    r"(?<![\w£.,:/-])(\d{1,3})(?!(?:\d|[.,:]\d|%|\s*(?:per cent|million|billion|years?|months?|weeks?|days?|hours?|hrs?|children|authorities|trial|health|places|pm|am|yo\b|year|(?:st|nd|rd|th)\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))",
    whole_words=False,
)


def bare_numbers(text: str, taken: tuple[tuple[int, int], ...]) -> tuple[Reference, ...]:
    """Numbers that stand alone ("what about 6?", "8 v 10"), outside the spans already read."""
    return tuple(
        Reference("recommendation", (int(m[1]),), m.start(), m.end())
        for m in _BARE.finditer(text)
        if not any(start <= m.start() < end for start, end in taken)
    )


#: What stands in front of a number that a question leaves out ("leaving recommendation 9 aside").
ASIDE = re.compile(
    r"\b(?:leaving|setting|putting|apart from|except(?: for)?|excluding|other than|aside from|besides|not counting|ignoring|bar)\b[^,.;?]{0,25}$",
    re.IGNORECASE,
)
