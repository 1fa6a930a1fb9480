"""Recommendations, parts, documents, paragraphs and themes as sentences name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.gate.claims import (
    Claim,
    DocumentClaim,
    ParagraphClaim,
    PartClaim,
    RecommendationClaim,
    SpeakerClaim,
    ThemeClaim,
    TitleClaim,
)
from assistant.language.numbers import SEVERAL_IN_WORDS
from assistant.language.numbers import value as number_in
from corpus import Corpus
from corpus.model import Part
from corpus.patterns import lazy_regex

_NUMBER = rf"(?:\d{{1,3}}|{SEVERAL_IN_WORDS}|one)\b"
_LIST = rf"{_NUMBER}(?:(?:,| and| or| to|, and| &)\s+(?:recommendation )?{_NUMBER})*"
_RECOMMENDATIONS = lazy_regex(rf"\brec(?:ommendation|\.)?s?:?\s+(?:no\.? |number )?({_LIST})", re.IGNORECASE)
_TALLY = lazy_regex(rf":\s*({_LIST})\s*$", re.IGNORECASE)
_TITLE = lazy_regex(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_OURS = lazy_regex(r";\s*the title is ours$")
_PARAGRAPH = lazy_regex(rf"\bparagraphs?\s+({_LIST})", re.IGNORECASE)
_THEME = lazy_regex(rf"\b(?P<outside>outside )?theme\s+(?P<list>{_LIST})", re.IGNORECASE)
_EACH = lazy_regex(_NUMBER, re.IGNORECASE)
_RANGE = lazy_regex(rf"{_NUMBER} to {_NUMBER}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _PartNamed:
    """How sentences name a part of a recommendation."""

    part: Part
    owner: str
    """Of whose it is, a word of the name; empty where nobody's."""
    needed: tuple[str, ...]
    """One of these must be in the text, or the pattern need not be tried."""
    pattern: str


_WHOSE = r"(?P<whose>[\w ]+?)['’]s "
_NAMED_PARTS = (
    _PartNamed(
        Part.GOVERNMENT_RESPONSE,
        "government",
        ("response to", "reply to", "answer to"),
        rf"\b(?:{_WHOSE})?(?:response|reply|answer) to (?=recommendation|it\b)",
    ),
    _PartNamed(
        Part.TIMESCALE,
        "",
        ("timescale",),
        r"\btimescale(?: given| set)? for (?=recommendation|it\b)",
    ),
    _PartNamed(
        Part.MUNRO_ARGUMENT,
        "munro",
        ("argument",),
        rf"\b(?:{_WHOSE})?arguments? for (?=recommendation|it\b)",
    ),
    _PartNamed(Part.RECOMMENDATION, "munro", ("s recommendation",), rf"\b{_WHOSE}(?=recommendation\s)"),
)
_PARTS = tuple((named, lazy_regex(named.pattern, re.IGNORECASE)) for named in _NAMED_PARTS)

Found = tuple[Claim, int, int]
"""A claim and where its words stand."""


@lru_cache(maxsize=2048)
def numbers(text: str) -> tuple[int, ...]:
    """The recommendations that a text names by number."""
    return tuple(dict.fromkeys(n for m in _lists(text) for n in _values(m[1])))


def recommendation_claims(text: str, corpus: Corpus) -> Iterator[Found]:
    """Recommendations by number, and the titles that stand behind them in brackets."""
    for match in _lists(text):
        values = _values(match[1])
        for value in values:
            yield RecommendationClaim(value), match.start(), match.end()
        titled = _TITLE.match(text, match.end())
        if titled and len(values) == 1:
            title = _OURS.sub("", titled[1])
            yield TitleClaim(values[0], title), titled.start(), titled.end()


def part_claims(text: str, named: tuple[int, ...]) -> Iterator[Found]:
    """Parts of recommendations, and whose they are said to be."""
    lowered = text.lower()
    for kind, pattern in _PARTS:
        if not any(words in lowered for words in kind.needed):
            continue
        for match in pattern.finditer(text):
            whose = match.groupdict().get("whose")
            if whose and kind.owner not in whose.lower():
                yield SpeakerClaim(whose.strip()), match.start(), match.end()
            yield PartClaim(kind.part, named), match.start(), match.end()


def document_claims(text: str, corpus: Corpus) -> Iterator[Found]:
    """Documents by their short titles."""
    lowered = text.lower()
    for document in corpus.documents:
        if document.short_title.lower() not in lowered:
            continue
        for match in re.finditer(rf"\b{re.escape(document.short_title)}\b", text, re.IGNORECASE):
            yield DocumentClaim(document.id), match.start(), match.end()


def paragraph_claims(text: str) -> Iterator[Found]:
    """Numbered paragraphs."""
    for match in _PARAGRAPH.finditer(text):
        for value in _values(match[1]):
            yield ParagraphClaim(value), match.start(), match.end()


def theme_claims(text: str, named: tuple[int, ...], corpus: Corpus) -> Iterator[Found]:
    """Themes by number, with their names where these follow."""
    for match in _THEME.finditer(text):
        values = _values(match["list"])
        for value in values:
            name = corpus.themes.get(value, "")
            behind = re.match(r"(?: is|,) ", text[match.end() :])
            at = match.end() + (behind.end() if behind else 0)
            end = at + len(name) if behind and text[at:].startswith(name) else match.end()
            members = tuple(n for n in named) if len(values) == 1 or match["outside"] else ()
            yield ThemeClaim(value, members, bool(match["outside"])), match.start(), end


def themes_named(text: str) -> Iterator[tuple[int, bool]]:
    """Theme numbers of a text, each with whether what lies outside it is meant."""
    for match in _THEME.finditer(text):
        for value in _values(match["list"]):
            yield value, bool(match["outside"])


def _lists(text: str) -> list[re.Match[str]]:
    found = list(_RECOMMENDATIONS.finditer(text))
    tally = None if found else _TALLY.search(text)
    return [tally] if tally else found


def _values(listed: str) -> list[int]:
    found = [number_in(w) or 0 for w in _EACH.findall(listed)]
    if _RANGE.fullmatch(listed):
        return list(range(found[0], found[-1] + 1))
    return found
