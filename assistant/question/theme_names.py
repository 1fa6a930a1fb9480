"""The theme that a question means by its name."""

from __future__ import annotations

import re
from collections import Counter

from assistant.language.numbers import SEVERAL, value
from assistant.language.phrases import Phrases
from assistant.language.words import stems
from assistant.library.library import Library, supports
from assistant.question.facets import Want
from assistant.question.filler import all_filler
from assistant.question.question import Question
from assistant.question.theme_titles import said_before, tells
from corpus.patterns import lazy_regex

#: How far a theme's name must say a term to be the term's subject.
NAMES_IT = 0.9
_THEME = lazy_regex(r"(?<=\w )\btheme\b(?! \d)", re.IGNORECASE)
_RECOMMENDATIONS = lazy_regex(r"\b(?:recommendations|recs)\b", re.IGNORECASE)


#: Where recommendations stand: under a heading.
PLACED = Phrases(
    "(?:(?:did|does|has|have|had) (?:the )?(?:department|government|ministers?|they|officials|authors?|document|response|table) )?"
    "(?:sit|stand|com|fall|go|belong|list|group|fil|plac|put)(?:e|s|es|ed|ped|ing)?(?: (?:together|all))? (?:under|within|in|to|as)",
    "(?:recommendations|recs|ones|are|is|were) (?:under|within)",
)


def theme_stems(library: Library, theme: int) -> frozenset[str]:
    """The stems of a theme's name; none for a number that no theme has."""
    return frozenset(stems(library.corpus.themes.get(theme, "")))


def themes_of(numbers: tuple[int, ...], library: Library) -> tuple[int, ...]:
    """The themes that recommendations stand under, ascending; none for a number that no recommendation has."""
    known = library.corpus.recommendations
    return tuple(sorted({known[n].theme for n in numbers if n in known}))


def themes_by_name(question: Question, library: Library) -> tuple[int, ...]:
    """The theme whose name a question uses, where it speaks of a theme or names it wholly."""
    if own := _word_for_word(question.focus, library) or _before_noun(question, library):
        return own
    if own := _right_before(question.text, library):
        return own
    said = frozenset(stems(question.focus)) | frozenset(stems(question.text))
    found = {number: _share(name, said, library) for number, name in library.corpus.themes.items()}
    best = max(found.values(), default=0.0)
    spoken = [t for t in question.terms if not all_filler(t) and not PLACED.search(f"{t.text} under")]
    about = [
        n for n in found if spoken and all(supports(theme_stems(library, n), t) >= NAMES_IT for t in spoken)
    ]
    placed = question.has(Want.THEME) or PLACED.search(question.focus)
    if placed and len(about) == 1:
        return tuple(about)
    named = [n for n, share in found.items() if share == best]
    wholly = best == 1.0 and re.search(r"\brecommendations\b", question.focus)
    if best < 0.5 or len(named) != 1 or not (placed or wholly):
        return ()
    return tuple(named)


_SIZED = lazy_regex(
    rf"\b(?:has|have|had|with|holds?|contains?|got|of)\b(?: only| just| exactly| a total of)? (?P<n>{SEVERAL})"
    r"(?: (?:recommendations|recs|of (?:them|the recommendations)|in (?:it|all)))?(?=\W|$)",
    re.IGNORECASE,
)


def themes_by_size(text: str, library: Library) -> tuple[int, ...] | None:
    """The themes that hold as many recommendations as a question asks ("which theme has only three?"); None where it asks no such thing."""
    theme = _WHICH_THEME.search(text)
    sized = theme and _SIZED.match(text, theme.end() + 1)
    if not sized:
        return None
    held = Counter(r.theme for r in library.corpus.recommendations.values())
    return tuple(sorted(t for t, count in held.items() if count == value(sized["n"])))


_WHICH_THEME = lazy_regex(r"\b(?:which|what|any|every|the) themes?\b", re.IGNORECASE)


def _word_for_word(text: str, library: Library) -> tuple[int, ...]:
    """The theme whose whole name stands in a text."""
    lower = text.lower()
    names = library.corpus.themes.items()
    if wholly := tuple(n for n, name in names if name and name.lower() in lower)[:1]:
        return wholly
    if not _OF_A_THEME.search(text):
        return ()
    return tuple(n for n, name in names if any(part in lower for part in _parts(name)))[:1]


#: Recommendations or a theme are spoken of.
_OF_A_THEME = lazy_regex(r"\b(?:recommendations|recs|ones|themes?)\b", re.IGNORECASE)


def _parts(name: str) -> list[str]:
    """What a theme's name joins by "and", where that is more than a word."""
    return [part for part in name.lower().split(" and ") if " " in part]


def _before_noun(question: Question, library: Library) -> tuple[int, ...]:
    """The one theme whose name says what stands right before "theme" or "recommendations" ("the early help recommendations")."""
    theme = _THEME.search(question.focus)
    noun = theme or _RECOMMENDATIONS.search(question.focus)
    before = question.focus[: noun.start()].lower().rstrip() if noun else ""
    term = next((t for t in question.terms if before.endswith(t.text)), None)
    if term is None or not (theme or any(tells(s, library) for s in term.own)):
        return ()
    found = [n for n in library.corpus.themes if supports(theme_stems(library, n), term) >= NAMES_IT]
    return tuple(found) if len(found) == 1 else ()


def _right_before(text: str, library: Library) -> tuple[int, ...]:
    """The one theme of whose title two words and more stand right before "recommendations", and nothing else."""
    for noun in _OF_SEVERAL.finditer(text):
        titled = said_before(text, noun.start(), library, share=1.0)
        if titled and titled.hits > 1:
            return (titled.theme,)
    return ()


_OF_SEVERAL = lazy_regex(r"\b(?:recommendations|recs|proposals)\b", re.IGNORECASE)


def _share(name: str, said: frozenset[str], library: Library) -> float:
    """Share of the telling words of a name that some words say, rare ones counting more, 0 to 1."""
    own = [(s in said, library.rarity((s,))) for s in stems(name) if tells(s, library)]
    return sum(rarity for found, rarity in own if found) / max(1.0, sum(rarity for _, rarity in own))
