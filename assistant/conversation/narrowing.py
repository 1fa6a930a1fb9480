"""How a follow-up narrows a set: the condition that it adds, with its polarity ("leave out anything about inspection")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.conversation.signs import THEM
from assistant.language.phrases import Phrases
from assistant.language.tagging import tagged
from corpus.patterns import lazy_regex

_LEADS_IN = Phrases(
    "and|so|but|also|then|ok(?:ay)?|right|now|well|please|thanks|actually|sorry|(?:can|could|would) you",
    before=r"^\W*",
    after=r"[\s,]+",
)
_WHAT_ABOUT = Phrases("(?:what|how) (?:about|of)", before="^", after=r"\s+")
_LEAVES_OUT = Phrases(
    "(?:leav|tak|strip|cut|filter|rul)(?:e|es|ing|ping|ting)? (?:out|off|away|aside)|drop(?:ping)?|omit(?:ting)?",
    "exclud(?:e|ing)|remov(?:e|ing)|ignor(?:e|ing)|skip(?:ping)?|discard(?:ing)?|not(?: (?:counting|including))?",
    "without|minus|except(?: for)?|apart from|other than|aside from|besides",
    before="^",
    after=r"\s+",
)
_KEEPS = Phrases(
    "(?:(?:keep|show|give|list)(?: me)? )?(?:just|only)|keep|(?:narrow|limit|restrict|cut)(?: \\w+)?(?: down)? to|stick to",
    before="^",
    after=r"\s+",
)
_OF_THEM = Phrases(
    rf"(?:which|what|how many|any|are any)(?: ones?)? of {THEM}",
    "(?:which|what) one(?= (?:(?:is|was) (?:about|on|for|to do)|deals?|covers?|concerns?|talks?|mentions?)\\b)",
    rf"(?:out )?(?:of|among) {THEM},?(?: (?:which|what|how many)(?: ones?)?)?",
    before="^",
    after=r"[\s,]+",
)
#: What stands for the members themselves, before and after what is said of them.
_MEMBERS = Phrases(
    "(?:any|all|those|these|the|anything|everything|ones?|recommendations|recs)",
    before=r"^(?:",
    after=r"\s+)+(?:(?:that|which)\s+)?",
)
_MEMBERS_AFTER = lazy_regex(
    r"\s+(?P<noun>ones?|recommendations?|recs?)$|[\s,]+(?:please|then|though|instead)$", re.IGNORECASE
)
#: A question of its own is no condition ("just tell me when …"), nor is more than one sentence.
_ASKS = lazy_regex(r"\b(?:what|when|who|whose|why|how|where|tell|explain)\b|[.?!;]\s+\w", re.IGNORECASE)
_OF_ONE = lazy_regex(r"(?:is|was|has|does|\w+[^s\W]s)\b", re.IGNORECASE)
_DENIED = lazy_regex(r"^(?P<verb>\w+?)(?:n't|\s+not|\s+never)\b\s*|^(?:not|never)\b\s*", re.IGNORECASE)
#: What is said anywhere in a recommendation counts, not only what it is about.
SPEAKS_OF = Phrases(
    "mention|name|refer|speak|say|talk|touch|(?:anything|something) (?:to do|about|on)|(?:to do|deal) with"
)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a follow-up does to the set before it."""

    keeps: bool
    """Whether those that meet the condition stay, or all others."""
    condition: str
    """What is said of those members, as it may stand after "Which recommendations"."""
    single: bool
    """Whether one member is meant ("leave out the early help one")."""

    @property
    def question(self) -> str:
        """The condition as a question of its own."""
        return f"Which recommendations {self.condition}?"

    @property
    def denied(self) -> str:
        """The condition with its polarity, as a question of its own."""
        condition = self.condition if self.keeps else _with_not(self.condition)
        return f"Which recommendations {condition}?"


def _with_not(condition: str) -> str:
    verb, _, rest = condition.partition(" ")
    return (
        f"{verb} not {rest}" if verb in ("are", "is", "were", "was", "did") else f"that are not {condition}"
    )


#: "And theme 2?"
_A_THEME = lazy_regex(r"^(?:(?:in|under|within|for|from) )?themes? \w+$", re.IGNORECASE)


def by_theme(text: str) -> Narrowing | None:
    """A theme alone, which narrows a set that was asked for by another key; else None."""
    rest = text.strip(" .?!")
    while lead := _LEADS_IN.match(rest) or _WHAT_ABOUT.match(rest):
        rest = rest[lead.end() :]
    return Narrowing(True, f"are {rest}", single=False) if _A_THEME.match(rest) else None


def narrowing(text: str) -> Narrowing | None:
    """How a follow-up narrows the set before it; None where nothing in it does."""
    rest = text.strip(" .?!")
    while lead := _LEADS_IN.match(rest):
        rest = rest[lead.end() :]
    if _ASKS.search(rest) and not _OF_THEM.match(rest):
        return None
    for pattern, keeps in ((_OF_THEM, True), (_KEEPS, True), (_LEAVES_OUT, False)):
        if match := pattern.match(rest):
            one = pattern is _OF_THEM and not re.search(r"\b(?:many|any)\b", match[0])
            return _narrowing(rest[match.end() :], keeps, one)
    return None


def _narrowing(said: str, keeps: bool, one: bool) -> Narrowing | None:
    """The condition that is said of the members, without its denial.

    Args:
        one: whether a verb in the singular means one of them.
    """
    speaks = bool(SPEAKS_OF.match(said))
    said, single = said.strip(" ,"), one and bool(_OF_ONE.match(said))
    while after := _MEMBERS_AFTER.search(said):
        single = single or (after["noun"] or "").lower() == "one"
        said = said[: after.start()]
    if not speaks and (before := _MEMBERS.match(said)):
        said = said[before.end() :]
    if denial := _DENIED.match(said):
        said, keeps = f"{denial['verb'] or ''} {said[denial.end() :]}".strip(), not keeps
    if not said:
        return None
    verb = tagged(said)[0][1] in ("VBD", "VBZ", "VBP", "VB", "MD")
    return Narrowing(keeps, said if verb or speaks else f"are {said}", single)
