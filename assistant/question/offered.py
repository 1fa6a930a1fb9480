"""Answers that a question only offers to choose from ("how was each received, accepted or something weaker?")."""

from __future__ import annotations

import re

from assistant.question.statuses import statuses
from corpus.model import Status
from corpus.patterns import lazy_regex

#: What every one got is asked for, and the answers it may be follow.
_OFFER = lazy_regex(
    r"\b(?:how|what)\b[^?.!]*?\b(?:each|every|all|both|them|those|these|they|recs|recommendations)\b[^?.!]*?"
    r"(?P<offer>(?:,|:|\s[-–—]|,? \()\s*(?:was it |were they |as )?(?P<one>(?:(?!\s[-–—]\s)[^?.!:()\d]){3,60}?),? or"
    r" (?P<other>[^?.!:()]{3,60}))\)?(?=[?.!]|$)",
    re.IGNORECASE,
)


_OF_RECOMMENDATIONS = lazy_regex(r"\b(?:recommendations|recs)\b", re.IGNORECASE)


#: What parts one answer on offer from the next: marks of a list, commas, "or".
_BETWEEN = lazy_regex(
    r"\s*(?:[,;:(]\s*)?(?:\bor (?:else )?)?\(?\b[a-d][).]\s*|\s*[,;:]\s*(?:or (?:else )?)?|\s+or (?:else )?|\s+[-–—]\s+|[?.!]\s*|$",
    re.IGNORECASE,
)
#: Fewest answers in a row that are an offer.
_FEWEST = 3
#: Which of the marks is right is asked for beside it.
_WHICH_MARK = lazy_regex(
    r"\s*\b(?:which|what)(?:'s| is| was)? (?:the )?(?:right |correct )?(?:letter|option|one|answer)(?:'s| is| was)?"
    r"(?: (?:the )?(?:right|correct|it)(?: one)?)?[?.!]*\s*$",
    re.IGNORECASE,
)


def without_offer(text: str) -> str:
    """A question that asks for the status in place of the answers that it offers; itself where it offers none."""
    if " or " in text and "rec" in text.lower() and (offer := _offer_for_each(text)):
        start, end = offer
        return f"{text[:start]}, with what status{text[end:]}"
    if "accept" in text.lower() and (offer := _in_a_row(text)):
        start, end = offer
        after = _WHICH_MARK.sub("", text[end:]).lstrip(" ?.!)")
        joint = "," if after.lower().startswith(("and ", "or ", "but ")) else "?"
        return f"{text[:start].rstrip(_JOINTS)} with what status{joint} {after}".strip()
    return text


def _offer_for_each(text: str) -> tuple[int, int] | None:
    """Where answers are offered for each of several recommendations."""
    found = _OFFER.search(text)
    if found is None or statuses(found["one"])[0] is None:
        return None
    if not _OF_RECOMMENDATIONS.search(text, 0, found.start("offer")):
        return None
    return found.start("offer"), found.end()


def _in_a_row(text: str) -> tuple[int, int] | None:
    """Where so many different statuses stand in a row, "or" or a mark between them, that they can only be those to choose from."""
    if _OF_SEVERAL.search(text):
        return None
    at, start = 0, 0
    run: list[frozenset[Status]] = []
    chosen_from = False
    for between in _BETWEEN.finditer(text):
        piece = text[at : between.start()]
        meant, said = statuses(piece) if len(piece.split()) <= _WORDS else (None, ())
        if meant is None or meant in run:
            if len(run) >= _FEWEST and chosen_from:
                return start, at
            run, chosen_from = [], False
        if meant is not None:
            start = at + min(a for a, _ in said) if not run else start
            run.append(meant)
        chosen_from = chosen_from or bool(_CHOOSES.search(between[0]))
        at = max(at, between.end())
    return (start, len(text)) if len(run) >= _FEWEST and chosen_from else None


#: Which of the answers were given is no question of one thing.
_OF_SEVERAL = lazy_regex(
    r"\b(?:how many|which (?:ones|recommendations|recs|of)|recommendations|recs|ones|those|each|any|all)\b",
    re.IGNORECASE,
)
_CHOOSES = lazy_regex(r"\bor\b|[b-d][).]", re.IGNORECASE)
_JOINTS = " (:;,–—-"
#: Words of one answer on offer at most.
_WORDS = 6
