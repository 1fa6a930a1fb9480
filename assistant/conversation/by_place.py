"""One of those spoken of, meant by its place among them ("the first of those", "the latter", "the other one")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.conversation.sets_given import last_set
from assistant.conversation.signs import THEM
from assistant.conversation.subject import spoken_of
from assistant.conversation.told import About
from assistant.language.spelling import Speller
from assistant.library.library import Library
from assistant.question.question import Question
from corpus.patterns import lazy_regex

_ONE = "(?:one|question|subject|thing|topic|person|post|role)"
_WE_ASKED = r"(?: (?:that )?(?:you|i|we) (?:were |was )?(?:asked|mentioned|talked|spoke|began|started)(?: about| with| on)?)"
_ASKED = f"{_WE_ASKED}?"
#: "The earlier one", "the first of those", "the latter".
_BY_PLACE = lazy_regex(
    rf"\bthe (?:very )?(?:(?P<of>first|second|third|fourth|last|middle)(?: {_ONE})? of {THEM}"
    rf"|(?P<place>first|second|third|last|middle|original|earlier) {_ONE}|(?P<pair>former|latter)(?: {_ONE})?){_ASKED}(?!\w)"
    rf"|^\W*(?:(?:and|so|but|then|ok(?:ay)?|what about|(?:go(?:ing)?|return(?:ing)?)?(?: ?back)? to|for),? )*"
    rf"the (?P<alone>first|second|third|fourth|last|middle)(?=\W*$|\s*[,:.–-])"
    rf"|\bthe (?P<set>first|second|third|fourth|last)(?= (?:(?:come|fall|be|due)s? )?(?:later|earlier|sooner|before|after|due)\b)"
    rf"|\bthe one{_WE_ASKED} (?P<asked>first|second|last)(?!\w)",
    re.IGNORECASE,
)
_PLACE = lazy_regex(
    rf"\bthe (?P<at>first|second|third|fourth|last|former|latter)(?: {_ONE})?(?: of {THEM})?(?=\W*$|\s+(?:is|was)\b)",
    re.IGNORECASE,
)
_OTHER = lazy_regex(
    r"\bthe other(?: (?:one|recommendation|rec))?"
    r"(?=\W*$|\s*[,;:]|\s(?:is|was|will|would|does|did|has|have|get|got|say|said|ask|asked)\b)",
    re.IGNORECASE,
)

Pointed = tuple[tuple[int, int], tuple[int, ...]]
"""Where the words stand that point to what was spoken of, and the numbers of that."""


def subjects(states: Sequence[Question], about: About) -> list[tuple[int, ...]]:
    """What was spoken of, in the order in which the conversation came to it."""
    return list(dict.fromkeys(some for s in states if (some := spoken_of(s, about))))


_PLACES = {"first": 0, "original": 0, "former": -2, "earlier": -2, "second": 1, "third": 2, "fourth": 3}
_PLACES |= {"last": -1, "latter": -1}


def by_place(
    text: str, states: Sequence[Question], library: Library, speller: Speller, about: About
) -> Pointed | None:
    match = _BY_PLACE.search(text)
    if match is None:
        return None
    row = _row(states, library, about, bool(match["of"] or match["pair"]))
    place = (
        match["of"] or match["place"] or match["pair"] or match["alone"] or match["set"] or match["asked"]
    ).lower()
    if place == "middle":
        return (match.span(), row[len(row) // 2]) if len(row) % 2 else None
    at = _PLACES[place]
    return (match.span(), row[at]) if -len(row) <= at < len(row) else None


def _row(states: Sequence[Question], library: Library, about: About, of_them: bool) -> list[tuple[int, ...]]:
    """What a place counts in: the members of the set just given, else what was spoken of in several questions."""
    given = last_set(states, library, about)
    if given is not None and given.state is states[-1] and (of_them or not given.state.recommendations):
        return [(n,) for n in given.members]
    return subjects(states, about) if len(states) > 1 else []


def at_another_place(
    text: str, taken: tuple[int, int], states: Sequence[Question], library: Library, about: About
) -> Pointed | None:
    """What another place in the same text means, where one was read already ("does the second one follow the first?")."""
    match = next((m for m in _PLACE.finditer(text) if m.end() <= taken[0] or m.start() >= taken[1]), None)
    row = _row(states, library, about, " of " in text[slice(*taken)]) if match else []
    at = _PLACES[match["at"].lower()] if match else 0
    return (match.span(), row[at]) if match and -len(row) <= at < len(row) else None


def other_one(
    text: str, states: Sequence[Question], library: Library, speller: Speller, about: About
) -> Pointed | None:
    match = _OTHER.search(text)
    now = spoken_of(states[-1], about) if match else ()
    if match is None or len(now) != 1:
        return None
    given = last_set(states, library, about)
    of_a_set = given is not None and now[0] in given.members
    pair = [(n,) for n in given.members] if given and of_a_set else subjects(states, about)[-2:]
    left = [some for some in pair if some != now]
    return (match.span(), left[0]) if len(left) == 1 else None
