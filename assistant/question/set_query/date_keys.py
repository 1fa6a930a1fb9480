"""How the dates that a set question speaks of select: those it names, each with its relation, and kinds of date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.language.numbers import SEVERAL_IN_WORDS
from assistant.language.phrases import Phrases
from assistant.question.negation import negated
from assistant.question.question import Question
from assistant.question.statuses import statuses
from corpus.dates.calendar import MONTHS
from corpus.model import Modality, When
from corpus.patterns import lazy_regex


class Relation(StrEnum):
    """How dates must lie to the date that a question names."""

    AT = "at"
    BEFORE = "before"
    AFTER = "after"
    ONLY = "only"
    """Every date of a timescale lies there."""


@dataclass(frozen=True, slots=True)
class DateKey:
    """A date that selects."""

    when: When
    relation: Relation
    wanted: bool


class Kind(StrEnum):
    """How exactly a date is worded."""

    MONTH = "month"
    SEASON = "season"
    ROUGH = "rough date"
    """Any date without a month."""

    def holds(self, when: When) -> bool:
        """Whether a date expression is worded so."""
        month = bool(_MONTH_NAMED.search(when.wording)) or when.grain == "day"
        if self is Kind.SEASON:
            return bool(_SEASON_NAMED.search(when.wording))
        return when.edtf is not None and month is (self is Kind.MONTH)


@dataclass(frozen=True, slots=True)
class KindKey:
    """A kind of date that selects."""

    kind: Kind | str
    """A kind, or the name of a season or a month that dates of any year have."""
    wanted: bool

    @property
    def name(self) -> str:
        """As an answer calls it; empty where its dates tell it by themselves."""
        return self.kind.value if isinstance(self.kind, Kind) else ""

    def holds(self, when: When) -> bool:
        """Whether a date expression is of that kind."""
        if isinstance(self.kind, Kind):
            return self.kind.holds(when)
        return self.kind in when.wording.lower()


#: What stands right before a date and says how others must lie to it.
_LATER = lazy_regex(r"\b(?:later than|after|beyond|past|following|later)\s*$", re.IGNORECASE)
_EARLIER = lazy_regex(r"\b(?:earlier than|before|ahead of|prior to|sooner than)\s*$", re.IGNORECASE)
_ONLY = Phrases(
    "all (?:of which )?(?:fall|lie|are|sit|come)|entirely|wholly|solely|purely|nothing but|all inside|all in",
    whole_words=True,
)
_ONLY_NEAR = lazy_regex(
    rf"\b(?:only|just) (?!one\b|{SEVERAL_IN_WORDS}\b|some\b|in princip|accept|a (?:few|couple)\b)(?:[\w']+ ){{0,3}}$",
    re.IGNORECASE,
)
_ONLY_AFTER = lazy_regex(r"\s+(?:dates? )?(?:only|alone)\b", re.IGNORECASE)
_PASSED = lazy_regex(
    r"\s*(?:is|are|was|has|have|had|['’]s)?(?: been)? ?(?:out of the way|over|past|gone|passed|behind (?:us|them)|finished|done with)\b",
    re.IGNORECASE,
)
#: "Not until July": July it is.
_UNTIL = lazy_regex(r"\b(?:until|till)(?: (?:right|just|only))?(?: (?:at|in))?(?=\s*$| )", re.IGNORECASE)
_LACKING_AFTER = lazy_regex(r"\s+(?:one|date)?\s*(?:missing|lacking)", re.IGNORECASE)

_SEASON = "spring|summer|autumn|winter"
_SEASON_NAMED = Phrases(_SEASON)
_MONTH_NAMED = Phrases("|".join(MONTHS))
_A = "(?:an?|any|no|without|never|specific|named|calendar|single|every|either)"
_NAMING = "(?:nam|giv|stat|mention|specify|specifi|say|set|us)(?:e|es|s|ed|ing)?"
#: How kinds of date are spoken of.
_KINDS: tuple[tuple[Kind, Phrases], ...] = (
    (Kind.MONTH, Phrases(rf"(?:{_A}|{_NAMING} (?:an?|the|any)) months?(?! later)")),
    (
        Kind.SEASON,
        Phrases(
            rf"(?:{_A}|which|the|in|of|by|as) seasons?|season of the year",
            rf"(?:{_SEASON})(?:, (?:{_SEASON}))*,? (?:or|and) (?:{_SEASON})|(?:{_SEASON})(?:, (?:{_SEASON})){{2,}}",
        ),
    ),
    (
        Kind.ROUGH,
        Phrases(
            r"(?:rough|vague|approximate|loose|fuzzy|imprecise|woolly) (?:\w+ )?(?:dates?|timings?|deadlines?)",
            "(?:some|any) (?:sort|kind) of (?:a )?(?:date|deadline|timing)s?",
        ),
    ),
)


#: A season of no year, as a date of a timescale.
_BARE_SEASON = lazy_regex(
    rf"\b(?:an?|any|some|in) (?P<season>{_SEASON})(?: (?:date|deadline)s?\b|(?= (?:in|on|for|at) (?:the|their|its) (?:timescale|date|deadline)))",
    re.IGNORECASE,
)


def kind_keys(text: str, whens: tuple[When, ...]) -> tuple[KindKey, ...]:
    """Kinds of date that a text asks for, or rules out beside something that it asks for."""
    named = any(w.grain == "season" for w in whens)
    found = [
        KindKey(kind, wanted=not negated(text, match.end() - 1, near=30))
        for kind, phrases in _KINDS
        if (match := phrases.search(text)) and not (kind is Kind.SEASON and named)
    ]
    if not found and not named and (bare := _BARE_SEASON.search(text)):
        found.append(KindKey(bare["season"].lower(), wanted=not negated(text, bare.start("season"), near=30)))
    return tuple(found) if any(k.wanted for k in found) or whens else ()


def without_kinds(text: str) -> str:
    """A text of the same length, blank where kinds of date are spoken of."""
    for _, phrases in _KINDS:
        text = phrases.blanked(text)
    return _BARE_SEASON.sub(lambda m: " " * len(m[0]), text)


def date_keys(question: Question, text: str) -> tuple[DateKey, ...]:
    """How each date selects; not one of "2011 rather than 2012 only", which the other says already.

    Args:
        question: as understood.
        text: the part of it that selects, as long as its focus.
    """
    whens = tuple(w for w in question.whens if _stands(w, question.focus, text))
    edges = (0, *(w.span.end for w in whens))
    keys = tuple(_date_key(text, w, edge) for w, edge in zip(whens, edges, strict=False))
    plain = [k for k in keys if k.wanted or k.relation is not Relation.ONLY]
    return tuple(plain) if any(k.wanted for k in plain) else keys


def any_date(keys: tuple[DateKey, ...], text: str) -> bool:
    """Whether an "or" stands between the first and the last of several dates, or each is asked about by itself."""
    if len(keys) < 2:
        return False
    return bool(_EITHER.search(text[keys[0].when.span.end : keys[-1].when.span.start]))


#: "Which had a deadline in May and which one in June?": two sets are asked for.
_EITHER = lazy_regex(
    r"\bor\b|(?:\band|[,;?])(?: (?:and|then|also|separately))? (?:which|what|who)\b", re.IGNORECASE
)


def _stands(when: When, whole: str, text: str) -> bool:
    """Whether a date stands in a part of a question; one that a conversation brought along stands nowhere and counts."""
    own = slice(when.span.start, when.span.end)
    return whole[own] != when.wording or bool(text[own].strip())


def _date_key(text: str, when: When, edge: int) -> DateKey:
    """How a date selects, by the words before it, from the date before that on, and those after it."""
    start = when.span.start
    before = text[edge if edge <= start else 0 : start]
    after = text[when.span.end :]
    relation = Relation.AT
    if when.modality is Modality.AFTER or _LATER.search(before) or _PASSED.match(after):
        relation = Relation.AFTER
    elif when.modality is Modality.BEFORE or _EARLIER.search(before):
        relation = Relation.BEFORE
    elif _ONLY.search(before) or _ONLY_NEAR.search(before) or _ONLY_AFTER.match(after):
        relation = Relation.ONLY
    first_then = _UNTIL.search(text[:start]) or _UNTIL.match(when.wording)
    denied = _denied(text, start) and not first_then and not re.search(r"[.!]\s+\S", after)
    return DateKey(when, relation, wanted=not denied and not _LACKING_AFTER.match(after))


def _denied(text: str, at: int) -> bool:
    """Whether a denial reaches a date; in "not fully accepted but due by July 2012" it reaches the status alone."""
    if not negated(text, at, near=30):
        return False
    own = max((end for _, end in statuses(text)[1] if end <= at), default=0)
    return negated(" " * own + text[own:], at, near=30)
