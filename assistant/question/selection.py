"""What a set question selects by: number, theme, status, date, absence of a date, mention - each wanted or not wanted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.language.numbers import SEVERAL_IN_WORDS
from assistant.language.tagging import tagged
from assistant.language.vocabulary import Term
from assistant.library.library import Library, supports
from assistant.question.facets import Want
from assistant.question.filler import all_filler
from assistant.question.negation import negated
from assistant.question.question import Question
from assistant.question.references import ASIDE, references
from assistant.question.statuses import chosen_statuses
from assistant.question.theme_names import NAMES_IT, theme_stems, themes_by_name
from assistant.question.totals import each_of_them
from assistant.question.wordings import said
from corpus.model import Modality, Status, When


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


@dataclass(frozen=True, slots=True)
class Selection:
    """What a set question selects by; every key must hold."""

    numbers: tuple[int, ...]
    excluded: tuple[int, ...]
    themes: tuple[int, ...]
    themes_wanted: bool
    statuses: frozenset[Status] | None
    """Statuses that count, none of them where rejected ones are asked for; None where any does."""
    dates: tuple[DateKey, ...]
    undated: bool | None
    """True: without a calendar date; False: with one; None: either."""
    mention: tuple[Term, ...]
    any_mention: bool
    """True where one of the terms is enough ("a Bill or a legislative vehicle")."""
    timescale_only: bool
    """True where dates count only in the timescale, not in the response's prose."""
    deadlines_only: bool
    """True where only dates by which something is due count."""
    any_date: bool
    """True where one of the dates is enough ("in April or May 2012")."""


#: What stands right before a date and says how others must lie to it.
_LATER = re.compile(r"\b(?:later than|after|beyond|past|following|later)\s*$", re.IGNORECASE)

_EARLIER = re.compile(r"\b(?:earlier than|before|ahead of|prior to|sooner than)\s*$", re.IGNORECASE)

_ONLY = re.compile(
    rf"\b(?:all (?:of which )?(?:fall|lie|are|sit|come)|only (?!one\b|{SEVERAL_IN_WORDS}\b|some\b)(?:have |has |carry )?(?:a |dates? )?|entirely|wholly|solely|all inside|all in)\b",
    re.IGNORECASE,
)

_ONLY_AFTER = re.compile(r"\s+(?:dates? )?(?:only|alone)\b", re.IGNORECASE)

_DEADLINE = re.compile(r"\b(?:deadlines?|due|by ?\.\.\.|by['\"]? (?:dates?|deadlines?))(?!\w)", re.IGNORECASE)

_IN_TIMESCALE = re.compile(r"\b(?:timescales?|deadlines?|due|dates?|dated)\b", re.IGNORECASE)


def selection(question: Question, library: Library) -> Selection:
    """Read what a set question selects by."""
    text = question.focus
    statuses = chosen_statuses(text)
    numbers, excluded = _numbers(text, question)
    if question.like is not None:
        like = library.corpus.recommendations[question.like]
        statuses, numbers, excluded = frozenset({like.status}), (), (like.number,)
    themes = question.themes or themes_by_name(question, library)
    theme_at = re.search(r"\bthemes?\b", text, re.IGNORECASE)
    mention = _mention(question, themes, statuses, library)
    either = _either(mention, text)
    return Selection(
        numbers=numbers,
        excluded=excluded,
        themes=themes,
        themes_wanted=not (theme_at and negated(text, theme_at.start(), near=25)),
        statuses=statuses,
        dates=_date_keys(question),
        undated=_undated(question),
        mention=either or mention,
        any_mention=bool(either),
        timescale_only=bool(_IN_TIMESCALE.search(text)),
        deadlines_only=bool(_DEADLINE.search(text)),
        any_date=_any_date(question),
    )


def _mention(
    question: Question, themes: tuple[int, ...], statuses: frozenset[Status] | None, library: Library
) -> tuple[Term, ...]:
    """The terms that a recommendation must say to be selected."""
    text = question.focus
    if each_of_them(library).search(text) and not said("mentioning").search(text):
        return ()
    mention = tuple(t for t in question.terms if not all_filler(t) and not _aside(t, text) and not _counts(t))
    if statuses is not None or question.whens or themes:
        mention = tuple(t for t in mention if _known(t, library))
    names = [theme_stems(library, n) for n in themes]
    return tuple(t for t in mention if not any(supports(name, t) >= NAMES_IT for name in names))


def _counts(term: Term) -> bool:
    """Whether a term is only a number ("all four of its recommendations"): it counts, and selects nothing."""
    return all(tag == "CD" for _, tag in tagged(term.text))


def _any_date(question: Question) -> bool:
    """Whether an "or" stands between the first and the last of several dates."""
    if len(question.whens) < 2:
        return False
    between = question.focus[question.whens[0].span.end : question.whens[-1].span.start]
    return bool(re.search(r"\bor\b", between))


def _either(mention: tuple[Term, ...], text: str) -> tuple[Term, ...]:
    """The terms on both sides of an "or" ("a Bill or a legislative vehicle"); empty where none joins two."""
    lower = text.lower()
    found: list[Term] = []
    for match in re.finditer(r"\bor\b", lower):
        before = [t for t in mention if -1 < t.place_in(lower) < match.start()]
        after = [t for t in mention if t.place_in(lower) > match.end()]
        if before and after:
            found += [before[-1], after[0]]
    return tuple(dict.fromkeys(found))


def _known(term: Term, library: Library) -> bool:
    """Whether some passage holds a wording of a term; one that none holds cannot select."""
    return any(all(s in library.document_frequency for s in wording) for wording in term.alternatives)


def _aside(term: Term, text: str) -> bool:
    """Whether a term stands only in brackets, or after "that" and "this" ("mentions that post")."""
    word = re.escape(term.text.split()[0])
    bracketed = re.search(rf"\([^)]*\b{word}", text, re.IGNORECASE)
    pointed = re.search(rf"\b(?:that|this|the same|such an?) {word}\b", text, re.IGNORECASE)
    outside = re.sub(r"\([^)]*\)", " ", text)
    return bool(pointed) or (bool(bracketed) and not re.search(rf"\b{word}", outside, re.IGNORECASE))


def _numbers(text: str, question: Question) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The numbers that a question selects, and those that it leaves out."""
    excluded: set[int] = set()
    for reference in references(text):
        if reference.kind == "recommendation" and ASIDE.search(text[: reference.start]):
            excluded |= set(reference.numbers)
    for match in re.finditer(r"\b(?:number|no\.?|rec)? ?(\d{1,2})\b", text):
        if ASIDE.search(text[: match.start()]) and not any(
            w.span.start <= match.start() < w.span.end for w in question.whens
        ):
            excluded.add(int(match[1]))
    return tuple(n for n in question.recommendations if n not in excluded), tuple(sorted(excluded))


def _date_keys(question: Question) -> tuple[DateKey, ...]:
    """How each date selects; not one of "2011 rather than 2012 only", which the other says already."""
    keys = tuple(_date_key(question.focus, w) for w in question.whens)
    plain = [k for k in keys if k.wanted or k.relation is not Relation.ONLY]
    return tuple(plain) if any(k.wanted for k in plain) else keys


def _date_key(text: str, when: When) -> DateKey:
    """How a date selects, by the words before and after it."""
    before = text[: when.span.start]
    relation = Relation.AT
    if when.modality is Modality.AFTER or _LATER.search(before):
        relation = Relation.AFTER
    elif when.modality is Modality.BEFORE or _EARLIER.search(before):
        relation = Relation.BEFORE
    elif _ONLY.search(before) or _ONLY_AFTER.match(text[when.span.end :]):
        relation = Relation.ONLY
    return DateKey(
        when,
        relation,
        wanted=not (negated(text, when.span.start, near=30) and _asks_itself(text, when))
        and not re.match(r"\s+(?:one|date)?\s*(?:missing|lacking)", text[when.span.end :]),
    )


def _asks_itself(text: str, when: When) -> bool:
    """Whether a date stands in the last sentence of a message, the one that asks."""
    return not re.search(r"[.!]\s+\S", text[when.span.end :])


#: "including the ones with no date": they are wanted beside the others.
_INCLUDED = re.compile(
    r"\b(?:including|include|included|as well as|plus|along with|together with|also)\b", re.IGNORECASE
)


def _undated(question: Question) -> bool | None:
    """True where no date is asked for, False where a date of any kind is, None where neither is."""
    if question.whens:
        return None
    if question.has(Want.UNDATED):
        return None if _INCLUDED.search(question.focus) else True
    return False if _HAS_DATE.search(question.focus) else None


_HAS_DATE = re.compile(
    r"\b(?:have|has|with|given|carry|carries|got|give) (?:an? )?(?:actual|firm|fixed|specific|calendar|definite|real|clear|hard|named) (?:dates?|deadlines?)\b",
    re.IGNORECASE,
)
