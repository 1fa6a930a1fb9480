"""Parts of speech, from TextBlob's rule-based tagger, which needs no data beyond its package."""

from __future__ import annotations

import re
from functools import lru_cache

_ACRONYM = re.compile(r"[A-Z]{2,}s?$")


@lru_cache(maxsize=1)
def _tagger():  # type: ignore[no-untyped-def]
    from textblob.taggers import PatternTagger

    return PatternTagger()


@lru_cache(maxsize=1024)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text in order, each with its Penn Treebank tag."""
    return tuple((str(word), str(tag)) for word, tag in _tagger().tag(text))


@lru_cache(maxsize=1024)
def tags(text: str) -> dict[str, str]:
    """Lower-case word to its tag; the first one where a word stands several times."""
    made: dict[str, str] = {}
    for word, tag in tagged(text):
        made.setdefault(word.lower(), "NN" if _ACRONYM.match(word) else tag)
    return made


def is_noun(tag: str) -> bool:
    """Whether a tag is a noun's, a name's or a foreign word's."""
    return tag.startswith("NN") or tag == "FW"


def is_adjective(tag: str) -> bool:
    """Whether a tag is an adjective's."""
    return tag.startswith("JJ")


def compounds(text: str) -> tuple[tuple[str, str], ...]:
    """Neighbouring words of noun phrases: a modifier (adjective or noun) and the noun after it, lower case."""
    found = []
    previous: tuple[str, str] | None = None
    for word, tag in tagged(text):
        if word in ("'", "s") or not word[:1].isalnum():
            previous = previous if word in ("'", "s", "-") else None
            continue
        if previous and is_noun(tag) and (is_noun(previous[1]) or is_adjective(previous[1])):
            found.append((previous[0].lower(), word.lower()))
        previous = (word, tag)
    return tuple(found)
