"""Names in a set question: runs of capitalised words that the documents hold, and the initials that stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.language.order import content, in_a_row
from assistant.language.vocabulary import Phrase, Term, phrase, terms
from assistant.language.words import STOPWORDS, stem, words
from assistant.library.library import Library
from assistant.question.topic import FRAME
from corpus.patterns import lazy_regex

_SMALL = "(?:of|for|and|the|in|on|to)"
_RUN = lazy_regex(
    rf"\b[A-Z][\w'’]*(?:(?: {_SMALL}){{0,2}} [A-Z][\w'’]*)+",
)
_INITIALS = lazy_regex(r"\b[A-Z]{2,8}\b")

#: An "and" between two names ("SWRB and the College"), not inside one ("Health and Social Care").
_BETWEEN = lazy_regex(r"\band(?= the\b)|(?:(?<=[A-Z]{2})|(?<=[A-Z]{2}s)) and\b|\band(?= [A-Z]{2,})")

Found = tuple[Term, int, int]
"""A name and where it stands."""


def names_in(text: str, library: Library) -> tuple[Found, ...]:
    """Names of two words and more that some passage holds as they are, in order of mention."""
    return tuple(_known(text, library))


def _known(text: str, library: Library) -> Iterator[Found]:
    for match in _RUN.finditer(_BETWEEN.sub(lambda m: "," * len(m[0]), text)):
        found = [w for w in words(match[0])]
        while found and found[0].text.lower() in STOPWORDS:
            found = found[1:]
        own = content([w.stem for w in found])
        if len(own) > 1 and any(u.stems.issuperset(own) and in_a_row(own, u.order) for u in library.units):
            made = terms(tuple(found), library.vocabulary)
            name = text[match.start() + found[0].start : match.end()]
            whole = made[0] if len(made) == 1 else Term(name.lower(), frozenset({own}), own)
            yield whole, match.start() + found[0].start, match.end()


def with_noun(term: Term, at: int, text: str, library: Library) -> Term:
    """A term with the noun behind it where the documents hold them side by side ("statutory guidance"), though every question may have that noun."""
    after = _NEXT.match(text, at + len(term.text)) if at >= 0 else None
    if after is None or after["noun"].lower() not in FRAME:
        return term
    own = (*term.own, stem(after["noun"].lower()))
    if own[-2:] not in library.pairs:
        return term
    return Term(f"{term.text} {after['noun'].lower()}", frozenset({own}), own)


_NEXT = lazy_regex(r" (?P<noun>\w+)")


def full_forms(own: Phrase, library: Library) -> frozenset[Phrase]:
    """A wording, its abbreviations or what it abbreviates: any of them says the very same."""
    forms = {own, *library.vocabulary.short_forms.get(own, ())}
    if len(own) == 1:
        forms |= {(form,) for form in (f"{own[0]}s", own[0].removesuffix("s")) if form in library.known}
        forms |= _by_initials(library).get(own[0], frozenset())
    else:
        forms |= {(short,) for short, names in _by_initials(library).items() if own in names} or _of_one_name(
            own, library
        )
    return frozenset(forms)


def _of_one_name(own: Phrase, library: Library) -> set[Phrase]:
    """The initials of the one name that ends with a wording ("the reform board"); none where several do."""
    ending = {
        short
        for short, names in _by_initials(library).items()
        if short in library.known and any(name[-len(own) :] == own for name in names)
    }
    return {(short,) for short in ending} if len(ending) == 1 else set()


@lru_cache(maxsize=4)
def _by_initials(library: Library) -> dict[str, frozenset[Phrase]]:
    """The initials of the documents' names of three words and more, as stems, to the names that they stand for."""
    made: dict[str, set[Phrase]] = {}
    for unit in library.units:
        for match in _RUN.finditer(unit.passage.text):
            big = [w for w in re.findall(r"[\w'’]+", match[0]) if w[0].isupper()]
            if len(big) > 2:
                initials = "".join(w[0] for w in big).lower()
                made.setdefault(stem(initials), set()).add(phrase(match[0]))
    return {short: frozenset(names) for short, names in made.items()}
