"""Questions too vague to answer: it is asked which is meant."""

from __future__ import annotations

import re

from assistant.answers.dated import plans_of_agent
from assistant.evidence.asked import Asked
from assistant.language.phrases import Phrases
from assistant.language.tagging import is_noun, tags
from assistant.language.words import words
from assistant.question.facets import Want
from assistant.question.question import Question
from corpus.patterns import lazy_regex

#: A question about a detail whose terms weigh less than this could mean a dozen things ("when is the review due?").
VAGUE = 2.3


def vague(asked: Asked) -> bool:
    """Whether a question does not say what it is about."""
    question = asked.question
    names = (
        question.recommendations
        or question.themes
        or question.paragraphs
        or question.documents
        or question.sections
        or question.speakers
    )
    if names:
        return False
    if question.terms:
        if question.has(Want.WHEN) and _only_in_a_hurry(question):
            return True
        little = asked.matcher.total < VAGUE or _points_nowhere(question)
        return little and not asked.for_set and not question.whens
    return not (asked.for_set or question.whens or plans_of_agent(asked))


#: A clause that says why an answer is wanted at once.
_HURRY = Phrases("meeting|waiting|in a (?:hurry|rush)|in (?:\\w+ )?(?:minutes?|mins|an hour)")
_CLAUSE_END = lazy_regex(r"[,;–—?.]| - ")
_ASKS_A_TIME = Phrases("when|what|which|deadlines?|dates?|timescales?|due")


def _only_in_a_hurry(question: Question) -> bool:
    """ "What's the deadline please? I've a meeting in ten minutes": all its terms stand in the clause that urges."""
    clauses = _CLAUSE_END.split(question.focus)
    urging = [c for c in clauses if _HURRY.search(c) and not _ASKS_A_TIME.search(c)]
    said = {w.stem for clause in urging for w in words(clause)}
    return bool(said) and all(said.issuperset(t.own) for t in question.terms)


_PRONOUN = lazy_regex(
    r"\b(?:is|was|will|would|does|did|has|should|be) (?:it|this|that|they)\b", re.IGNORECASE
)


def _points_nowhere(question: Question) -> bool:
    """ "When will it be ready?": a pronoun, and no noun that says what is meant."""
    if len(question.terms) > 1 or not _PRONOUN.search(question.focus):
        return False
    kinds, verbs = tags(question.focus), {m[1].lower() for m in _TO_DO.finditer(question.focus)}
    said = (w for t in question.terms for w in t.text.split())
    return not any(is_noun(kinds.get(w, "NN")) and w not in verbs for w in said)


#: "Who is it that has to act?": a verb, though the word may be a noun as well.
_TO_DO = lazy_regex(
    r"\b(?:has|have|had|is|are|was|were|meant|supposed|expected|going|need|needs|able) to (\w+)",
    re.IGNORECASE,
)
