"""Numbers, dates and addresses that may belong to somebody: what they look like and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from assistant.notices.vocabulary import read_table
from corpus.patterns import lazy_regex


class Kind(StrEnum):
    """What a finding is."""

    PERSON_NAME = "person_name"
    DATE_OF_BIRTH = "date_of_birth"
    ADDRESS = "address"
    POSTCODE = "postcode"
    NHS_NUMBER = "nhs_number"
    CASE_NUMBER = "case_number"
    PHONE = "phone"
    EMAIL = "email"
    NATIONAL_INSURANCE = "national_insurance"


@dataclass(frozen=True, slots=True)
class Finding:
    """A piece of personal data: ``source[start:end] == text``."""

    start: int
    end: int
    kind: Kind
    text: str


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:(?:19|20)\d\d|\d\d)"
DATE = lazy_regex(
    rf"(?<![\d/.-])(?:{_DAY}(?P<s>[/.-])(?:0?[1-9]|1[0-2])(?P=s){_YEAR}"
    rf"|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    rf"|{_DAY}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}"
    rf"|{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d)(?![\d/-])",
    re.IGNORECASE,
)
BIRTH = lazy_regex(
    r"(?:\bd\.?\s?o\.?\s?b\b\.?|\bdate of birth\b|\bbirth\s?date\b|\bbirthday\b|\bborn\b|\bb\.)[\s:=\-–(]*"
    r"(?:(?:is|was|on|the)\s+)*$",
    re.IGNORECASE,
)
_EMAIL = lazy_regex(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_PHONE = lazy_regex(r"(?<![\w/.+-])(?:\(?(?:\+|00)\d{1,3}\)?|\(?0)[\d\s().-]{7,17}\d(?![\w/])")
_NHS = lazy_regex(r"(?<!\d)(?<!\d )\d{3}(?P<s>[ -]?)\d{3}(?P=s)\d{4}(?!\d)")
_INSURANCE = lazy_regex(r"\b[a-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d]\b", re.IGNORECASE)
_POSTCODE = lazy_regex(r"\b[a-z]{1,2}\d[a-z\d]?\s?\d[abd-hjlnp-uw-z]{2}\b", re.IGNORECASE)
_PUPIL_NUMBER = lazy_regex(r"\b[A-Z]\d{12}\b")
_BOOK = lazy_regex(r"isbn[\s:-]*$", re.IGNORECASE)
_NHS_SAID = lazy_regex(r"\bnhs\b[^.?!]{0,25}$", re.IGNORECASE)
_GEOGRAPHIC_OR_MOBILE = ("01", "02", "07")


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The word lists of personal data."""
    return read_table("personal_data.toml")


def numbers(text: str) -> Iterator[Finding]:
    """What is personal by itself: e-mail, telephone, NHS, National Insurance and case numbers."""
    mailboxes = frozenset(table()["words"]["role_mailboxes"])
    for match in _EMAIL.finditer(text):
        if match.group().partition("@")[0].casefold() not in mailboxes:
            yield _found(match, Kind.EMAIL)
    for match in _PHONE.finditer(text):
        written = match.group().lstrip("(") if ")" not in match.group() else match.group()
        start = match.end() - len(written)
        if _is_personal_phone(written) and not DATE.match(written) and not _BOOK.search(text[:start]):
            yield Finding(start, match.end(), Kind.PHONE, written)
    for match in _NHS.finditer(text):
        before = text[: match.start()]
        if not _BOOK.search(before) and (is_nhs_number(match.group()) or _NHS_SAID.search(before)):
            yield _found(match, Kind.NHS_NUMBER)
    for match in _INSURANCE.finditer(text):
        yield _found(match, Kind.NATIONAL_INSURANCE)
    for match in _PUPIL_NUMBER.finditer(text):
        yield _found(match, Kind.CASE_NUMBER)
    for match in _case_number().finditer(text):
        value = match.group("value").rstrip(".-/")
        start = match.start("value")
        if sum(map(str.isdigit, value)) >= 4:
            yield Finding(start, start + len(value), Kind.CASE_NUMBER, value)


def births(text: str) -> Iterator[Finding]:
    """Dates that are said to be a day of birth."""
    for match in DATE.finditer(text):
        if BIRTH.search(text[: match.start()]):
            yield _found(match, Kind.DATE_OF_BIRTH)


def addresses(text: str) -> Iterator[Finding]:
    """House, street and, where it follows, town; whether somebody lives there is for the caller to judge."""
    for match in _address().finditer(text):
        yield _found(match, Kind.ADDRESS)


def postcodes(text: str) -> Iterator[Finding]:
    for match in _POSTCODE.finditer(text):
        yield _found(match, Kind.POSTCODE)


def said_to_be_home(text: str, start: int) -> bool:
    """True where "lives at" or the like stands before the position."""
    return _home().search(text[max(0, start - 40) : start]) is not None


def is_nhs_number(written: str) -> bool:
    """Modulo 11 check of a ten-digit number, after the NHS data dictionary; ten equal digits are none."""
    digits = [int(c) for c in written if c.isdigit()]
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    check = 11 - sum(d * w for d, w in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == digits[9]


def national(written: str) -> str:
    """Digits of a telephone number as dialled in Britain; foreign numbers keep their country code."""
    digits = re.sub(r"\D", "", written)
    if written.lstrip("(").startswith("+") or digits.startswith("00"):
        digits = digits.removeprefix("00")
        return "0" + digits.removeprefix("44").removeprefix("0") if digits.startswith("44") else digits
    return digits


def _is_personal_phone(written: str) -> bool:
    """False for 03, 08 and 09, which belong to organisations, and for what is too short or too long."""
    digits = national(written)
    if digits.startswith("0"):
        return digits.startswith(_GEOGRAPHIC_OR_MOBILE) and len(digits) in (10, 11)
    return 9 <= len(digits) <= 15


def _found(match: re.Match[str], kind: Kind) -> Finding:
    return Finding(match.start(), match.end(), kind, match.group())


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=1)
def _case_number() -> re.Pattern[str]:
    words = table()["case_numbers"]
    numbered = r"(?:numbers?|no\.?|nr\.?|ref(?:erence)?\.?|id|identifier|#)"
    return lazy_regex(
        rf"\b(?:(?:{_any(words['of'])})\s+{numbered}|(?:{_any(words['systems'])})(?:\s+{numbered})?)"
        rf"(?:\s+(?:number|no\.?|is|was|of))*[\s:#=]*(?P<value>\w[\w/.-]*\d[\w/-]*)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _address() -> re.Pattern[str]:
    streets = _any(table()["words"]["streets"])
    flat = r"(?i:(?:flat|apartment|apt|unit|room)\s+\w{1,4},?\s+)?"
    house = r"(?i:(?:no|number)\.?\s+)?\d{1,4}[a-zA-Z]?,?\s+"
    word = r"(?!(?i:and|of|is|in|on|at|by|to|was|are|for|with|from)\b)[A-Za-z][\w'’-]*\s+"
    street = rf"(?:(?i:the)\s+|(?:{word}){{1,3}})(?i:{streets})\b"
    town = r"(?:,\s+[A-Z][a-z]+)?"
    return lazy_regex(rf"(?<![\w/.-]){flat}{house}{street}{town}")


@lru_cache(maxsize=1)
def _home() -> re.Pattern[str]:
    lives = _any(table()["words"]["lives"])
    return lazy_regex(rf"\b(?:{lives})\b[\s:]*(?:(?:is|was|at|in|on|of|to|home)\s+)*$", re.IGNORECASE)
