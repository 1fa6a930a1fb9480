"""The passages that name people or places or give a reason, where a question asks for names or a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.evidence.asked import Asked
from assistant.evidence.kinds import holds_names, wants_names
from assistant.evidence.linking import linked
from assistant.evidence.quote import Quote, whole
from assistant.evidence.ranking import Ranked
from assistant.language.numbers import SEVERAL, pattern_of, value
from assistant.language.phrases import Phrases
from assistant.library.library import Library, Unit
from assistant.library.posts import posts
from assistant.question.facets import Want
from corpus.patterns import lazy_regex

#: How much worse a passage that holds names may match, where names are asked for.
NAMES_BEHIND = 0.8


def naming(asked: Asked) -> Ranked:
    """The best passage; where names or a reason are asked for, the best that holds some, if it is nearly as good."""
    best = asked.ranked[0]
    if not wants_names(asked.question):
        return _because(asked, best)
    found = [r for r in _lists_names(asked, best) if r.score >= best.score - NAMES_BEHIND]
    count = _COUNT.search(asked.question.focus)
    if count and (as_many := [r for r in found if _counts(r.unit.passage.text, count[1], asked.library)]):
        return as_many[0]
    return best if holds_names(best.unit.passage.text, asked.library) or not found else found[0]


#: What gives the reason for a deed.
CAUSE = Phrases(
    "because|in (?:the )?light of|in response to|owing to|due to|as a result of|prompted by|led to"
)
_WHY = Phrases("why|for what reasons?|what (?:made|prompted|led|drove)|how come|reasons? (?:for|behind|why)")


def _because(asked: Asked, best: Ranked) -> Ranked:
    """The best passage of the paper named that gives a reason, where why is asked and the best of all gives none."""
    if (
        not asked.question.documents
        or not _WHY.search(asked.question.focus)
        or CAUSE.search(best.unit.passage.text)
    ):
        return best
    giving = [r for r in asked.ranked if CAUSE.search(r.unit.passage.text)]
    alone = len(giving) == 1
    return next((r for r in giving if alone or (r.own > 0 and r.score >= best.score - NAMES_BEHIND)), best)


def with_introduction(asked: Asked, best: Ranked, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The quotes of some speech with the line that introduces it behind the first, where it is asked who spoke."""
    if not asked.question.has(Want.WHO):
        return quotes
    before = (best.unit,) if best.unit.passage.text.endswith("said:") else introducing(asked, best.unit)
    more = (whole(u) for u in before if all(q.passage is not u.passage for q in quotes))
    return (*quotes[:1], *more, *quotes[1:])


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


def _names_in(text: str, library: Library) -> int:
    return sum(n in library.names for n in re.findall(r"[A-Z][a-z]+", text))


def _counts(text: str, number: str, library: Library) -> bool:
    """Whether a passage holds so many names, or says the number of what it names."""
    names = _names_in(text, library)
    count = value(number) or 0
    return names == count or (names > 2 and bool(re.search(rf"\b{pattern_of(count)}\b", text, re.IGNORECASE)))


def others_named(asked: Asked, best: Ranked) -> tuple[Quote, ...]:
    """The other passages that count names with the best, where several counts are asked for or a total of them."""
    counts = _COUNT.findall(asked.question.focus)
    if not counts or not wants_names(asked.question):
        return ()
    return tuple(
        whole(r.unit)
        for r in _lists_names(asked, best)
        if r is not best and _names_in(r.unit.passage.text, asked.library) > 1
    )


def introducing(asked: Asked, unit: Unit) -> tuple[Unit, ...]:
    """The line that introduces the speech which a passage belongs to ("…, Director in East Sussex, said:")."""
    speaker = unit.passage.speaker
    return tuple(
        u
        for p in posts(asked.library)
        for u in p.units[:1]
        if u.passage.text.endswith("said:") and u.passage.text.startswith(speaker)
    )[:1]
