"""What a set question selects by: number, theme, status, date, kind of date, mention - and what it leaves out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.language.numbers import SEVERAL
from assistant.language.phrases import Phrases
from assistant.library.library import Library, supports
from assistant.question.facets import Want
from assistant.question.nouns import noun_terms
from assistant.question.question import Question
from assistant.question.set_query.bidden import told_to_act
from assistant.question.set_query.choosing import asks_for_others, beside_in_theme, numbers_told
from assistant.question.set_query.clauses import Clauses, clauses
from assistant.question.set_query.date_counts import DateCount, date_count
from assistant.question.set_query.date_keys import (
    DateKey,
    KindKey,
    Relation,
    any_date,
    date_keys,
    kind_keys,
    without_kinds,
)
from assistant.question.set_query.left_out import LeftOut, left_out
from assistant.question.set_query.mentions import Mention, in_very_words, mentions_asked, read_mention
from assistant.question.set_query.only_dated import only_dated
from assistant.question.set_query.part_conditions import PartCondition, dated_parts
from assistant.question.statuses import chosen_statuses, statuses_left, without_what_is_left
from assistant.question.theme_names import (
    NAMES_IT,
    PLACED,
    theme_stems,
    themes_by_name,
    themes_by_size,
    themes_of,
)
from assistant.question.totals import each_of_them
from assistant.question.wordings import said
from corpus.model import Part, Status, When
from corpus.patterns import lazy_regex

__all__ = ["DateKey", "KindKey", "LeftOut", "Mention", "PartCondition", "Relation", "Selection", "selection"]


@dataclass(frozen=True, slots=True)
class Selection:
    """What a set question selects by; every key must hold, and nothing that is left out may."""

    numbers: tuple[int, ...]
    """The recommendations to choose from; empty where all are."""
    themes: tuple[int, ...]
    statuses: frozenset[Status] | None
    """Statuses that count, none of them where rejected ones are asked for; None where any does."""
    dates: tuple[DateKey, ...]
    kinds: tuple[KindKey, ...]
    undated: bool | None
    """True: without a calendar date; False: with one; None: either."""
    said: Mention
    edges: frozenset[Want]
    """Whether only the earliest of the dates are asked for, the latest, or both."""
    date_parts: frozenset[Part]
    """The parts in which dates count; all where none is named."""
    said_in: tuple[PartCondition, ...]
    """What single parts must say, or must not; then nothing else must be said."""
    left_out: tuple[LeftOut, ...]
    timescale_only: bool
    """True where dates count only in the timescale, not in the response's prose."""
    deadlines_only: bool
    """True where only dates by which something is due count."""
    any_date: bool
    """True where one of the dates is enough ("in April or May 2012")."""
    date_count: DateCount | None
    """How many dates a timescale must give; None where any number will do."""
    unread: bool
    """True where a key has nothing that fits it and no other can be answered for it ("the theme with ninety")."""
    text: str
    """The words that select, blank where something is left out or said aside."""

    @property
    def by_theme(self) -> bool:
        """Whether themes are named, to be kept or left out."""
        return bool(self.themes) or any(left.themes for left in self.left_out)


_DEADLINE = lazy_regex(
    r"\b(?:deadlines?|due|by ?\.\.\.|by['\"] (?:dates?|deadlines?)|by (?:dates|deadlines?))(?!\w)",
    re.IGNORECASE,
)

_IN_TIMESCALE = lazy_regex(r"\b(?:timescales?|deadlines?|due|dates?|dated)\b", re.IGNORECASE)


def selection(question: Question, library: Library) -> Selection:
    """Read what a set question selects by, clause by clause."""
    parts = clauses(question.focus)
    gone = left_out(question, parts, library)
    own = _without(question, parts, gone)
    text = parts.main
    statuses = statuses_left(_ITS_OTHERS.blanked(text)) or chosen_statuses(text)
    numbers = own.recommendations
    if question.like is not None:
        like = library.corpus.recommendations[question.like]
        statuses, numbers = frozenset({like.status}), ()
        gone = (*gone, LeftOut(numbers=frozenset({like.number})))
    elif not numbers and (bidden := told_to_act(text, library)):
        own, numbers = replace(own, terms=()), bidden
    elif (
        not parts.left_out and asks_for_others(text) and (told := numbers or numbers_told(question, library))
    ):
        if beside_in_theme(text, told):
            own = replace(own, themes=themes_of(told, library))
        gone, numbers = (LeftOut(numbers=frozenset(told)),), ()
    dates, kinds = date_keys(question, text), kind_keys(text, question.whens)
    sized = themes_by_size(text, library)
    away = {n for left in gone for n in left.themes}
    themes = own.themes or tuple(n for n in themes_by_name(own, library) if n not in away) or sized or ()
    made = Selection(
        numbers=numbers,
        themes=themes,
        unread=sized == () and not themes,
        statuses=statuses,
        dates=dates,
        kinds=kinds,
        undated=None if kinds or each_of_them(library).search(text) else _undated(question),
        said=Mention(),
        edges=_edges(question, dates, text),
        date_parts=dated_parts(question, library),
        said_in=(),
        left_out=gone,
        timescale_only=bool(_IN_TIMESCALE.search(text)),
        deadlines_only=bool(_DEADLINE.search(text)),
        any_date=any_date(dates, text),
        date_count=date_count(text),
        text=text,
    )
    return _with_its_theme(_in_very_words(replace(made, said=_said(own, made, library))), library)


#: "After July, whose date comes next?"
_NEXT = lazy_regex(r"\b(?:next|first|soonest)\b", re.IGNORECASE)


def _edges(question: Question, dates: tuple[DateKey, ...], text: str) -> frozenset[Want]:
    """The ends of the order of dates that are asked for: with a date to come after, the next is the earliest."""
    found = question.wants & {Want.EARLIEST, Want.LATEST}
    after = any(k.relation is Relation.AFTER and k.wanted for k in dates)
    return found | {Want.EARLIEST} if after and _NEXT.search(text) else found


#: "… and how did the others in its theme fare?"
_ITS_OTHERS = Phrases(
    rf"(?:others?|rest|remaining|{SEVERAL}|everything else)(?: (?:{SEVERAL}|ones|recommendations|recs))*"
    r"(?: (?:that|which) (?:are|were|sit))? (?:in|of|from|under|within) (?:its|the same|that(?: one's)?) theme",
)


def _with_its_theme(made: Selection, library: Library) -> Selection:
    """All of the theme of the one recommendation of a status, where the others of it are asked for, too."""
    if not made.statuses or made.dates or made.themes or not _ITS_OTHERS.search(made.text):
        return made
    found = tuple(r.number for r in library.corpus.recommendations.values() if r.status in made.statuses)
    if len(found) != 1:
        return made
    return replace(made, numbers=(), themes=themes_of(found, library), statuses=None, said=Mention())


def _without(question: Question, parts: Clauses, gone: tuple[LeftOut, ...]) -> Question:
    """The question without the numbers, themes and terms that it only leaves out."""
    if not parts.left_out:
        return question
    numbers = frozenset(n for left in gone for n in left.numbers)
    themes = frozenset(n for left in gone for n in left.themes)
    lower, whole = parts.main.lower(), question.focus.lower()
    return replace(
        question,
        text=parts.main,
        recommendations=tuple(n for n in question.recommendations if n not in numbers),
        themes=tuple(n for n in question.themes if n not in themes),
        terms=tuple(t for t in question.terms if not t.place_in(lower) < 0 <= t.place_in(whole)),
    )


def _said(question: Question, made: Selection, library: Library) -> Mention:
    """What a recommendation must say, without the words of a theme's name that selects."""
    every = each_of_them(library).search(made.text) or (made.themes and _EACH.search(made.text))
    if every and not mentions_asked(made.text):
        return Mention()
    if only_dated(question, library):
        return Mention()
    keyed = made.statuses is not None or bool(question.whens) or bool(made.themes or made.kinds)
    text = without_what_is_left(without_kinds(made.text) if made.kinds else made.text)
    if made.themes:
        text = PLACED.blanked(text)
    if made.undated:
        text = _INSTEAD.sub(lambda m: " " * len(m[0]), text)
    found = read_mention(question, text, keyed, library)
    names = [theme_stems(library, n) for n in made.themes]
    terms = tuple(t for t in found.terms if not any(supports(name, t) >= NAMES_IT for name in names))
    if question.whens:
        terms = tuple(t for t in terms if not said("due").fullmatch(t.text))
    if question.themes and not (found.strict or found.about):
        terms = tuple(t for t in terms if t in noun_terms(question))
    return replace(found, terms=terms, strict=found.strict and bool(terms))


#: Every one of those that stand under a theme.
_EACH = Phrases("each(?= (?:one|of|theme|rec|recommendation)\\b|\\W*$)|every one|all of them")
#: The ways in which there is no date, none of them chosen ("no date, just 'in due course' or 'when ready'").
_INSTEAD = lazy_regex(
    r"(?:,|\s[-–—]|\b(?:and|but)) ?(?:just|only|merely|simply)\b.* or .*", re.IGNORECASE | re.DOTALL
)


def _in_very_words(made: Selection) -> Selection:
    """A date in quotes whose very wording is asked for is no date to compare, but words to find."""
    if not in_very_words(made.text):
        return made
    quoted = tuple(k for k in made.dates if any(_holds(w, k.when) for w in made.said.words))
    return replace(made, dates=tuple(k for k in made.dates if k not in quoted))


def _holds(words: str, when: When) -> bool:
    return when.wording.lower() in words.lower()


#: "including the ones with no date": they are wanted beside the others.
_INCLUDED = lazy_regex(
    r"\b(?:including|include|included|as well as|plus|along with|together with|also)\b", re.IGNORECASE
)
_HAS_DATE = lazy_regex(
    r"\b(?:have|has|with|given|carry|carries|got|give) (?:an? )?(?:actual|firm|fixed|specific|calendar|definite|real|clear|hard|named) (?:dates?|deadlines?)\b",
    re.IGNORECASE,
)


def _undated(question: Question) -> bool | None:
    """True where no date is asked for, False where a date of any kind is, None where neither is."""
    if question.whens:
        return None
    if question.has(Want.UNDATED):
        return None if _INCLUDED.search(question.focus) else True
    return False if _HAS_DATE.search(question.focus) else None
