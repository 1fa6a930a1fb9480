"""The passages that name people or places, where a question asks for names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.evidence.asked import Asked
from assistant.evidence.kinds import holds_names, wants_names
from assistant.evidence.linking import linked
from assistant.evidence.quote import Quote, whole
from assistant.evidence.ranking import Ranked
from assistant.language.numbers import SEVERAL, pattern_of, value
from assistant.library.library import Library
from corpus.patterns import lazy_regex

#: How much worse a passage that holds names may match, where names are asked for.
NAMES_BEHIND = 0.8


def naming(asked: Asked) -> Ranked:
    """The best passage that holds names, if it is nearly as good as the best of all; else that."""
    best = asked.ranked[0]
    found = [r for r in _lists_names(asked, best) if r.score >= best.score - NAMES_BEHIND]
    count = _COUNT.search(asked.question.focus)
    wanted = (count and value(count[1])) or 0
    if count and (as_many := [r for r in found if counts(r.unit.passage.text, wanted, asked.library)]):
        return as_many[0]
    return best if holds_names(best.unit.passage.text, asked.library) or not found else found[0]


def _lists_names(asked: Asked, best: Ranked) -> Iterator[Ranked]:
    """Passages that hold names and are near the question, or speak of the recommendation that the best stands under."""
    number = linked(best.unit, asked.matcher, asked.library)
    for other in asked.ranked[:40]:
        if holds_names(other.unit.passage.text, asked.library) and (
            other.context >= 0.3
            or (number is not None and linked(other.unit, asked.matcher, asked.library) == number)
        ):
            yield other


#: "Which four councils", "the five joining".
_COUNT = lazy_regex(rf"\b(?:which|what|the|all|name|these|those) ({SEVERAL})\b", re.IGNORECASE)


def names_in(text: str, library: Library) -> int:
    """How many names of people or places stand in a text."""
    return sum(n in library.names for n in re.findall(r"[A-Z][a-z]+", text))


def counts(text: str, count: int, library: Library) -> bool:
    """Whether a text holds so many names, or says the number of what it names."""
    names = names_in(text, library)
    return names == count or (names > 2 and bool(re.search(rf"\b{pattern_of(count)}\b", text, re.IGNORECASE)))


def others_named(asked: Asked, best: Ranked) -> tuple[Quote, ...]:
    """The other passages that count names with the best, where several counts are asked for or a total of them."""
    counts = _COUNT.findall(asked.question.focus)
    if not counts or not wants_names(asked.question):
        return ()
    return tuple(
        whole(r.unit)
        for r in _lists_names(asked, best)
        if r is not best and names_in(r.unit.passage.text, asked.library) > 1
    )
