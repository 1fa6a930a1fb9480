"""Finding the verb of a clause, and what it says of voice and time, without a parser.

Works on masked text: dates and asides are blanked, so that "by December" is no agent and "(which …)" no
clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.patterns import lazy_regex
from corpus.statements.actors import is_actor

BLANK = "\x01"
"""Stands for each character of a date or an aside."""

_MODAL = r"(?:will|shall|should|must|may|might|can|could|would|cannot)"
_REACH = 600
"""Characters within which a clause has its verb: a subject is short, though an aside may lengthen it."""
_BE = ("is", "are", "was", "were", "am", "be", "been", "being")
_AUXILIARY = lazy_regex(rf"\b(?:{_MODAL}|is|are|was|were|am|has|have|had)\b")
#: Verbs of intending, which have a subject that can act.
_INTEND = lazy_regex(
    r"\b(?:intend|plan|aim|expect|hope|propose|agree|want|undertake|envisage|anticipate|seek|wish|need|continue"
    r"|commit|promise|pledge|ask|require|remain|accept|consider)(?:s|es)?"
    r"(?= (?:to|for|that|the|an?|on|its|their|our)\b)"
)
_PAST = (
    r"(?:[a-z]{2,}ed|made|began|set|took|gave|held|came|saw|led|wrote|sent|brought|found|became|met|ran|said|went|built"
    r"|spent|fell|rose|grew|left|won|lost|paid)"
)
#: Words that are a verb of the past, or of the third person, where a subject stands before them.
_PLAIN = lazy_regex(
    rf"(?<![\w-])(?:{_PAST}|[a-z]{{3,}}s)"
    r"(?= (?:the|an?|its|their|our|his|her|on|in|into|to|until|by|with|that|from|£|\d)\b"
    rf"| ?{BLANK}|[.;]?$)"
)
_PRONOUN = lazy_regex(
    r"(?:we|I|they|he|she|it)\s+(?:(?:also|now|then|both|all|already|still|[a-z]+ly)\s+)*(?=[a-z])", re.I
)
PARTICIPLE = (
    r"(?:[a-z-]+ed|made|given|held|taken|set|done|put|brought|built|drawn|kept|led|met|sent|shown|written|begun|chosen"
    r"|known|seen|told|undertaken|overseen|driven|found|laid|lost|paid|run|cut|sought)"
)
_WILLING = frozenset(
    "committed determined minded pleased prepared concerned reassured convinced dedicated".split()
)
#: Words on the way from the first auxiliary to the verb that carries the sense.
_LEANING = frozenset(
    """will shall should must may might can could would cannot not also now already only then still first soon
    both all need needs have has had am be been being is are was were to expected due likely committed minded
    determined required planned plan plans intend intends aim aims hope hopes expect expects propose proposes
    want wants continue continues continuing able going set intended scheduled""".split()
)
_PAST_WORD = lazy_regex(rf"{_PAST}(?![\w-])")
_UNFINISHED = lazy_regex(r"\b(?:to|of|by|the|an?|and|or|whether|how|what|that|which|who)$")
_LEANS = lazy_regex(r"[,:;]|\b(?:with|from|in|on|at|for|as|not|more|its|their|our|his|her)$")
_APART = lazy_regex(r", |\b(?:which|who|that|when|where|because|so|as|while)\b")
#: A word of a verb group, past what is set between commas: "will, working with the sector, consider".
_WORD = lazy_regex(rf"(?:,[^,]*,)?[\s{BLANK}]*([A-Za-z-]+)")
_STATE = lazy_regex(
    r"(?:due\b|in (?:place|post|force|operation|use)|available|operational|complete|live|effective|ready for"
    r"|under ?way|take place|come into (?:force|effect)|take effect)"
)
_PROMISED = lazy_regex(
    r"(?:has|have|had) (?:[a-z]+ )?(?:been )?(?:agreed|committed|undertaken|promised|decided|planned|asked"
    r"|invited|pledged|commissioned|proposed|set) to\b"
)


class Voice(StrEnum):
    """What the subject of a verb is to what happens."""

    ACTIVE = "active"
    PASSIVE = "passive"
    STATE = "state"
    """Nobody does it: "will be in place", "will take place"."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb in masked text."""

    start: int
    voice: Voice
    past: bool
    """True for what is reported as done."""
    present: bool
    """True where only the date can tell whether it is done: "is published today"."""


def auxiliary_at(text: str, start: int) -> bool:
    """Whether an auxiliary ("will", "is", "has") stands at an offset."""
    return _AUXILIARY.match(text, start) is not None


def last_auxiliary(text: str, end: int) -> int | None:
    """Where the last auxiliary before an offset ends."""
    found = [m.end() for m in _AUXILIARY.finditer(text, 0, end)]
    return found[-1] if found else None


def past_verb_at(text: str, start: int) -> bool:
    """Whether a word stands at an offset that can be a verb of the past."""
    return _PAST_WORD.match(text, start) is not None


def finite_verb(text: str, start: int, end: int) -> Verb | None:
    """The first finite verb of a stretch of masked text that has a subject in front of it."""
    end = min(end, start + _REACH)
    pronoun = _PRONOUN.match(text, start, end)
    if pronoun:
        return verb_at(text, pronoun.end(), end)
    auxiliary = next(
        (m.start() for m in _AUXILIARY.finditer(text, start, end) if _subject(text, start, m)), None
    )
    others = [m.start() for m in _INTEND.finditer(text, start, end) if is_actor(_subject(text, start, m))]
    if auxiliary is None or _apart(text[start:auxiliary]):
        until = end if auxiliary is None else auxiliary
        plain = [m for m in _PLAIN.finditer(text, start, until) if _is_simple(_subject(text, start, m))]
        others += [m.start() for m in plain if auxiliary is None or is_actor(_subject(text, start, m))][:1]
    found = min((at for at in (auxiliary, *others) if at is not None), default=None)
    return None if found is None else verb_at(text, found, end)


def _subject(text: str, start: int, verb: re.Match[str]) -> str:
    """What stands in front of a verb; empty where it can be no subject."""
    phrase = re.sub(rf"\s*{BLANK}+\s*", " ", text[start : verb.start()]).strip(" ,")
    return "" if len(phrase.split()) > 14 or _UNFINISHED.search(phrase) else phrase


def _is_simple(subject: str) -> bool:
    """Whether a subject is a few words that end with none of those that lean on what follows."""
    return bool(subject) and _LEANS.search(subject) is None and len(subject.split()) <= 8


def _apart(text: str) -> bool:
    """Whether another clause begins in a text, so that a verb after it belongs there."""
    return _APART.search(text) is not None


def verb_at(text: str, start: int, end: int) -> Verb:
    """What the verb group at an offset says."""
    group = text[start:end]
    leaning, rest = _carrier(group)
    first = leaning[0] if leaning else ""
    infinite = "to" in leaning
    is_be = bool(leaning) and leaning[-1] in _BE
    voice = Voice.ACTIVE
    if "due" in leaning[-1:] or ((is_be or rest[:4] in ("take", "come")) and _STATE.match(rest)):
        voice = Voice.STATE
    elif is_be and re.match(rf"{PARTICIPLE}\b", rest) and re.split(r"\W", rest)[0] not in _WILLING:
        voice = Voice.PASSIVE
    perfect = first in ("has", "have", "had") and not infinite and not _PROMISED.match(group)
    past = perfect or first in ("was", "were")
    present = not past and not infinite and (not leaning or first in ("is", "are", "am"))
    return Verb(start, voice, past, present)


def _carrier(group: str) -> tuple[list[str], str]:
    """Auxiliaries and the like, and the text from the word on that carries the sense."""
    leaning: list[str] = []
    at = 0
    while token := _WORD.match(group, at):
        word = token[1].lower()
        if word not in _LEANING and not word.endswith("ly"):
            return leaning, group[token.start(1) :]
        if not word.endswith("ly"):
            leaning.append(word)
        at = token.end()
    return leaning, ""
