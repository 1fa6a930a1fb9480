"""How dates of a question are read: against the day of the response, not the day of asking."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date
from functools import lru_cache

from assistant.language.phrases import Phrases
from assistant.language.tagging import tagged
from assistant.language.words import STOPWORDS, words
from assistant.library.library import Library, Stems
from corpus.model import Span, When
from corpus.patterns import lazy_regex


@lru_cache(maxsize=4)
def reference_day(library: Library) -> date:
    """The day against which "in July" is read: that of the document that answers the recommendations, else of the newest one."""
    corpus = library.corpus
    responding = (p.document for p in corpus.passages if p.recommendation is not None)
    newest = max(corpus.documents, key=lambda d: d.date).id
    return corpus.document[next(responding, newest)].date


def of_the_asker(when: When) -> bool:
    """ "today", "next year": read against the day of asking, which is not the documents' day."""
    return bool(
        re.search(
            r"\b(?:today|(?:last|this|next|coming) (?:year|month|week)|years? ago|end of the year|earlier this year)\b",
            when.wording,
            re.IGNORECASE,
        )
    )


_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"


def with_years(text: str) -> str:
    """The text with "April or May 2012" as "April 2012 or May 2012", "that November" as "in November", "Christmas 2011" by its month."""
    text = re.sub(r"\b(end|start|beginning|middle)-of-(?=\w)", r"\1 of ", text, flags=re.IGNORECASE)
    text = _BY_CHRISTMAS.sub("by ", text)
    text = _CHRISTMAS.sub(r"December \g<year>", text)
    pattern = rf"\b({_MONTHS})( or | and |/| to )({_MONTHS}) ((?:19|20)\d\d)\b"
    text = re.sub(pattern, r"\1 \4\2\3 \4", text, flags=re.IGNORECASE)
    return re.sub(rf"\bthat (?=(?:{_MONTHS.title()})\b(?! \d))", "in ", text)


#: What is done before Christmas is done by its month.
_BY_CHRISTMAS = lazy_regex(
    r"\b(?:before|in time for|ahead of) (?=(?:christmas|xmas) (?:19|20)\d\d\b)", re.IGNORECASE
)
_CHRISTMAS = lazy_regex(r"\b(?:christmas|xmas) (?P<year>(?:19|20)\d\d)\b(?: \(dec\w*\))?", re.IGNORECASE)

#: Words that tie one thing to another's happening.
_TIES = Phrases(
    "once|until|till|after|when|following|before|as soon as|subject to|tied to",
    r"(?:depend|hang|hing|wait|rest)\w* (?:on|upon|for)",
)
#: Share of the rarer words of an event that a question must say to name it.
NAMED = 0.6


def with_events(found: tuple[When, ...], text: str, library: Library, asks_when: bool) -> tuple[When, ...]:
    """Dates of a question, and the events in it that the documents date things by ("once the Bill gains Royal Assent").

    An event that they date nothing by counts only where it is over for the asker ("once the summer was over").
    """
    named = (_named(event, said, text, library) for event, said in _events(library))
    events = tuple(e for e in named if e is not None)
    kept = (w for w in found if w.grain != "event" or not (asks_when or events or not _past(w.wording)))
    return (*(_in_year_of_documents(w, library) for w in kept), *events)


def _in_year_of_documents(when: When, library: Library) -> When:
    """A month named without its year, in the one year whose month of that name the documents date things by."""
    edge = when.last or when.first
    if when.grain != "month" or edge is None or re.search(r"\d", when.wording):
        return when
    years = {year for year, month in _months(library) if month == edge.month}
    if len(years) != 1 or (year := years.pop()) == edge.year:
        return when
    moved = {k: d.replace(year=year, day=1) for k in ("first", "last") if (d := getattr(when, k))}
    if "last" in moved:
        moved["last"] = moved["last"].replace(day=monthrange(year, edge.month)[1])
    edtf = when.edtf and when.edtf.replace(f"{edge.year}-", f"{year}-")
    return replace(when, edtf=edtf, **moved)


@lru_cache(maxsize=4)
def _months(library: Library) -> frozenset[tuple[int, int]]:
    """Year and month of every month and day that something is dated by."""
    every = (w for u in library.units for s in u.sentences for w in s.whens if w.grain in ("month", "day"))
    return frozenset((d.year, d.month) for w in every if (d := w.last or w.first))


def _past(wording: str) -> bool:
    return any(tag == "VBD" for _, tag in tagged(wording))


@lru_cache(maxsize=4)
def _events(library: Library) -> tuple[tuple[When, Stems], ...]:
    """Every event that something is dated by, with the stems of its words of content."""
    every = {
        w.wording.lower(): w
        for u in library.units
        for s in u.sentences
        for w in s.whens
        if w.grain == "event"
    }
    return tuple(
        (w, frozenset(x.stem for x in words(w.wording) if x.text not in STOPWORDS)) for w in every.values()
    )


def _named(event: When, stems: Stems, text: str, library: Library) -> When | None:
    """An event where a question names it, with its place in the question; else None."""
    total = sum(library.rarity((s,)) for s in stems)
    for match in _TIES.finditer(text):
        after = [w for w in words(text) if w.start >= match.end() and w.stem in stems]
        if after and sum(library.rarity((s,)) for s in {w.stem for w in after}) >= NAMED * total:
            return replace(event, span=Span(match.start(), after[-1].end))
    return None


_MONTH_BEFORE = lazy_regex(rf"\b({_MONTHS})(?: 20\d\d)?\W+(?:[\w'’-]+ )?$", re.IGNORECASE)


def months_before(
    text: str, documents: tuple[str, ...], spans: list[tuple[int, int]], library: Library
) -> list[tuple[int, int]]:
    """Where a text names, before a document, the month that it is of ("the May briefing")."""
    written = {f"{library.corpus.document[d].date:%B}".lower() for d in documents}
    found = (_MONTH_BEFORE.search(text[:start]) for start, _ in spans)
    return [m.span(1) for m in found if m and m[1].lower() in written]
