"""Personal data in what somebody types, judged by combinations, and its masking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.notices.concern import live_concern
from assistant.notices.identifiers import (
    DATE,
    Finding,
    Kind,
    addresses,
    births,
    national,
    numbers,
    postcodes,
    said_to_be_home,
    table,
)
from assistant.notices.names import Name, is_public, names
from corpus.patterns import lazy_regex

_SENTENCE = lazy_regex(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*|[.!?\n]+")
_AGE_AFTER = lazy_regex(
    r"[\s,(-]*(?:(?:is|who is|age|aged)\s+)?(?:1\d|\d)\b"
    r"(?!\s*(?:/|\.\d|-\d|%|of\b|[ap]m\b|children\b|recommendations?\b|months? ago|years? ago))",
    re.IGNORECASE,
)
_AGE = lazy_regex(
    r"\baged?\s+\d{1,2}\b|\b\d{1,2}[\s-](?:year|yr|month|week)s?[\s-]olds?\b|\b\d{1,2}\s?yo\b"
    r"|\bi am (?:1\d|\d)\b|,\s(?:1\d|\d)\s?(?:,|and\b)",
    re.IGNORECASE,
)
_GAP = lazy_regex(r"[\s,(:-]*")
_REACH = 14
"""Characters between a name and a number that is said of it."""
_POSTCODE_REACH = 30
"""Characters between a street and its postcode."""
_BIRTH = frozenset({Kind.DATE_OF_BIRTH})
_OF_A_PERSON = frozenset(Kind) - {Kind.PERSON_NAME, Kind.POSTCODE}


def personal_data(
    text: str, public_names: frozenset[str] = frozenset(), concern: bool | None = None
) -> list[Finding]:
    """Findings in order, without overlaps.

    Numbers and e-mail addresses count by themselves; a name, an address or a postcode only together with
    something else that is told of the person. ``public_names`` holds what the documents publish (see
    ``names.public_names``). ``concern`` says whether the text is a live concern, where that is known already.
    """
    sole = [f for f in (*numbers(text), *births(text)) if not _published(f, public_names)]
    homes = [f for f in addresses(text) if not _published(f, public_names)]
    areas = [f for f in postcodes(text) if not _published(f, public_names)]
    worrying = live_concern(text) if concern is None else concern
    people = list(_people(text, [*sole, *homes, *areas], public_names, worrying and not text.isupper()))
    homes = [home for home in homes if people or _is_home(text, home, areas)]
    areas = [area for area in areas if people or homes or said_to_be_home(text, area.start)]
    days = [day for name in people if (day := _day_after(text, name))]
    named = [Finding(name.start, name.end, Kind.PERSON_NAME, name.text) for name in people]
    return _without_overlaps([*sole, *days, *homes, *areas, *named, *_mentions(text, people, public_names)])


def mask(text: str, findings: Iterable[Finding]) -> str:
    """The text with each finding replaced by a marker such as "[name]"."""
    markers = table()["markers"]
    for finding in sorted(findings, key=lambda f: f.start, reverse=True):
        text = text[: finding.start] + str(markers[finding.kind]) + text[finding.end :]
    return text


def without_markers(masked: str) -> str:
    """A masked text without its markers, so that it may be read as an earlier question of a conversation."""
    markers = "|".join(re.escape(str(m)) for m in table()["markers"].values())
    return " ".join(re.sub(markers, " ", masked).split())


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    text: str
    identified: bool
    """Holds a number, an address or the like."""
    cased: bool
    """Speaks of a case, or of somebody's age."""
    schooled: bool
    """Names a school or a class."""


def _sentences(text: str, identifying: Sequence[Finding]) -> Iterator[_Sentence]:
    words = table()["words"]
    for match in _SENTENCE.finditer(text):
        lowered = match.group().casefold()
        yield _Sentence(
            match.start(),
            match.end(),
            match.group(),
            identified=any(f.start >= match.start() and f.end <= match.end() for f in identifying),
            cased=any(word in lowered for word in words["case"]) or _AGE.search(lowered) is not None,
            schooled=any(word in lowered for word in words["school"]),
        )


def _people(
    text: str, identifying: Sequence[Finding], public: frozenset[str], concern: bool
) -> Iterator[Name]:
    """Names of private persons of whom the text tells more than the name."""
    for sentence in _sentences(text, identifying):
        for found in names(sentence.text):
            name = replace(found, start=found.start + sentence.start, end=found.end + sentence.start)
            attached = _attached(name, text, identifying, _OF_A_PERSON)
            if is_public(name.text, public) and not (attached and name.full):
                continue
            if name.full or name.titled:
                looks = name.given or name.introduced or name.titled or attached or concern
                told = attached or sentence.identified or sentence.cased or concern or _aged(name, text)
                private = looks and told
            else:
                placed = _aged(name, text) and (sentence.identified or sentence.schooled)
                private = _attached(name, text, identifying, _BIRTH) or (name.given and (attached or placed))
            if private:
                yield name


def _attached(name: Name, text: str, identifying: Sequence[Finding], kinds: frozenset[Kind]) -> bool:
    """A day of birth or another of the kinds follows the name at once."""
    follows = any(f.kind in kinds and 0 <= f.start - name.end <= _REACH for f in identifying)
    return follows or _day_after(text, name) is not None


def _aged(name: Name, text: str) -> bool:
    return _AGE_AFTER.match(text, name.end) is not None


def _day_after(text: str, name: Name) -> Finding | None:
    """A date right behind a name, as in "Amir Hussain (12/05/2004)"; after "on" it is no day of birth."""
    gap = _GAP.match(text, name.end)
    date = DATE.match(text, gap.end()) if gap else None
    return Finding(date.start(), date.end(), Kind.DATE_OF_BIRTH, date.group()) if date else None


def _published(finding: Finding, public: frozenset[str]) -> bool:
    if finding.kind is Kind.PHONE:
        return national(finding.text) in public
    if finding.kind is Kind.POSTCODE:
        return "".join(finding.text.split()).upper() in public
    if finding.kind is Kind.ADDRESS:
        return is_public(finding.text.partition(",")[0], public)
    return finding.text in public


def _is_home(text: str, home: Finding, areas: Sequence[Finding]) -> bool:
    followed = any(0 <= area.start - home.end <= _POSTCODE_REACH for area in areas)
    return followed or said_to_be_home(text, home.start)


def _mentions(text: str, people: Sequence[Name], public: frozenset[str]) -> Iterator[Finding]:
    """Private persons named again, in whole or in part, and given names that stand alone in the same text."""
    everyday = frozenset(table()["names"]["everyday"])
    for part in sorted({part for name in people for part in (name.text, *name.parts) if len(part) > 2}):
        flags = 0 if part.casefold() in everyday else re.IGNORECASE
        for match in re.finditer(rf"(?<![\w-]){re.escape(part)}(?![\w-])", text, flags):
            yield Finding(match.start(), match.end(), Kind.PERSON_NAME, match.group())
    for name in names(text) if people else ():
        alone = not name.full and name.given and name.text.casefold() not in everyday
        if alone and not is_public(name.text, public):
            yield Finding(name.start, name.end, Kind.PERSON_NAME, name.text)


def _without_overlaps(findings: Iterable[Finding]) -> list[Finding]:
    """In order of place; of two that overlap, the one that stands first in ``findings`` stays."""
    kept: list[Finding] = []
    for finding in findings:
        if all(finding.end <= other.start or finding.start >= other.end for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda f: f.start)
