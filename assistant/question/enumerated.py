"""The marks of a numbered list of questions ("1) was it accepted 2) when is it due"): they name nothing in the guidance."""

from __future__ import annotations

import re

from corpus.patterns import lazy_regex

#: A mark, where a question may begin after it.
_MARK = lazy_regex(
    r"(?:^|(?<=[\s:;,.?!–—-]))\(?(?P<mark>[1-5]|i{1,3}|iv|v)(?:[).:]|\.\))\s+(?=[A-Za-z'\"“‘])", re.IGNORECASE
)
_ROMAN = ("i", "ii", "iii", "iv", "v")
#: What stands before a number that names a place ("rec 1) …" closes a bracket).
_NAMES_A_PLACE = lazy_regex(
    r"\b(?:rec\w*|r|numbers?|no|nos|para\w*|theme|and|or|to|section)\.?\s*$", re.IGNORECASE
)


def without_enumeration(text: str) -> str:
    """A message with a mark of question in the place of each mark of its list; itself where it numbers no questions.

    The marks must count from one, two at least.
    """
    marks = [m for m in _MARK.finditer(text) if not _NAMES_A_PLACE.search(text[: m.start()])]
    if [_number(m["mark"]) for m in marks] != list(range(1, len(marks) + 1)) or len(marks) < 2:
        return text
    starts = [0, *(m.end() for m in marks)]
    ends = [*(m.start() for m in marks), len(text)]
    first, *pieces = (text[a:b].strip() for a, b in zip(starts, ends, strict=True))
    asked = (
        piece if piece[-1:] in ("?", ".", "!") else f"{piece.rstrip(',;:')}?" for piece in pieces if piece
    )
    return " ".join((*([first] if first else []), *asked))


def _number(mark: str) -> int:
    return int(mark) if mark.isdigit() else _ROMAN.index(mark.lower()) + 1
