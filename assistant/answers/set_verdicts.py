"""Yes or no to a question whether all, or any, recommendations were answered in a way."""

from __future__ import annotations

import re

from assistant.answers.draft import Line
from assistant.answers.members import Members
from assistant.answers.places import STATUS_NAMES, numbers
from assistant.answers.statuses import status_quote
from assistant.language.numbers import in_words
from assistant.language.phrases import Phrases
from assistant.question.facets import Want
from assistant.question.question import Question
from assistant.question.set_query.clauses import ALTERNATIVE
from corpus.model import Status
from corpus.patterns import lazy_regex

_EVERY = lazy_regex(
    r"\b(?:every|each|(?<!at )all|both|(?:the )?(?:whole|entire|entirety)|everything)\b", re.IGNORECASE
)
#: Each of a few that a date selects is asked about.
_EITHER = lazy_regex(r"\b(?:either|neither|both|all|any)\b", re.IGNORECASE)


#: What is asked with yes or no, at the beginning or behind what it is asked of ("8 and 9 - were they accepted?").
_WHETHER = lazy_regex(
    r"(?:^|[.,;:?!)]\s+|\s[-–—]\s*)(?:and |so |but )?(?:did|was|were|is|are|has|have|got)\b", re.IGNORECASE
)


_POINTED = lazy_regex(
    r"\b(?:that one|that rec\w*|it|they|them|those|these|either|both|all|each)\b", re.IGNORECASE
)


#: Another answer is offered: what all of them got tells which is right.
_OFFERED = Phrases(ALTERNATIVE)
_WHICH = Phrases("which|what|how many|list|name|give|show")


def asks_for_some(question: Question) -> bool:
    """Whether those of a kind are asked for, or their number, not whether all are of it ("Have all the zoo recs been …?")."""
    if question.has(Want.WHICH) and question.has(Want.YES_NO) and not question.has(Want.COUNT):
        return bool(_WHICH.search(question.text))
    return question.has(Want.WHICH, Want.COUNT)


def quantified(members: Members, fitting: int, said: bool) -> bool:
    """Whether it is asked if all recommendations (or any) got a response, where the answer shows every one.

    Args:
        members: chosen by everything but the status.
        fitting: how many of them were answered as asked.
        said: whether what they must say has chosen them.
    """
    chosen, question = members.chosen, members.asked.question
    if asks_for_some(question) or not chosen.statuses:
        return False
    whether = question.has(Want.YES_NO) or bool(_WHETHER.search(chosen.text))
    if chosen.numbers and not fitting:
        return True
    if not whether or chosen.undated is not None:
        return False
    if said:
        return bool(_POINTED.search(chosen.text) or _EVERY.search(chosen.text))
    if chosen.said.terms and not chosen.numbers:
        return False
    if _OFFERED.search(question.focus):
        return True
    if chosen.dates:
        return bool(_EITHER.search(question.focus))
    return bool(_EVERY.search(question.focus)) or fitting == 0


def verdict_lines(members: Members) -> tuple[Line, ...]:
    """What all of them were answered, status by status, each with its count and its quotes; yes before it where all fit."""
    lines = []
    for status in Status:
        group = tuple(r for r in members.found if r.status is status)
        if group:
            noun = "recommendation" if len(group) == 1 else "recommendations"
            said = f"**{in_words(len(group)).capitalize()}** answered “{STATUS_NAMES[status]}”: {noun} "
            text = f"{said}{numbers(tuple(r.number for r in group))}."
            lines.append(Line(text, tuple(status_quote(r) for r in group)))
    wanted = members.chosen.statuses or frozenset()
    fits = all(r.status in wanted for r in members.found)
    return (Line("Yes."), *lines) if fits else tuple(lines)
