"""How dates of a question are read: against the day of the response, not the day of asking."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from assistant.evidence.library import Library, Stems
from assistant.language.phrases import Phrases
from assistant.language.tagging import tagged
from assistant.language.words import STOPWORDS, words
from corpus.model import Span, When

#: The day of the response, against which "next year" is read in it.
REFERENCE_DAY = date(2011, 7, 13)


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
    """The text with "April or May 2012" as "April 2012 or May 2012", and "that November" as "in November"."""
    pattern = rf"\b({_MONTHS})( or | and |/| to )({_MONTHS}) ((?:19|20)\d\d)\b"
    text = re.sub(pattern, r"\1 \4\2\3 \4", text, flags=re.IGNORECASE)
    return re.sub(rf"\bthat (?=(?:{_MONTHS.title()})\b(?! \d))", "in ", text)


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
    return (*kept, *events)


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
