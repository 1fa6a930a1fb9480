"""Answers that a question only offers to choose from ("how was each received, accepted or something weaker?")."""

from __future__ import annotations

import re

from assistant.question.statuses import statuses
from corpus.patterns import lazy_regex

#: What every one got is asked for, and the answers it may be follow.
_OFFER = lazy_regex(
    r"\b(?:how|what)\b[^?.!]*?\b(?:each|every|all|both|them|those|these|they|recs|recommendations)\b[^?.!]*?"
    r"(?P<offer>(?:,|:|\s[-–—]|,? \()\s*(?:was it |were they |as )?(?P<one>(?:(?!\s[-–—]\s)[^?.!:()\d]){3,60}?),? or"
    r" (?P<other>[^?.!:()]{3,60}))\)?(?=[?.!]|$)",
    re.IGNORECASE,
)


_OF_RECOMMENDATIONS = lazy_regex(r"\b(?:recommendations|recs)\b", re.IGNORECASE)


def without_offer(text: str) -> str:
    """A question that asks for the status in place of the answers that it offers; itself where it offers none."""
    if " or " not in text or "rec" not in text.lower():
        return text
    found = _OFFER.search(text)
    if (
        found is None
        or statuses(found["one"])[0] is None
        or not _OF_RECOMMENDATIONS.search(text, 0, found.start("offer"))
    ):
        return text
    return f"{text[: found.start('offer')]}, with what status{text[found.end() :]}"
