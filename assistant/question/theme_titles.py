"""The theme whose title some words of a text say, in any order and inflection."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.numbers import SEVERAL, value
from assistant.language.words import STOPWORDS, Word, stems, words
from assistant.library.library import Library
from corpus.patterns import lazy_regex

#: Share of the passages that hold a stem, from which on it tells no theme from the rest of the documents.
COMMON = 0.15
#: Share of the words of a phrase that a title must say.
SAID = 0.6
#: What joins the words of a title, and small words that open a phrase.
_JOINS = frozenset("and of for the a an in to how our their we".split())
#: A clause ends the phrase.
_ENDS = lazy_regex(r"[,;:.?!()\[\]–—]|\s-|(?<=\w)[\"'”’](?=\W|$)")


@dataclass(frozen=True, slots=True)
class Titled:
    """A theme told by words of its title, and where they stand."""

    theme: int
    start: int
    end: int
    hits: int
    """How many different words of the title are said."""
    telling: bool
    """Whether one of them is rare enough to tell the theme from the rest of the documents."""


def said_onward(text: str, at: int, library: Library) -> Titled | None:
    """The one theme whose title the words from a place on say best, as far as their clause goes; None where several do."""
    end = _ENDS.search(text, at)
    clause = text[at : end.start() if end else len(text)]
    return _best([w for w in words(clause.replace("-", " ")) if w.text not in _JOINS], at, library)


_COUNTED_ON = lazy_regex(
    rf"\b(?:the|her|its|all|those|these) (?P<count>{SEVERAL}) (?P<noun>recommendations|recs) (?:that (?:are|were) )?(?:on|about|under|around|for) (?:the )?[\"'“‘]?",
    re.IGNORECASE,
)
#: Words of a title that tell the theme beside the number of what it holds.
_ENOUGH = 2


def with_counted_theme(text: str, library: Library) -> str:
    """A question with "the four recommendations on …" put as those of the theme that holds as many and whose title says what they are on."""
    counted = _COUNTED_ON.search(text)
    titled = said_onward(text, counted.end(), library) if counted else None
    if counted is None or titled is None or not titled.telling or titled.hits < _ENOUGH:
        return text
    held = sum(r.theme == titled.theme for r in library.corpus.recommendations.values())
    if titled.start != counted.end() or held != value(counted["count"]):
        return text
    end = titled.end + (text[titled.end : titled.end + 1] in ('"', "'", "”", "’"))
    return f"{text[: counted.start('count')]}{counted['noun']} under theme {titled.theme}{text[end:]}"


def said_before(text: str, at: int, library: Library, share: float = SAID) -> Titled | None:
    """The one theme whose title the words right before a place say best, as far back as its article or clause goes.

    Args:
        text: a question.
        at: the place.
        library: tells the titles.
        share: of the words that the title must say, counted from the place.
    """
    before = text[:at].rstrip(" \"'”’")
    start = max((m.end() for m in _ENDS.finditer(before)), default=0)
    found: list[Word] = []
    for word in reversed(words(before[start:].replace("-", " "))):
        if word.text in STOPWORDS and word.text not in _JOINS:
            break
        if word.text in ("the", "a", "an", "our", "their", "we", "to", "how"):
            break
        if word.text not in _JOINS:
            found.append(word)
    return _best(found, start, library, share)


def _best(found: Sequence[Word], start: int, library: Library, share: float = SAID) -> Titled | None:
    """The one theme that says the most of the words, counted from the first on as far as it says most of them."""
    made = [_run(found, start, theme, names, library, share) for theme, names in title_stems(library).items()]
    hit = sorted((t for t in made if t), key=lambda t: -t.hits)
    if not hit or (len(hit) > 1 and hit[0].hits == hit[1].hits):
        return None
    return hit[0]


def _run(
    found: Sequence[Word], at: int, theme: int, name: frozenset[str], library: Library, share: float
) -> Titled | None:
    best: Titled | None = None
    said: dict[str, Word] = {}
    for count, word in enumerate(found, start=1):
        if word.stem not in name:
            continue
        said[word.stem] = word
        if len(said) >= share * count:
            places = [p for w in said.values() for p in (at + w.start, at + w.end)]
            telling = any(tells(s, library) for s in said)
            best = Titled(theme, min(places), max(places), len(said), telling)
    return best


@lru_cache(maxsize=4)
def title_stems(library: Library) -> dict[int, frozenset[str]]:
    """Theme number to the stems of its title."""
    return {n: frozenset(stems(title)) - _JOINS for n, title in library.corpus.themes.items()}


def tells(stem: str, library: Library) -> bool:
    """Whether a stem is rare enough to tell one theme from the rest of the documents."""
    return library.document_frequency.get(stem, 0) < COMMON * len(library.units)
