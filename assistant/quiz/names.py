"""Names in the documents that a gap can stand for: bodies, roles, and laws and programmes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.language.vocabulary import load_vocabulary
from assistant.quiz.records import Records
from assistant.quiz.sayings import Saying
from assistant.quiz.text import content
from corpus.patterns import lazy_regex
from corpus.statements.actors import is_actor

MOST_COMMON = 20
"""A name that stands in more sayings than this is no test of anything: "Government", "Professor Munro"."""
_WORD = r"[A-Z][A-Za-z'’-]*[A-Za-z]"
_RUN = lazy_regex(rf"(?<![\w’'-]){_WORD}(?:(?: (?:of|for|and|on|to))* {_WORD})*(?![\w-])")
_POSSESSIVE = lazy_regex(r"['’]s$")
_ROLES = frozenset(
    "worker director commissioner member minister secretary officer chair practitioner executive leader".split()
)
_THINGS = frozenset("act bill framework programme paper grant convention scheme".split())
_PERSON = lazy_regex(r"\b(?:Professor|Dame|Sir|Rt|MP|Munro|Loughton|Government)\b")


class Sort(StrEnum):
    """What a name names, as a stem says it."""

    BODY = "body"
    ROLE = "role"
    THING = "law, programme or framework"


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands in a saying."""

    saying: Saying
    text: str
    start: int
    """In the saying's text."""
    article: str
    """The article or the like before it, in lower case; empty where there is none."""
    sort: Sort
    spelt: str
    """In full, in lower case, where it is an abbreviation that is known."""

    @property
    def short(self) -> bool:
        """Whether it stands there as an abbreviation."""
        return self.spelt != self.text.lower()

    @property
    def plural(self) -> bool:
        return re.search(r"[^s]s$", _head(self.spelt)) is not None


def names(records: Records) -> tuple[Name, ...]:
    """Every name inside a saying, those too common to be asked for left out."""
    known = load_vocabulary(
        tuple(p.text for p in records.corpus.passages), records.corpus.documents
    ).abbreviations
    runs = [(s, text, start) for s in records.sayings for text, start in _runs(s)]
    alone = {text for _, text, _ in runs if " and " not in text}
    pieces = [(s, piece, at) for s, text, start in runs for piece, at in _pieces(text, start, alone, known)]
    often = Counter(text for _, text, _ in pieces)
    made = (_name(s, text, start, known) for s, text, start in pieces if often[text] <= MOST_COMMON)
    return tuple(n for n in made if n)


def _runs(saying: Saying) -> Iterator[tuple[str, int]]:
    """Capitalised words that stand together, and where; those that may owe their capital to a sentence left out."""
    for match in _RUN.finditer(saying.text):
        text, start = match[0], match.start()
        if text.startswith("The "):
            text, start = text[4:], start + 4
        opens = re.search(r"(?:^|[.:?!“\"‘] ?)(?:The )?$", saying.text[:start]) is not None
        if not opens or re.fullmatch(r"[A-Z]{3,}s?", text):
            yield _POSSESSIVE.sub("", text), start


def _pieces(text: str, start: int, alone: set[str], known: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """A run as it is, or cut at an "and" that joins two names."""
    for match in re.finditer(" and ", text):
        left, right = text[: match.start()], text[match.end() :]
        if {left, right} & alone or left.lower() in known or right.lower() in known:
            yield from _pieces(left, start, alone, known)
            yield from _pieces(right, start + match.end(), alone, known)
            return
    yield text, start


def _name(saying: Saying, text: str, start: int, known: Mapping[str, str]) -> Name | None:
    longer = re.match(r" (?:for|of|to) (?:the )?[A-Z]", saying.text[start + len(text) :])
    if longer or text.startswith("The "):
        return None
    short = re.fullmatch(r"[A-Z][A-Za-z]*[A-Z]s?", text) is not None
    if _PERSON.search(text) or (" " not in text and not (short and text.lower() in known)):
        return None
    spelt = known.get(text.lower(), text).lower()
    sort = sort_of(spelt)
    before = re.search(r"\b(the|an?|its|their|our|each|every) $", saying.text[:start], re.IGNORECASE)
    return Name(saying, text, start, before[1].lower() if before else "", sort, spelt) if sort else None


def sort_of(spelt: str) -> Sort | None:
    """What a name in full, in lower case, names; None where its head word does not tell."""
    head = _head(spelt)
    single = "secretary" if head == "secretaries" else head.removesuffix("s")
    if single in _ROLES:
        return Sort.ROLE
    if single in _THINGS:
        return Sort.THING
    return Sort.BODY if is_actor(f"the {head}") else None


def _head(spelt: str) -> str:
    return re.split(r" (?:of|for|on|to) ", spelt)[0].split()[-1]


def same(a: Name, b: Name) -> bool:
    """Whether two names may name the same, the one being part of the other or its short form."""
    first, second = content(a.spelt), content(b.spelt)
    return first <= second or second <= first
