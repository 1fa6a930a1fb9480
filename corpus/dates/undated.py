"""Wordings of time that name no day: "as soon as practicable", "once the Bill gains Royal Assent"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.model import Modality, Span, When
from corpus.patterns import lazy_regex

_CLAUSE = r"[^.;:()]*?(?=[.;:()]|, |$)"
"""What is left of a clause, as short as may be."""

#: Grain, modality, pattern, and a cheap test: a word without which the pattern cannot match.
_UNDATED: tuple[tuple[str, Modality, str, str], ...] = (
    (
        "none",
        Modality.NONE,
        "as soon as",
        r"as soon as (?:(?:it |this |that )?(?:is|are) )?(?:reasonably )?"
        r"(?:practicable|practical|possible|feasible)",
    ),
    ("none", Modality.NONE, "course", r"in due course"),
    ("none", Modality.NONE, "shortly", r"shortly(?! (?:after|before|there))"),
    ("none", Modality.NONE, "near future", r"in the near future"),
    (
        "none",
        Modality.NONE,
        "opportunity",
        r"at the (?:earliest|first|next) (?:available |possible )?opportunity",
    ),
    ("none", Modality.NONE, "coming", r"(?:in|over|during|within) the coming (?:days|weeks|months|years)"),
    (
        "none",
        Modality.NONE,
        "next",
        r"(?:in|over|during|within) the next (?:few|couple of|several) (?:days|weeks|months|years)",
    ),
    (
        "none",
        Modality.NONE,
        "term",
        r"(?:in|over) the (?:(?:short|medium|longer|long)-? ?(?:,|to|and|or)? ?){1,3}[- ]?term\b",
    ),
    (
        "none",
        Modality.NONE,
        " pace",
        r"at (?:a|an|what|whatever|which|its own|their own|the) (?:[a-z]+ )?pace"
        r"(?: (?:to be )?(?:determined|decided|agreed|chosen|set)(?: locally| nationally)?)?",
    ),
    (
        "none",
        Modality.NONE,
        "on ",
        r"(?<=\bwill be )(?:dependent|contingent|conditional) (?:up)?on " + _CLAUSE,
    ),
    (
        "event",
        Modality.AFTER,
        "once ",
        r"once (?!(?:again|more|or|upon|per|in an?|and|every|each)\b"
        r"|an? (?:day|week|fortnight|month|quarter|term|year)\b)" + _CLAUSE,
    ),
    ("event", Modality.AFTER, "assent", r"(?:after|following|upon|on|subject to) royal assent"),
    (
        "event",
        Modality.AFTER,
        "within",
        r"within (?:an? |(?:\d{1,2}|[a-z]+) )(?:month|year)s? (?:of|from|after|following) " + _CLAUSE,
    ),
    (
        "event",
        Modality.AFTER,
        "time allows",
        r"(?:when|as soon as) (?:parliamentary |legislative )?time allows",
    ),
)
_TIMING = lazy_regex(
    r"\b(?:timing|timescales?|timetable|implementation|introduction|publication|commencement|roll-?out|start"
    r"|completion|date)\b",
    re.IGNORECASE,
)
_COMPILED = tuple(
    (grain, modality, word, lazy_regex(rf"(?<![\w-]){pattern}", re.IGNORECASE))
    for grain, modality, word, pattern in _UNDATED
)


def undated(text: str) -> Iterator[When]:
    """Every expressly undated wording of a text, in the order of the table."""
    lower = text.lower()
    for grain, modality, word, pattern in _COMPILED:
        if word not in lower:
            continue
        for match in pattern.finditer(text):
            if _is_time(word, match, text):
                wording = match[0].rstrip()
                span = Span(match.start(), match.start() + len(wording))
                yield When(wording, modality, None, None, None, grain, span)


def _is_time(word: str, match: re.Match[str], text: str) -> bool:
    before = text[: match.start()]
    if word == "once ":
        return not re.search(r"\b(?:at|than|only|just|more than|all at) $", before, re.IGNORECASE)
    if word == "on ":
        clause = re.split(r"[.;:]", before)[-1]
        return bool(_TIMING.search(clause))
    return True
