"""Bounds that all the dates of a timescale keep ("dates, but none earlier than 2012"), put as the year that has them."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.library.library import Library
from corpus.model import Part
from corpus.patterns import lazy_regex

_BEYOND = (
    r"(?:(?P<before>earlier than|before|prior to)(?: january)?|(?P<after>later than|after|beyond)(?: december)?)"
    r" (?P<year>(?:19|20)\d\d)\b"
)
_HAVE = "(?:have|has|had|hold|holds|held|give|gives|gave|carry|carries|carried|with|name|names|named|got)"
_DATES = "(?:an? |some |any )?(?:calendar |firm |actual |named )?dates?"
#: There are dates, and none lies beyond.
_DATED_NONE = lazy_regex(
    rf"\b{_HAVE} {_DATES},? (?:but |and |though |yet )?(?:none|not one|no date|nothing|never one)"
    rf"(?: of (?:them|these|those|which))?(?: is| are| was| were| falls?| lies?)? {_BEYOND}",
    re.IGNORECASE,
)
#: None lies beyond, and there is one; or those that have none are left out.
_NONE_DATED = lazy_regex(
    rf"\b(?:{_HAVE} )?(?:nothing|no dates?|none)(?: dated| due)? {_BEYOND},? \(?"
    r"(?:(?:even though|although|but|though) (?:there (?:is|was) )?an? (?:calendar |firm )?date(?: (?:is|was|has been|had been) (?:set|given|named))?"
    rf"|(?:but|yet|though)(?: they)?(?: do| did)? {_HAVE} (?:one|some|{_DATES})"
    r"|(?:leaving out|apart from|except(?: for)?|not counting|ignoring|excluding|other than|besides|setting aside)"
    r"(?: any| those| the ones| ones| the)* (?:with no|without an?|undated|that (?:have|had|give) no)(?: calendar)?(?: dates?| ones?)?)\)?",
    re.IGNORECASE,
)
#: The first or the last of a timescale's dates lies in a year.
_EDGE_IN = lazy_regex(
    r"\b(?:whose|where the|with an?|with the) (?:very )?(?:(?P<last>latest|last|final)|(?P<first>earliest|first)) (?:date|deadline)s?(?: (?:is|are|was|were|falls?|lies?|fell))?(?: only)? in (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def with_bounds(text: str, library: Library) -> str:
    """A question that asks for the dates of one year where its bounds leave no other; itself where it sets none, or they do."""
    if "20" not in text or not _GUARD.search(text):
        return text
    text = _EDGE_IN.sub(lambda m: _edge(m, library), text)
    text = _NONE_DATED.sub(lambda m: _only(m, library), text)
    return _DATED_NONE.sub(lambda m: _only(m, library), text)


def bounding_years(text: str) -> tuple[str, ...]:
    """The years that the bounds of a text name."""
    if "20" not in text or not _GUARD.search(text):
        return ()
    return tuple(m["year"] for p in (_EDGE_IN, _NONE_DATED, _DATED_NONE) for m in p.finditer(text))


_GUARD = lazy_regex(
    r"\b(?:earlier|before|prior|later|after|beyond|latest|last|final|earliest|first)\b", re.IGNORECASE
)


def _only(none: re.Match[str], library: Library) -> str:
    """That all dates lie in a year, where no timescale has any beyond it on the other side."""
    years = _years(library)
    year = int(none["year"])
    edge = years and (max(years) if none["before"] else min(years)) == year
    return f"only have {year} dates" if edge else none[0]


def _edge(told: re.Match[str], library: Library) -> str:
    """That all dates lie in a year, or one does, where that is the first or the last year of all timescales."""
    years, year = _years(library), int(told["year"])
    if not years or year not in (min(years), max(years)):
        return told[0]
    only = year == (min(years) if told["last"] else max(years))
    who = "that" if told.string[: told.start()].rstrip()[-1:].isalnum() else "Which recommendations"
    return f"{who} only have {year} dates" if only else f"{who} have a {year} date"


@lru_cache(maxsize=4)
def _years(library: Library) -> frozenset[int]:
    """The years of the dates in timescales."""
    whens = (
        w
        for u in library.units
        if u.passage.part is Part.TIMESCALE
        for s in u.sentences
        for w in s.whens
        if w.edtf
    )
    return frozenset(d.year for w in whens for d in (w.first, w.last) if d)
