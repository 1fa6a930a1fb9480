"""Periods told in a roundabout way ("the tail end of 2012", "spring, April or May, of that year"), put as dates are written."""

from __future__ import annotations

import re

from corpus.dates.calendar import MONTHS
from corpus.patterns import lazy_regex

_YEAR = r"(?:19|20)\d\d"
_MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_SEASON = "(?:spring|summer|autumn|winter)"
#: A stretch of a year that some months are said to be.
_STRETCH = (
    rf"(?:{_SEASON}|(?:closing|last|final|opening|first|early|middle) (?:few |two |three )?(?:months|weeks|part|half|quarter) of"
    r"|(?:middle|end|start|beginning) of)"
)
#: Only a text with a year and one of these words has anything to put right.
_GUARD = lazy_regex(
    rf"\b(?:that (?:same )?year|the same year|tail[ -]end|back[ -]end|fag[ -]end|close of|dying days|{_SEASON}|earlier|before|prior|later|after|latest|months of|middle of|{_MONTH},? of)\b",
    re.IGNORECASE,
)
_ANY_YEAR = lazy_regex(rf"\b{_YEAR}\b")
_OF_YEAR = lazy_regex(rf"\b(?P<month>{_MONTH}),? of (?P<year>{_YEAR})\b", re.IGNORECASE)
_THAT_YEAR = lazy_regex(
    rf"\b(?P<when>{_MONTH}|{_SEASON}|(?:start|beginning|middle|end|close) )(?P<joint>,? ?(?:of |in )?)(?:that|the same) (?:same )?year\b",
    re.IGNORECASE,
)
#: "Spring, April or May, of 2012": the months that a season is said to mean.
_MEANING_MONTHS = lazy_regex(
    rf"\b(?:the )?{_STRETCH}(?: {_YEAR})?[,(] ?(?:so |i\.?e\.? |meaning |that is,? )?(?P<one>{_MONTH}) (?:or|and) (?P<other>{_MONTH})[,)]? ?(?:of |in )?(?P<year>{_YEAR})\b",
    re.IGNORECASE,
)
_STRETCH_FIRST = lazy_regex(
    rf"\b(?:the )?{_STRETCH} (?P<year>{_YEAR})(?:,| -| –| \(| :)? ?(?:so |i\.?e\.?,? |meaning |that is,? )?(?P<one>{_MONTH}) (?:or|and) (?P<other>{_MONTH})\b\)?(?! {_YEAR})",
    re.IGNORECASE,
)
_COUNTED_IN = lazy_regex(
    rf"\b(?P<season>{_SEASON}) (?P<year>{_YEAR})(?:,| -| –| \()? ?(?:with |and |counting |taking |including )?(?P<month>{_MONTH})"
    r"(?: (?:being|is|counts? as|counted as|included|as|counting as)(?: (?:part of )?(?:it|that|summer|spring|autumn|winter|included|one))?)?\)?(?=\W|$)",
    re.IGNORECASE,
)
_BY_THE_END = lazy_regex(
    rf"\b(?P<by>by|before|until) (?:the )?(?:very )?(?:tail[ -]end|back[ -]end|close) of (?P<year>{_YEAR})\b",
    re.IGNORECASE,
)
_TAIL = lazy_regex(
    rf"\b(?:the )?(?:very )?(?:tail[ -]end|back[ -]end|fag[ -]end|close|dying days|closing (?:weeks|months)) of (?P<year>{_YEAR})"
    rf"(?:,? \(?(?:i\.?e\.?,?|that is,?|meaning|in other words,?) [^?.!)\d]*(?:late|end)[^?.!)\d]*\)?)?",
    re.IGNORECASE,
)
#: "The middle of 2012, May to July": the months from one to another.
_MONTHS_TO = lazy_regex(
    rf"\b(?:the )?{_STRETCH} (?P<year>{_YEAR})(?:,| -| –| \(| :)? ?(?:so |i\.?e\.?,? |meaning |that is,? )?(?P<one>{_MONTH}) ?(?:to|-|–|through|till) ?(?P<other>{_MONTH})\b\)?",
    re.IGNORECASE,
)
#: No date lies before a year.
_NONE_BEFORE = lazy_regex(
    rf"\b(?P<no>no|none|nothing|not|never|without)\b(?P<what>[^.?!;:]{{0,40}}?) before (?P<year>{_YEAR})\b",
    re.IGNORECASE,
)


def plain_periods(text: str) -> str:
    """A text with its periods as dates are written; itself where they are, or where it has no year."""
    if "20" not in text or not _GUARD.search(text) or (first := _ANY_YEAR.search(text)) is None:
        return text
    text = _THAT_YEAR.sub(
        lambda m: f"{m['when']}{m['joint']}{_year_before(text, m.start()) or first[0]}", text
    )
    text = _OF_YEAR.sub(r"\g<month> \g<year>", text)
    text = _MEANING_MONTHS.sub(r"\g<one> \g<year> or \g<other> \g<year>", text)
    text = _STRETCH_FIRST.sub(r"\g<one> \g<year> or \g<other> \g<year>", text)
    text = _MONTHS_TO.sub(_each_month, text)
    text = _COUNTED_IN.sub(r"\g<season> \g<year> or \g<month> \g<year>", text)
    text = _BY_THE_END.sub(r"\g<by> the end of \g<year>", text)
    text = _NONE_BEFORE.sub(r"\g<no>\g<what> earlier than \g<year>", text)
    return _TAIL.sub(r"late \g<year> or the end of \g<year>", text)


def _each_month(told: re.Match[str]) -> str:
    """Every month from one to another of a year."""
    names = list(MONTHS)
    first, last = (
        next((i for i, m in enumerate(names) if m.startswith(told[x].lower()[:3])), 0)
        for x in ("one", "other")
    )
    some = names[first : last + 1] or [names[first], names[last]]
    return " or ".join(f"{m.title()} {told['year']}" for m in some)


def _year_before(text: str, at: int) -> str:
    """The last year that a text names before a place; empty where it names none."""
    return next((m[0] for m in reversed(list(_ANY_YEAR.finditer(text, 0, at)))), "")
