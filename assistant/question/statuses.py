"""Statuses as people name them, and those that a set question selects by."""

from __future__ import annotations

import re

from assistant.language.numbers import SEVERAL
from assistant.language.phrases import Phrases
from assistant.question.negation import negated
from assistant.question.status_wordings import STATUS_WORDINGS
from corpus.model import Status
from corpus.patterns import lazy_regex

Span = tuple[int, int]


def statuses(text: str) -> tuple[frozenset[Status] | None, tuple[Span, ...]]:
    """The statuses that a text names (an empty set: rejected), None where it names none; and their spans."""
    named = _named(text)
    if not named:
        return None, ()
    found = set().union(*(meant for _, meant in named))
    if len(found) > 1 and _THAT_WAY.search(text):
        found.discard(Status.ACCEPT)
    return frozenset(found), tuple(_with_agent(match) for match, _ in named)


#: Who decided, right before the verb that says how ("did ministers not accept").
_AGENT = Phrases(
    r"(?:ministers?|whitehall|the department)(?: (?:did|do|have|had|has|not|never|didn't|only|really|actually|just|ever|even))*\s*$",
    whole_words=False,
    before=r"\b",
)


def _with_agent(match: re.Match[str]) -> Span:
    """The span of a wording, and of the one who decided where that stands right before it."""
    agent = _AGENT.search(match.string[: match.start()])
    return (agent.start() if agent else match.start(), match.end())


def _named(text: str) -> list[tuple[re.Match[str], frozenset[Status]]]:
    """Every wording of a status and what it means; the first in the table where two share a place."""
    found: list[tuple[re.Match[str], frozenset[Status]]] = []
    for phrases, meant in STATUS_WORDINGS:
        for match in phrases.finditer(text):
            if not any(match.start() < m.end() and m.start() < match.end() for m, _ in found):
                found.append((match, meant))
    starts = {match.start() for match, _ in found}
    return [
        (match, meant if len(found) == 1 or not _leads_to(match, starts) else frozenset())
        for match, meant in found
    ]


def _leads_to(match: re.Match[str], starts: set[int]) -> bool:
    """Whether another wording comes right after: "agreed to" before "consider further" is only its verb.

    So is "accept" before an "in principle" that nothing joins to it ("accept more than three only in principle").
    """
    rest = match.string[match.end() :]
    if len(match.string) - len(rest.lstrip(" ")) in starts:
        return True
    manner = _ITS_MANNER.match(rest)
    return manner is not None and any(match.end() <= s <= match.end() + manner.start("how") for s in starts)


#: How far, behind the verb and its object.
_ITS_MANNER = lazy_regex(
    r"(?: (?!and\b|or\b|but\b|plus\b|nor\b|not\b)[\w'’-]+){1,8}? (?P<how>(?:only |just |merely )?in[ -]principle)\b",
    re.IGNORECASE,
)


def chosen_statuses(text: str) -> frozenset[Status] | None:
    """The statuses that a set question selects: none of them where it asks for rejected ones; None where any counts."""
    named = _named(_CHOICES.sub(_without_choices, text) if "(" in text else text)
    if not named or len(re.findall(r"\bhow many\b", text, re.IGNORECASE)) > 1:
        return None
    wanted: set[Status] = set()
    unwanted: set[Status] = set()
    for match, meant in named:
        if not negated(text, match.start(), near=40):
            wanted |= meant
        elif meant:
            unwanted |= meant
            if _NOT_EVEN.search(text[: match.start()]):
                unwanted |= {Status.ACCEPT}
    if not wanted and not unwanted and not all(meant for _, meant in named):
        return frozenset()
    if _THAT_WAY.search(text) and len(wanted) > 1:
        wanted.discard(Status.ACCEPT)
    return frozenset((wanted or set(Status)) - unwanted)


#: "What did they say to each (accepted / parked)?": the values that an answer may have, none of them chosen.
_CHOICES = lazy_regex(r"\((?P<listed>[^()]*(?:[/,|]|\bor\b|\band\b)[^()]*)\)", re.IGNORECASE)


def _without_choices(match: re.Match[str]) -> str:
    meant = {values for _, values in _named(match["listed"])}
    return " " * len(match[0]) if len(meant) > 1 else match[0]


#: What is left when others are counted ("nine accepted and five in principle: which is the missing one?").
_LEFT = Phrases(
    "(?:the )?(?:missing|remaining|left[- ]?over|odd|outstanding) (?:one|rec|recommendation)s?",
    "the rest|what(?:'s| is)? left|(?:is|are|one) (?:left|missing)(?! open)",
)
_SENTENCE = lazy_regex(r"[.;:?!]\s|\bwhich\b", re.IGNORECASE)


def without_what_is_left(text: str) -> str:
    """A text of the same length, blank where it speaks of what is left."""
    return _LEFT.blanked(text)


#: "All but six were accepted. Which are the six?": the exceptions are asked for, whatever their number.
_ALL_BUT = lazy_regex(
    rf"\b(?:all|everything|every one|nearly all|most)(?: of (?:them|the recommendations|the recs))?,? "
    rf"(?:but|bar|except|apart from|save)(?: for)?(?: the)? (?:one|{SEVERAL}|a (?:few|couple|handful)|some)\b"
    r"(?P<said>[^.;?!]*?)(?:[.;?!]\s|,\s*(?:so )?(?=which|what|who)|\s[-–—]\s)(?P<asked>.+)",
    re.IGNORECASE | re.DOTALL,
)


def _exceptions(text: str) -> frozenset[Status] | None:
    """The statuses of the exceptions that a text asks for, having told what all the others got."""
    match = _ALL_BUT.search(text)
    told = [meant for _, meant in _named(match["said"]) if meant] if match else []
    if match is None or not told or _named(match["asked"]):
        return None
    return frozenset(Status) - frozenset().union(*told)


def statuses_left(text: str) -> frozenset[Status] | None:
    """The statuses that a text does not name, where it asks for what is left beside those that it names before."""
    if exceptions := _exceptions(text):
        return exceptions
    left = _LEFT.search(text)
    begins = max((m.end() for m in _SENTENCE.finditer(text, 0, left.start())), default=0) if left else 0
    named = [meant for match, meant in _named(text[:begins]) if meant] if begins else []
    return frozenset(Status) - frozenset().union(*named) if named else None


#: "didn't even get an accept in principle": nor anything better.
_NOT_EVEN = lazy_regex(r"(?:not|n't) even\b[^,.;]{0,30}$", re.IGNORECASE)

#: "accepted that way": the way was said before.
_THAT_WAY = lazy_regex(r"\b(?:that way|like that|on that basis|in that (?:way|form))\b", re.IGNORECASE)
