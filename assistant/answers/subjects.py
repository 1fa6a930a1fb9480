"""The two subjects that a question sets beside each other, by the words on both sides of what joins them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.evidence.asked import Asked
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Term, terms
from assistant.language.words import words
from corpus.model import Part, Passage, Recommendation
from corpus.patterns import lazy_regex

#: What joins two subjects, the clearest first; the last stands inside many a subject too.
_JOINS = (
    Phrases(r"or|versus|vs\.?|v|than|compared (?:with|to)|as opposed to"),
    Phrases("with|against|beside|alongside|next to|from|as|to|like"),
    Phrases("and"),
)
#: What joins the times of two subjects.
_JOINS_TIMES = Phrases(
    "(?:before|after)(?! \\w+ing\\b)|ahead of|by the time|at the same time as|same (?:\\w+ ){1,2}?as|(?:earlier|later|sooner) than"
)
#: Share of a side's terms that its recommendation must say.
SAYS = 0.6
#: The same where what joins the two can hardly stand inside a subject.
SAYS_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Side:
    """One of two subjects."""

    asked: Asked
    """The question as if it were about this subject alone."""
    recommendation: Recommendation

    def shown(self, part: Part) -> tuple[Passage, ...]:
        """One part of its recommendation: an argument in full, of another part what says most of the subject."""
        own = self.recommendation.passages[part]
        if part is Part.MUNRO_ARGUMENT:
            return own
        return (next((r.unit.passage for r in self.asked.ranked if r.unit.passage in own), own[0]),)


def two_in_time(asked: Asked) -> tuple[Side, Side] | None:
    """The two subjects of which one is set before, after or beside the other in time; None where nothing sets them so."""
    return two_sides(asked, (_JOINS_TIMES,), SAYS_HALF)


def two_sides(
    asked: Asked, every: tuple[Phrases, ...] = _JOINS, says: float = SAYS
) -> tuple[Side, Side] | None:
    """The two subjects, where each has a recommendation of its own; None where one holds both, or none does."""
    for joins in every:
        found = [
            (_fit(a, b), (a, b))
            for left, right in _splits(asked, joins)
            if (a := _side(left)) and (b := _side(right))
        ]
        fitting = [
            (fit, pair)
            for fit, pair in found
            if fit >= says and pair[0].recommendation is not pair[1].recommendation
        ]
        if fitting:
            return max(fitting, key=lambda f: f[0])[1]
    return None


def halves(asked: Asked) -> tuple[Asked, Asked] | None:
    """The words on both sides of the one clear "or" or "than" of a question, its terms divided; None where there is none."""
    found = list(_splits(asked, _JOINS[0]))
    return found[0] if len(found) == 1 else None


def _fit(a: Side, b: Side) -> float:
    return min(s.asked.ranked[0].context for s in (a, b))


def _side(asked: Asked) -> Side | None:
    number = next(iter(asked.groups), None)
    return Side(asked, asked.corpus.recommendations[number]) if number is not None else None


def _splits(asked: Asked, joins: Phrases) -> Iterator[tuple[Asked, Asked]]:
    """The question cut in two wherever something joins, each half with its own terms."""
    text = asked.question.focus
    known = asked.library.document_frequency
    placed = [
        (t.place_in(text.lower()), t)
        for t in asked.question.terms
        if any(all(s in known for s in w) for w in t.alternatives)
    ]
    for join in joins.finditer(text):
        left = _after_the_topic([(at, t) for at, t in placed if at < join.start()], text[: join.start()])
        right = _filled([t for at, t in placed if at >= join.end()], left, text[join.end() :], asked)
        if left and right:
            yield _half(asked, left, text[: join.start()]), _half(asked, right, text[join.end() :])


_WHICH = lazy_regex(r"\b(?:which|what|who)\b", re.IGNORECASE)


def _after_the_topic(placed: list[tuple[int, Term]], text: str) -> list[Term]:
    """The terms of a left side without a topic that is named before the question itself ("Lions: which came first, …")."""
    opening = _WHICH.search(text)
    own = [t for at, t in placed if opening and at > opening.start()]
    return own or [t for _, t in placed]


def _half(asked: Asked, some: list[Term], text: str) -> Asked:
    return replace(asked, question=replace(asked.question, terms=tuple(some), focus=text.strip()))


def _filled(right: list[Term], left: list[Term], text: str, asked: Asked) -> list[Term]:
    """The terms of a right side with what "one" stands for there: "a chief one" after "a principal social worker"."""
    one = re.search(r"\b(\w+) one\b", text, re.IGNORECASE)
    head = next((t.text.split()[1:] for t in reversed(left) if " " in t.text), None)
    if not one or not head:
        return right
    return [
        made
        for t in right
        for made in (
            terms(tuple(words(" ".join((t.text, *head)))), asked.library.vocabulary)
            if t.text == one[1].lower()
            else (t,)
        )
    ]
