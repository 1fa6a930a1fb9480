"""Plain lists of wordings, kept as data and read when the first is asked for."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from corpus.errors import CorpusError
from corpus.patterns import lazy_regex

FILE = Path(__file__).parent.parent / "data" / "wordings.toml"


@cache
def wordings(name: str) -> frozenset[str]:
    """A list by its name, in lower case.

    Raises:
        CorpusError: the file is missing, or no lists of words.
        KeyError: no list has the name.
    """
    return _lists()[name]


@cache
def said(name: str) -> re.Pattern[str]:
    """A pattern that finds any wording of a list as whole words, in either case."""
    longest_first = sorted(wordings(name), key=lambda w: (-len(w), w))
    return lazy_regex(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


@cache
def _lists() -> dict[str, frozenset[str]]:
    import tomllib

    try:
        read = tomllib.loads(FILE.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CorpusError(
            f"{FILE} cannot be read ({str(error).splitlines()[0]}). Run: git checkout -- {FILE}"
        ) from error
    if not all(isinstance(words, list) and all(isinstance(w, str) for w in words) for words in read.values()):
        raise CorpusError(f"{FILE} must hold lists of words alone. Run: git diff {FILE}")
    return {name: frozenset(words) for name, words in read.items()}
