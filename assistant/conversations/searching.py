"""Words as they are searched: without case, emphasis, markers and typographic signs."""

from __future__ import annotations

import re
import unicodedata

from assistant.rendering.plain import plain
from corpus.patterns import lazy_regex

_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "*": None, "–": "-", "‑": "-", "‐": "-"})
_MARKER = lazy_regex(r"\[\d+\]")
#: Words that are looked for at most.
_MOST = 20


def searched(*texts: str) -> str:
    """The texts as one that is searched."""
    return " ".join(_folded(_MARKER.sub("", text)) for text in texts if text)


def wanted(typed: str) -> tuple[str, ...]:
    """The words to look for, each once; a phrase in double quotes is one."""
    pieces = re.findall(r'"([^"]+)"|([^\s"]+)', typed.translate(_SIGNS))
    found = (_folded(phrase or word) for phrase, word in pieces)
    return tuple(dict.fromkeys(word for word in found if word))[:_MOST]


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", plain(text).translate(_SIGNS).casefold()).split())
