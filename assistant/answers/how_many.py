"""How many recommendations a set question asks for by their number ("which two recommendations …?")."""

from __future__ import annotations

import re

from assistant.language.numbers import SEVERAL, value
from corpus.patterns import lazy_regex

_SINGULAR = lazy_regex(r"\bwhich recommendation\b(?!s)", re.IGNORECASE)
_NUMBERED = lazy_regex(
    rf"\b(?:which|what|the|name|list) (?P<n>{SEVERAL}) (?:recommendations|recs|of (?:the|them)|responses|timescales)\b"
    rf"|^\W*(?P<alone>{SEVERAL}) (?:about|on|to do with|dealing with)\b",
    re.IGNORECASE,
)


def asked_for(text: str, every: int) -> int:
    """How many of all there are a question asks for: one, a number that it gives, or every one."""
    if _SINGULAR.search(text):
        return 1
    match = _NUMBERED.search(text)
    return (match and value(match["n"] or match["alone"])) or every


_ITS = lazy_regex(
    rf"\b(?:each|all|both|any|every one) of its (?P<n>{SEVERAL})\b|\bits (?P<all>{SEVERAL}) (?:recommendations|recs)\b",
    re.IGNORECASE,
)


def more_than_held(text: str, found: int) -> bool:
    """Whether more were found than a question says that there are ("each of its three")."""
    match = _ITS.search(text)
    held = value(match["n"] or match["all"]) if match else None
    return held is not None and found > held
