"""Ways to make what an answer says false: another date, number, status or actor, or the opposite."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from assistant.model import Answer
from corpus.model import Status
from evals.comparable import plain

_MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = ("spring", "summer", "autumn", "winter")
_COUNTS = "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split()
#: How prose tells a status.
STATUS_WORDS = {
    Status.ACCEPT: "accepted",
    Status.ACCEPT_IN_PRINCIPLE: "accepted in principle",
    Status.CONSIDER_FURTHER: "to be considered further",
}
_STATUSES = ("Accept in principle", "Consider further", "Accept")
_ROLES = (
    "the Secretary of State", "Professor Munro", "the Government", "Ofsted", "local authorities",
    "the Department of Health", "the Department for Education", "the College of Social Work", "the police",
    "the Social Work Reform Board",
)  # fmt: skip
_NEGATED = (
    (r"\bwill not\b", "will"),
    (r"\bdid not\b", "did"),
    (r"\bwill\b", "will not"),
    (r"\bshould\b", "should not"),
    (r"\bwas\b", "was not"),
    (r"\bwere\b", "were not"),
    (r"\bintends\b", "does not intend"),
    (r"\bplans\b", "does not plan"),
)

Corrupt = Callable[[str, Answer, random.Random], tuple[str, str, str] | None]
"""Own text, the whole answer, choices; to the new text, what was there and what is there now."""


def _date(own: str, answer: Answer, choices: random.Random) -> tuple[str, str, str] | None:
    """Another month, season or year, one that no quote holds."""
    quoted = plain(" ".join(c.quote for c in answer.citations))
    found = list(re.finditer(rf"\b({'|'.join(_MONTHS + [s for s in _SEASONS] + ['Autumn'])}) 20\d\d\b", own))
    found = found or list(re.finditer(r"\b20\d\d\b", _places_left_out(own)))
    for match in choices.sample(found, len(found)):
        head, _, year = match[0].rpartition(" ")
        heads = _MONTHS if head in _MONTHS else _SEASONS if head else ("",)
        others = [f"{h} {y}".strip() for h in heads for y in range(int(year) - 1, int(year) + 3)]
        other = choices.choice([o for o in others if plain(o) not in quoted])
        return own[: match.start()] + other + own[match.end() :], match[0], other
    return None


def _places_left_out(own: str) -> str:
    """The text with what stands in brackets blanked: there a document's own date is given."""
    return re.sub(r"\([^()]*\)", lambda m: " " * len(m[0]), own)


def _number(own: str, answer: Answer, choices: random.Random) -> tuple[str, str, str] | None:
    """Another recommendation, count or figure."""
    quoted = " ".join(c.quote for c in answer.citations)
    found = list(re.finditer(r"(?<=ecommendation )\d+\b", own))
    found += list(re.finditer(rf"\b(?:{'|'.join(_COUNTS)})\b(?=\*\*)", own))
    found += [
        m
        for m in re.finditer(r"(?<![\[\d/])\b\d[\d,]*\b(?!\])", _places_left_out(own))
        if m[0] in quoted and not re.fullmatch(r"20\d\d", m[0])
    ]
    for match in choices.sample(found, len(found)):
        if others := _other_numbers(match[0], answer, quoted):
            other = choices.choice(others)
            return own[: match.start()] + other + own[match.end() :], match[0], other
    return None


def _other_numbers(said: str, answer: Answer, quoted: str) -> list[str]:
    """Numbers of the same kind that neither the quotes hold nor the answer is about."""
    if said in _COUNTS:
        return [c for c in _COUNTS if c != said]
    value = int(said.replace(",", ""))
    taken = {str(n) for n in answer.recommendations} | set(re.findall(r"\d+", quoted)) | {str(value)}
    near = range(1, 16) if value < 16 else range(value + 1, value + 9)
    return [str(n) for n in near if str(n) not in taken]


def _status(own: str, answer: Answer, choices: random.Random) -> tuple[str, str, str] | None:
    """Another status than the one given."""
    pattern = r"\*\*(Accept in principle|Consider further|Accept)\*\*"
    if found := list(re.finditer(pattern, own)):
        match = choices.choice(found)
        other = choices.choice([s for s in _STATUSES if s != match[1]])
        return own[: match.start(1)] + other + own[match.end(1) :], match[1], other
    for said in sorted(STATUS_WORDS.values(), key=len, reverse=True):
        if f"was {said}." in own:
            other = choices.choice([s for s in STATUS_WORDS.values() if s != said])
            return own.replace(f"was {said}.", f"was {other}."), said, other
    return None


def _role(own: str, answer: Answer, choices: random.Random) -> tuple[str, str, str] | None:
    """Somebody else acts or speaks, one whom no quote names."""
    quoted = plain(" ".join(f"{c.quote} {c.speaker}" for c in answer.citations))
    found = [
        (m, role)
        for role in _ROLES
        for m in re.finditer(rf"\b{re.escape(role)}\b", own, re.IGNORECASE)
        if own[m.end() :].lstrip("'’s ").split(" ")[0] in _ACTS
    ]
    others = [r for r in _ROLES if plain(r.removeprefix("the ")) not in quoted]
    if not found or not others:
        return None
    match, _ = choices.choice(found)
    other = choices.choice(others)
    shown = other[0].upper() + other[1:] if match[0][0].isupper() else other
    return own[: match.start()] + shown + own[match.end() :], match[0], shown


_ACTS = (
    "will",
    "response",
    "argument",
    "plans",
    "intends",
    "should",
    "agrees",
    "accepts",
    "has",
    "wants",
    "said",
)


def _negation(own: str, answer: Answer, choices: random.Random) -> tuple[str, str, str] | None:
    """What was said is denied, or the other way round."""
    for pattern, other in _NEGATED:
        if match := re.search(pattern, own):
            return own[: match.start()] + other + own[match.end() :], match[0], other
    return None


CORRUPTIONS: dict[str, Corrupt] = {
    "date": _date,
    "number": _number,
    "status": _status,
    "role": _role,
    "negation": _negation,
}
