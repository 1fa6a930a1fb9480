"""A message as it is read: without personal data, and without what is no part of its question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.clean import QuestionError, clean
from assistant.notices import Finding, Kind, live_concern, mask, personal_data
from assistant.question.focus import is_command, sentences
from assistant.question.references import references
from corpus.patterns import lazy_regex

#: Personal data that a person may give of themselves in passing; anything else tells of a case.
_HARMLESS = {Kind.EMAIL, Kind.PHONE, Kind.PERSON_NAME}
#: What ``mask`` puts in place of personal data.
_MARKERS = lazy_regex(r"\[[a-zA-Z -]+\]")


@dataclass(frozen=True, slots=True)
class Message:
    """What was typed, and what is read of it."""

    masked: str
    """With a marker for each piece of personal data; this is shown."""
    readable: str
    """Without the markers, and without orders to the program; this is read."""
    concern: bool
    """Whether the signs of a live concern are in it."""
    findings: Sequence[Finding]
    """The personal data."""

    @property
    def tells_of_a_case(self) -> bool:
        """Whether it holds personal data of another than the asker."""
        return bool({f.kind for f in self.findings} - _HARMLESS)


def received(cleaned: str, public_names: frozenset[str]) -> Message:
    """A message that was cleaned, as it is read.

    Args:
        cleaned: what ``clean`` made of it.
        public_names: names that are no personal data.
    """
    concern = live_concern(cleaned)
    findings = personal_data(cleaned, public_names, concern)
    masked = mask(cleaned, findings)
    readable = without_commands(without_markers(masked) if findings else masked)
    return Message(masked, readable, concern, findings)


def cleaned_or_empty(text: str) -> str:
    """A text cleaned; empty where it cannot be read."""
    try:
        return clean(text)
    except QuestionError:
        return ""


def without_commands(text: str) -> str:
    """A message without the sentences that give orders to the program, where others stand beside them.

    Those that name a place in the guidance stay: what is asked may lean on them.
    """
    told = sentences(text)
    kept = [s for s in told if not is_command(s) or references(s)]
    return " ".join(kept) if 0 < len(kept) < len(told) else text


_CLAUSES = lazy_regex(r"(?<=[.,;:!?])\s+|\s+[-–]\s+|\n+")
_QUESTION_WORD = lazy_regex(
    r"\b(?:who|what|when|where|which|why|how|whose|is|are|was|were|do|does|did|has|have|will|would|should|can|could|tell|need|want|please)\b|\?",
    re.IGNORECASE,
)


def without_markers(masked: str) -> str:
    """A masked question without its markers, and without the clauses that only hold them ("my mobile is [phone number],")."""
    pieces = _CLAUSES.split(masked)
    kept = [p for p in pieces if not _MARKERS.search(p) or _asks_beside(p)]
    joined = " ".join(kept) if len(" ".join(kept).split()) > 2 else masked
    return _MARKERS.sub(" ", joined)


def _asks_beside(piece: str) -> bool:
    return bool(_QUESTION_WORD.search(_MARKERS.sub(" ", re.sub(r"\b(?:is|are|it's|its)\s+\[", "[", piece))))
