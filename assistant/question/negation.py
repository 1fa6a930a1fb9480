"""Whether a text denies what it names at a place ("which were not accepted", "none by July 2012")."""

from __future__ import annotations

import re

from assistant.language.phrases import Phrases
from corpus.patterns import lazy_regex

#: Words that deny what follows them.
_NOT = Phrases(
    "no|not|neither|nor|without|nothing|none|never|outside|excluding|except(?: for)?|apart from|other than|aside from",
    r"anything but|short of|fell short|lack(?:s|ing)?|leaving|rather than|less than|failed to|instead of|silent(?: (?:on|about))?|\w+n't",
    "(?:were|was|is|are|did|do|does|has|have|had|would)nt",
)
#: Where a new clause begins, which a denial before it does not reach.
_CLAUSE = lazy_regex(
    r"\b(?:but|yet|although|while|whereas|though)\b|[;:]|,\s*(?=which|what|who|how|just|only|merely|instead)",
    re.IGNORECASE,
)


def denies(word: str) -> bool:
    """Whether a word only denies ("never", "none")."""
    match = _NOT.match(word)
    return match is not None and match.end() == len(word)


def negated(text: str, at: int, near: int = 60) -> bool:
    """Whether a denial stands before a place, in its clause and near to it."""
    return denial(text, at, near) is not None


def denial(text: str, at: int, near: int = 60) -> re.Match[str] | None:
    """The denial nearest before a place, in its clause and near to it; None where there is none."""
    start = max((m.end() for m in _CLAUSE.finditer(text) if m.end() <= at), default=0)
    return next(reversed(list(_NOT.pattern.finditer(text, max(start, at - near), at))), None)
