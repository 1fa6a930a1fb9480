"""The passages that name people or places, where a question asks for names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers.asked import Asked
from assistant.answers.draft import Quote, whole
from assistant.answers.members import NUMBER_WORDS
from assistant.evidence.kinds import holds_names, wants_names
from assistant.evidence.library import Library
from assistant.evidence.linking import linked
from assistant.evidence.ranking import Ranked

#: How much worse a passage that holds names may match, where names are asked for.
NAMES_BEHIND = 0.8


def naming(asked: Asked) -> Ranked:
    """The best passage; where names are asked for, the best that holds some, if it is nearly as good."""
    best = asked.ranked[0]
    if not wants_names(asked.question):
        return best
    found = [r for r in _lists_names(asked, best) if r.score >= best.score - NAMES_BEHIND]
    count = _COUNT.search(asked.question.focus)
    if count and (as_many := [r for r in found if _counts(r.unit.passage.text, count[1], asked.library)]):
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


_NUMBERS = NUMBER_WORDS[2:10]
#: "Which four councils", "the five joining".
_COUNT = re.compile(rf"\b(?:which|what|the|all|name|these|those) ({'|'.join(_NUMBERS)})\b", re.IGNORECASE)


def _counts(text: str, number: str, library: Library) -> bool:
    """Whether a passage holds so many names, or says the number of what it names."""
    names = sum(n in library.names for n in re.findall(r"[A-Z][a-z]+", text))
    return names == _NUMBERS.index(number.lower()) + 2 or (
        names > 2 and bool(re.search(rf"\b{number}\b", text, re.IGNORECASE))
    )


def others_named(asked: Asked, best: Ranked) -> tuple[Quote, ...]:
    """The other passages that count names with the best, where several counts are asked for or a total of them."""
    counts = _COUNT.findall(asked.question.focus)
    if not counts or not wants_names(asked.question):
        return ()
    return tuple(
        whole(r.unit)
        for r in _lists_names(asked, best)
        if r is not best and any(_counts(r.unit.passage.text, n, asked.library) for n in _NUMBERS)
    )
