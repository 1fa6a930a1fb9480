"""Two questions of different kinds in one message: each answered as if it were asked by itself, both in one answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

from assistant.answers.compare_parts import compare_parts
from assistant.answers.draft import Draft, Line
from assistant.evidence.asked import Asked
from assistant.model import Outcome
from assistant.question.askings import Asking, askings
from assistant.question.facets import Want
from assistant.question.question import Question, read_spelt
from assistant.question.references import references
from assistant.question.set_query.part_conditions import part_conditions
from corpus.model import Part
from corpus.patterns import lazy_regex

Drafting = Callable[[Asked], Draft]

#: More questions than this are no message of a few questions.
MOST = 4
#: A cheap sign that a message may ask more than once.
_TWICE = lazy_regex(
    r"[?.!;] *\S|[,–—-] (?:also|separately|second)|\b(?:and|but|plus|also|then|while)\b", re.IGNORECASE
)
#: A pronoun that leaves what it means to the question before.
_LEANS = lazy_regex(
    r"\b(?:it|its|them|their|theirs|both|either|neither|each(?= (?:of|one)\b|\W*$)|(?:her|him)(?=\W*$)|(?:the|that|this|which) (?:[\w'’-]+ )?ones?|others?(?=\W*$)"
    r"|equivalent|counterpart|the same|(?:that|this|those|these)(?=\W*$| (?:is|was|are|were|be|has|have|had|did|does|do|will|would|to|for|in|on|about|then|by|one|over|up|out|off|through)\b))\b",
    re.IGNORECASE,
)
#: The Government where something was answered, somebody spoken of before elsewhere.
_THEY = lazy_regex(r"\b(?:they|he|she|we)\b", re.IGNORECASE)


def drafted_apart(asked: Asked, draft: Drafting) -> Draft | None:
    """The drafts of a message's questions as one; None where it asks one, or one of them leans on another or has no answer."""
    question = asked.question
    if not _TWICE.search(question.text):
        return None
    found = askings(question.text)
    if len(found) > 1 and not question.recommendations and part_conditions(question, asked.library):
        return None
    if not 1 < len(found) <= MOST or read_spelt(question.text, asked.library) != question:
        return None
    whole = _whole(asked, found)
    if len(whole) < 2 or compare_parts(asked):
        return None
    made = []
    for one in whole:
        drafted = draft(one)
        if drafted.outcome is not Outcome.ANSWERED:
            return None
        made.append(drafted)
    pairs = combinations(zip(whole, made, strict=True), 2)
    return _joined(made) if all(_apart(*a, *b) for a, b in pairs) else None


def _whole(asked: Asked, found: tuple[Asking, ...]) -> list[Asked]:
    """The askings that say what they ask about, each for itself or under its frame; none where one of them does not."""
    made: list[Asked] = []
    for one in found:
        holds = bool(one.frame) and one.frame in asked.question.focus and not references(one.frame)
        read = _read(asked, one.framed if holds else one.text)
        if not _says_enough(read, leans=bool(made) and not holds):
            return []
        made.append(read)
    sets = [a for a in made if a.for_set]
    return [] if len(sets) > 1 or (sets and any(f.frame for f in found)) else made


def _read(asked: Asked, text: str) -> Asked:
    return replace(asked, question=read_spelt(text, asked.library))


def _says_enough(asked: Asked, *, leans: bool) -> bool:
    """Whether an asking names its place, or two words of its own, and leaves nothing to what was said before.

    Args:
        asked: the asking.
        leans: whether anything was asked before that it may lean on.
    """
    question = asked.question
    if question.recommendations or question.paragraphs:
        return True
    unsaid = _THEY.search(question.text) and not question.has(Want.STATUS, Want.RESPONSE)
    if unsaid or (leans and _LEANS.search(question.text)):
        return False
    return bool(question.documents or question.sections) or _said(question) > 1


def _said(question: Question) -> int:
    """How many words a question says of its own, initials counted as what they stand for."""
    return sum(max(map(len, term.alternatives)) for term in question.terms)


def _apart(a: Asked, of_a: Draft, b: Asked, of_b: Draft) -> bool:
    """Whether two answers stand in different places; parts of one recommendation where both askings say what of it."""
    if _homes(of_a) & _homes(of_b):
        return False
    own = a.question.terms and b.question.terms
    return bool(own or not {h[:2] for h in _homes(of_a)} & {h[:2] for h in _homes(of_b)})


Home = tuple[str, int | None, Part | str]


def _homes(made: Draft) -> set[Home]:
    """Where an answer stands: parts of recommendations, and passages elsewhere."""
    passages = (q.passage for q in made.leading or made.shown)
    return {(p.document, p.recommendation, p.part if p.recommendation else p.id) for p in passages}


def _joined(made: list[Draft]) -> Draft:
    """Several answers as one, each under a line of its own, in the order of the questions."""

    def lines(some: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(dict.fromkeys(some))

    return Draft(
        Outcome.ANSWERED,
        lines(tuple(line for d in made for line in (*d.lines, *(Line("", d.quotes),) * bool(d.quotes)))),
        recommendations=tuple(sorted({n for d in made for n in d.recommendations})),
        whens=tuple(dict.fromkeys(w for d in made for w in d.whens)),
        notices=tuple(dict.fromkeys(n for d in made for n in d.notices)),
        facts=lines(tuple(f for d in made for f in d.facts)),
        from_records=True,
    )
