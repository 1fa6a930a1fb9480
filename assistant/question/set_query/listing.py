"""Subjects that a question lists by their words ("annual reports, the lead member role, serious case reviews: accepted?")."""

from __future__ import annotations

import re

from assistant.language.numbers import SEVERAL, value
from assistant.language.phrases import Phrases
from assistant.language.tagging import tagged
from assistant.language.vocabulary import Term
from assistant.question.facets import Want
from assistant.question.question import Question
from assistant.question.set_query.date_keys import kind_keys
from corpus.patterns import lazy_regex

#: Fewer are two sides of a comparison.
SEVERAL_FROM = 3
#: A subject has no more words.
LONGEST = 8
#: What is asked of each, in words that say so only of several.
_OF_EACH = Phrases(
    "what (?:answers?|repl(?:y|ies)|verdicts?|status(?:es)?|responses?|decisions?) (?:did|were|was|have|has)",
    "(?:what|how) (?:did|was|were|have|has) (?:each|they|all|those|these)(?: \\w+)? (?:get|got|given|fare|fared|do)",
)
_SEGMENT = lazy_regex(r"[^.:?!;()]+|(?<=\w)[.:?!;](?=\w)")
_DASH = lazy_regex(r"\s[-–—]\s")
_CUT = lazy_regex(r"\s*,\s*(?:and |& |plus )?")
_LAST = lazy_regex(r"\s+(?:and|&|plus)\s+")


def listed_subjects(question: Question) -> tuple[tuple[Term, ...], ...]:
    """The terms of each subject of a list, where status or date of each is asked for; none where there is no such list."""
    named = question.recommendations or question.whens
    asked = question.has(Want.STATUS, Want.WHEN, Want.RESPONSE) or _OF_EACH.search(question.focus)
    if named or not asked or kind_keys(question.focus, ()):
        return ()
    for segment in _segments(question.focus):
        pieces = _pieces(segment, _least(segment, question.focus))
        found = tuple(_terms(question, piece) for piece in pieces)
        if found and all(found):
            return found
    return ()


#: How many recommendations there are of which the subjects follow in brackets.
_COUNTED = lazy_regex(
    rf"\b(?P<n>{SEVERAL}|both)(?: [\w'’-]+){{0,4}}? (?:recommendations|recs|ones)\b", re.IGNORECASE
)


def _least(segment: str, text: str) -> int:
    """From how many pieces on a segment is a list: as many as are counted before the brackets around it, else several."""
    at = text.find(f"({segment})")
    counted = _COUNTED.search(text, 0, at) if at > 0 else None
    if counted is None:
        return SEVERAL_FROM
    return 2 if counted["n"].lower() == "both" else value(counted["n"]) or SEVERAL_FROM


def _segments(text: str) -> list[str]:
    return [part for m in _SEGMENT.finditer(text) for part in _DASH.split(m[0])]


def _pieces(segment: str, least: int) -> list[str]:
    """The pieces of a list; none where one of them has a verb, or too many words to be a subject."""
    cut = [p.strip() for p in _CUT.split(segment) if p.strip()]
    if len(cut) and len(cut) < least:
        cut = [*cut[:-1], *_LAST.split(cut[-1])]
    subjects = len(cut) >= least and all(len(p.split()) <= LONGEST and not _verbal(p) for p in cut)
    return cut if subjects else []


def _verbal(piece: str) -> bool:
    return any(
        tag in ("VBD", "VBZ", "MD", "WP", "WDT", "WRB", "PRP") or word.lower() == "or"
        for word, tag in tagged(piece)
    )


def _terms(question: Question, piece: str) -> tuple[Term, ...]:
    lower = piece.lower()
    return tuple(t for t in question.terms if t.text in lower)
