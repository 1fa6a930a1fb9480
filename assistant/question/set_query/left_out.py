"""What a set question leaves out: numbers, themes, statuses, dates, or what is about something."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.language.numbers import SEVERAL, value
from assistant.language.tagging import tagged
from assistant.language.vocabulary import Term
from assistant.library.library import Library
from assistant.question.filler import all_filler
from assistant.question.question import Question
from assistant.question.references import references
from assistant.question.set_query.clauses import Clauses
from assistant.question.set_query.mentions import very_words
from assistant.question.statuses import chosen_statuses, statuses
from assistant.question.theme_names import themes_by_name
from assistant.question.topic import topic
from corpus.model import Status, When
from corpus.patterns import lazy_regex


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What one piece leaves out: recommendations of which all of this holds."""

    numbers: frozenset[int] = frozenset()
    themes: frozenset[int] = frozenset()
    statuses: frozenset[Status] | None = None
    whens: tuple[When, ...] = ()
    terms: tuple[Term, ...] = ()
    words: tuple[str, ...] = ()
    """Very words, any of which is enough."""
    few: int | None = None
    """How many recommendations the terms tell apart ("the research one", "the two on inspection"); None where all that say them are meant."""

    @property
    def known_by_record(self) -> bool:
        """Whether number, theme or status says what is left out."""
        return bool(self.numbers or self.themes or self.statuses)


_NUMBER = lazy_regex(r"\b(?:number|no\.?|rec)? ?(\d{1,2})\b")
_ONE = lazy_regex(r"\b(?:one|recommendation|rec|proposal)\b(?! (?:of|in) (?:the )?themes?\b)", re.IGNORECASE)
_FEW = lazy_regex(
    rf"\b(?:the|those) (?P<n>{SEVERAL})(?: (?:recommendations|recs|ones))? (?:on|about|for|to do with|dealing with)\b"
    rf"|(?:'s|s') (?P<own>{SEVERAL})\b",
    re.IGNORECASE,
)
_ALL = lazy_regex(r"\b(?:anything|everything|any|those|ones|all|recs|recommendations)\b", re.IGNORECASE)


def left_out(question: Question, parts: Clauses, library: Library) -> tuple[LeftOut, ...]:
    """Read every piece that a question leaves out; a piece that says nothing of the kind is dropped."""
    found = (_read(question, span, library) for span in parts.left_out)
    return tuple(left for left in found if left != LeftOut(few=left.few))


def _read(question: Question, span: tuple[int, int], library: Library) -> LeftOut:
    piece = question.focus[slice(*span)]
    whens = tuple(w for w in question.whens if span[0] <= w.span.start < span[1])
    named = references(piece)
    themes = frozenset(n for r in named if r.kind == "theme" for n in r.numbers)
    numbers = {n for r in named if r.kind == "recommendation" for n in r.numbers}
    if not themes and not whens:
        numbers |= {int(m[1]) for m in _NUMBER.finditer(piece)}
    read = [*((r.start, r.end) for r in named), *statuses(piece)[1]]
    read += [(w.span.start - span[0], w.span.end - span[0]) for w in whens]
    terms = tuple(t for t in topic(piece, read, library) if not all_filler(t))
    if not themes and re.search(r"\btheme\b", piece, re.IGNORECASE):
        own = replace(question, focus=piece, text=piece, themes=(), terms=terms)
        themes = frozenset(themes_by_name(own, library))
        terms = () if themes else terms
    return LeftOut(
        numbers=frozenset(numbers),
        themes=themes,
        statuses=chosen_statuses(piece),
        whens=whens,
        terms=() if numbers else terms,
        words=very_words(question, piece, span[0]),
        few=_few(piece),
    )


def _few(piece: str) -> int | None:
    """How many recommendations a piece tells apart."""
    if few := _FEW.search(piece):
        return value(few["n"] or few["own"])
    if _ALL.search(piece) or statuses(piece)[0] is not None:
        return None
    return 1 if _ONE.search(piece) or names_one(piece) else None


def names_one(piece: str) -> bool:
    """Whether a piece is a name or a definite noun in the singular ("the early help duty")."""
    named = _DEFINITE.match(piece)
    noun = tagged(piece.strip())[-1:] if named else ()
    return any(tag in ("NN", "NNP") for _, tag in noun)


_DEFINITE = lazy_regex(r"\s*the (?!themes?\b)(?:[\w'-]+ ){0,5}[\w'-]+\s*$", re.IGNORECASE)
