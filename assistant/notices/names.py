"""Names of people: which capitalised words are one, and which of them are public."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.notices.identifiers import addresses, national, numbers, postcodes, table
from corpus.patterns import lazy_regex

_WORD = r"[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['’-][^\W\d_]+)*"
_SEQUENCE = lazy_regex(rf"{_WORD}(?:[ \t]+{_WORD})*")
_PUBLIC_SEQUENCE = lazy_regex(rf"{_WORD}(?:\s+(?:(?:of|and|the|for)\s+)*{_WORD})*")
_PUBLIC_NUMBER = lazy_regex(r"(?<!\w)\+?[\d(][\d ()-]{7,}\d(?!\w)")
_PUBLIC_EMAIL = lazy_regex(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LOWER_PAIR = lazy_regex(
    r"(?<![\w@.'-])([a-z]{2,}(?:-[a-z]+)?) ([a-z]{2,}(?:['’-][a-z]+)*)"
    r"(?=,? ?\(?(?:d\.?o\.?b|born\b|aged?\b|\d{1,2}\b|nhs\b))"
)
_BESIDE = lazy_regex(r"([^\W\d_]+)\s+(?:and|&)\s+$")
_NO_NAMES = ("other", "titles", "public_titles")
"""Lists of words that cut a sequence of capitalised words."""
_LEAD = 24
"""Characters before a name in which it may be introduced."""
_LONGEST = 4
"""Words of a person's name at most."""
_POSSESSIVE = lazy_regex(r"['’]s?$")
_CONTRACTION = lazy_regex(r"['’](?:ve|m|d|ll|re|s|t)$")


@dataclass(frozen=True, slots=True)
class Name:
    """Words that may be somebody's name: ``source[start:end] == text``."""

    start: int
    end: int
    text: str
    titled: bool
    """A private title stands before it: "Mrs"."""
    given: bool
    """Begins with a given name."""
    introduced: bool
    """"called", "named", "child:" or the like stands before it."""

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.text.split())

    @property
    def full(self) -> bool:
        return len(self.parts) > 1


def names(text: str) -> Iterator[Name]:
    """Candidates, office holders left out; without capitals only before a birth date, an age or the like."""
    for match in _SEQUENCE.finditer(text):
        yield from _within(text, match)
    for match in _LOWER_PAIR.finditer(text):
        first, second = match.groups()
        if first in _listed("given") - _listed("everyday") and second not in _listed("other") | _listed(
            "little"
        ):
            yield Name(match.start(), match.end(), match.group(), titled=False, given=True, introduced=False)


def public_names(corpus_texts: Iterable[str]) -> frozenset[str]:
    """What the texts make public, for ``personal_data``.

    Capitalised sequences of words as they stand (blanks made single), telephone numbers (as digits dialled in
    Britain), e-mail addresses, postcodes (without blank), case numbers and street addresses.
    """
    found: set[str] = set()
    for text in corpus_texts:
        found.update(" ".join(match.group().split()) for match in _PUBLIC_SEQUENCE.finditer(text))
        found.update(national(match.group()) for match in _PUBLIC_NUMBER.finditer(text))
        found.update(match.group() for match in _PUBLIC_EMAIL.finditer(text))
        found.update(finding.text for finding in addresses(text))
        found.update("".join(finding.text.split()) for finding in postcodes(text))
        found.update(finding.text for finding in numbers(text))
    return frozenset(found)


def is_public(text: str, public: frozenset[str]) -> bool:
    """True where the words stand together in one of the public names; case and hyphens make no difference."""
    return bool(public) and f" {_plain(text)} " in _index(public)


@lru_cache(maxsize=8)
def _index(public: frozenset[str]) -> str:
    return "\n".join(f" {_plain(name)} " for name in sorted(public))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"['’]s\b|[-–,]", " ", text.casefold()).split())


def _within(text: str, match: re.Match[str]) -> Iterator[Name]:
    """Names in a sequence of capitalised words: cut at words that are no part of a name."""
    run: list[re.Match[str]] = []
    before = ""
    for word in re.finditer(_WORD, match.group()):
        plain = _POSSESSIVE.sub("", word.group()).casefold()
        if _cuts(word.group(), plain, run):
            yield from _name(text, match.start(), run, before)
            run, before = [], plain
        else:
            run.append(word)
    yield from _name(text, match.start(), run, before)


def _cuts(word: str, plain: str, run: list[re.Match[str]]) -> bool:
    """True for a word that is no part of a name here: "Review", "Mrs"; not for "Foster" after "Ellie"."""
    given = _listed("given")
    if len(run) == 1 and plain in _listed("surnames") and _first(run[0].group()) in given:
        return False
    acronym = word.isupper() and len(word) <= 3 and plain not in given
    bare = _CONTRACTION.sub("", plain)
    return acronym or len(word) == 1 or any(bare in _listed(name) for name in _NO_NAMES)


def _name(text: str, offset: int, run: list[re.Match[str]], before: str) -> Iterator[Name]:
    if not run or before in _listed("public_titles") or len(run) > _LONGEST:
        return
    start, end = offset + run[0].start(), offset + run[-1].end()
    written = _POSSESSIVE.sub("", text[start:end])
    lead = text[max(0, start - _LEAD) : start].casefold()
    beside = _BESIDE.search(lead)
    introduced = lead.rstrip(" :").endswith(_introductions())
    introduced = introduced or (beside is not None and beside.group(1) in _listed("given"))
    titled, given = before in _listed("titles"), _first(written) in _listed("given")
    yield Name(start, start + len(written), written, titled, given, introduced)


def _first(written: str) -> str:
    return re.split(r"[\s-]", written)[0].casefold()


@lru_cache(maxsize=8)
def _listed(name: str) -> frozenset[str]:
    words = table()["names"][name]
    return frozenset(words.split() if isinstance(words, str) else words)


@lru_cache(maxsize=1)
def _introductions() -> tuple[str, ...]:
    return tuple(word.rstrip(":") for word in table()["words"]["introduces"])
