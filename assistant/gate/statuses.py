"""Statuses said of recommendations: where a sentence gives one, of which, and whether it denies it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.gate.claims import StatusClaim
from corpus.model import Status
from corpus.patterns import lazy_regex

_ACCEPT = r"accept(?:s|ed|ing|ance)?"
_IT = r"(?: (?:it|them|this))?"
_REJECTED = "rejected"
#: How each status is said; the first that fits is meant, so that the longer wordings come first.
_WORDINGS = {
    Status.ACCEPT_IN_PRINCIPLE.value: (
        rf"{_ACCEPT}{_IT},? (?:only )?in principle",
        r"in[- ]principle(?: acceptance)?",
        rf"(?:half|partly|partially)[- ]{_ACCEPT}",
    ),
    Status.CONSIDER_FURTHER.value: (rf"consider(?:s|ed|ing)?{_IT} further", r"further consideration"),
    Status.ACCEPT.value: (_ACCEPT,),
    _REJECTED: (
        r"reject(?:s|ed|ing|ion)?",
        r"refus(?:es|ed|al)",
        r"declin(?:es|ed)",
        r"turn(?:s|ed) (?:it )?down",
    ),
}
_SAID = "|".join(rf"(?P<{name}>(?:{'|'.join(said)})\b)" for name, said in _WORDINGS.items())
_STATUS = lazy_regex(rf"\b(?:{_SAID})", re.IGNORECASE)
_DENIES = lazy_regex(
    r"\b(?:not|never|neither|nor|no|without|did ?n['o]t|was ?n['o]t|were ?n['o]t)\b|n't\b", re.IGNORECASE
)
#: Words that speak of a recommendation without its number.
_OF_ONE = lazy_regex(
    r"\b(?:this|the|that|which|each|every|all|both) recommendations?\b|\brecommendations?\b(?! of\b)|\b(?:it|they|them) (?:was|were|is|are)\b|\b(?:answered|status)\b",
    re.IGNORECASE,
)
_ALTERNATIVE = lazy_regex(r"\W*(?:or|and/or|,)\W*")


def status_claims(text: str, numbers: tuple[int, ...], frame: bool) -> Iterator[tuple[StatusClaim, int, int]]:
    """The statuses that a text gives, with where their words stand.

    Args:
        text: own words of a sentence.
        numbers: the recommendations that the sentence names.
        frame: whether it is one of the program's own sentences, whose statuses are always recommendations'.
    """
    found = list(_STATUS.finditer(text))
    groups: list[list[re.Match[str]]] = []
    for match in found:
        if groups and _ALTERNATIVE.fullmatch(text[groups[-1][-1].end() : match.start()]):
            groups[-1].append(match)
        else:
            groups.append([match])
    for group in groups:
        start, end = group[0].start(), group[-1].end()
        names = {str(m.lastgroup) for m in group}
        denial = list(_DENIES.finditer(text[:start]))
        denied = bool(denial) and len(text[denial[-1].end() : start].split()) <= 4
        firm = frame or bool(numbers) or _OF_ONE.search(text) is not None
        statuses = frozenset(Status(n) for n in names if n != _REJECTED)
        begin = denial[-1].start() if denied else start
        yield StatusClaim(statuses, numbers, denied, firm, text[start:end]), begin, end


def claimed(text: str) -> frozenset[Status] | None:
    """The statuses that a question takes up (none: rejection); None where it names no status, or several apart."""
    found = [c for c, _, _ in status_claims(text, (), frame=True)]
    return found[0].statuses if len(found) == 1 else None
