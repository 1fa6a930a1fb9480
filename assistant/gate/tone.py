"""How something is said: of how many, how firmly, as done or to come, and whether it is denied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.gate.evidence import DENIAL, Read
from assistant.gate.reading import Understood
from assistant.language.words import words
from corpus.patterns import lazy_regex

#: Words without a topic that still change what is said; those in one set say the same.
_WEIGHTY = tuple(
    frozenset(group.split())
    for group in (
        "all every each everyone everybody any anyone",
        "most majority",
        "some several few certain",
        "both",
        "only just solely",
        "more further additional",
        "less fewer",
        "already",
        "still",
        "before until",
        "after",
        "during throughout",
        "must shall required require requires compelled obliged duty",
        "may might could can possibly perhaps",
    )
)
#: Beginnings of words that speak of what is to come.
_PLANNED = "plan expect intend intent aim propos envisag promis commit agree ask".split()
_AHEAD = lazy_regex(
    r"\b(?:will|shall|would|should|must|may|might|could|can|due|to be|(?:is|are|was|were) to"
    rf"|(?:{'|'.join(_PLANNED)})\w*|to (?!the\b|an?\b|this\b|recommendation)[a-z]+)\b",
    re.IGNORECASE,
)
_AHEAD_QUOTED = lazy_regex(r"\b(?:will|shall|would|should|to be|plans? (?:for|to)|must)\b", re.IGNORECASE)
_HEDGED = lazy_regex(
    r"\b(?:expect|envisag|propos|explor|hop(?:e|ing)|inten[dt]|plan(?:s|ned|ning)?\b|likely|believ|may\b|might|could|consider)\w*",
    re.IGNORECASE,
)
#: Words before those wanted in which a denial or a hedge is said of them.
_BEFORE = 6


def tone_faults(understood: Understood, wanted: frozenset[str], aligned: Sequence[Read]) -> Iterator[str]:
    """What a sentence says otherwise than the passage, though in its words."""
    yield from _weighty(understood, aligned)
    yield from _polarity(understood, wanted, aligned)
    nearest = max(aligned, key=lambda read: len(read.stems & wanted), default=None)
    if nearest is None:
        return
    own = understood.said.own
    if _AHEAD_QUOTED.search(nearest.text) and not _AHEAD.search(own):
        yield "it reports as done what the passage sets out for later"
    if _HEDGED.search(_reach(nearest, wanted)) and not _HEDGED.search(own):
        yield "it says for certain what the passage does not"


def _weighty(understood: Understood, aligned: Sequence[Read]) -> Iterator[str]:
    said = {w.text for w in words(understood.left)}
    quoted = {w.text for read in aligned for w in read.words}
    for group in _WEIGHTY:
        if (used := said & group) and not quoted & group:
            yield f"the passage does not say {sorted(used)[0]!r}"


def _polarity(understood: Understood, wanted: frozenset[str], aligned: Sequence[Read]) -> Iterator[str]:
    denies = len(DENIAL.findall(understood.left))
    quoted = sum(_denials_near(read, wanted) for read in aligned)
    if denies > quoted:
        yield "it denies what the passage does not deny"
    if quoted > denies:
        yield "it leaves out that the passage denies it"


def _denials_near(read: Read, wanted: frozenset[str]) -> int:
    """How often a sentence denies something between, or just before, the words wanted."""
    return len(DENIAL.findall(_reach(read, wanted)))


def _reach(read: Read, wanted: frozenset[str]) -> str:
    """The stretch of a sentence from shortly before the first of the words wanted to the last."""
    at = [w.start for w in read.words if w.stem in wanted]
    if len(at) < 2:
        return ""
    before = [w.start for w in read.words if w.start < at[0]][-_BEFORE:]
    return read.text[(before or at)[0] : at[-1]]
