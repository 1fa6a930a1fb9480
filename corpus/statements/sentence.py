"""A sentence prepared for reading: its dates and asides blanked out, every offset kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model import Span
from corpus.patterns import lazy_regex
from corpus.statements.actors import is_actor
from corpus.statements.verbs import BLANK

_AGENT = lazy_regex(
    rf"\b(?:by|involving) (?P<who>(?:(?!{BLANK}"
    r"| (?:to|by|in|on|for|from|with|at|as|so|who|which|will)\b(?! [A-Z]))[^,;.:()])+)"
)
_LEADING = lazy_regex(
    rf"\s+|[{BLANK}]+,?\s*|\d{{1,3}}\. "
    r"|(?:Therefore|However|Further|Moreover|Rather|Critically|Instead|Also|Then|Together|Finally"
    r"|Meanwhile), |(?:In parallel|To this end|In addition|In the meantime),? "
    r"|(?:Over|During|In|By|From|At|On|Subject to|Given|While|As|Once|When|If|Following|After|Before|For|With"
    r"|Under|Building on|Within|Through|To)\b[^,;:]*, "
)
_BEFORE, _AFTER = 1_500, 600
"""Characters around a date that are read for its clause."""
_LISTED = rf"[\s,{BLANK}]|\b(?:and|or)\b"


@dataclass(frozen=True, slots=True)
class Clause:
    """What a sentence says of one of its dates."""

    who: str | None
    """Verbatim; None where the clause names nobody who acts."""
    what: str
    """Verbatim, without the date where it stands at an edge."""
    past: bool = False
    """True for a report of something done."""
    present: bool = False
    """True where only the date tells promise from report."""
    complete: bool = True
    """False for a heading, a date line or a list item that leaves its subject to the lead-in."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a list item, and one of its dates."""

    words: str
    text: str
    """The words, blanked."""
    dates: tuple[Span, ...]
    """All of them, in order."""
    date: Span
    """The one in question."""

    def agent(self, start: int, end: int) -> str | None:
        """Who is named after "by" or "involving"; a date, or a means, is not."""
        for match in _AGENT.finditer(self.text, start, end):
            if is_actor(match["who"]):
                return match["who"].strip()
        return None

    def cut(self, start: int, end: int) -> str:
        """The words of a stretch, without the dates at its edges and what joins them."""
        while start < end and self.text[start] in f" ,;:{BLANK}" and not self._is_aside(start):
            start += 1
        kept = re.sub(rf"(?:{_LISTED}|[.;:(–-])+$", "", self._with_asides(start, end))
        end = start + len(kept)
        return re.sub(r"(?: to| that| including)?[ ,:;]*$", "", self.words[start:end]) if end > start else ""

    def _is_aside(self, at: int) -> bool:
        return self.text[at] == BLANK and not any(d.start <= at < d.end for d in self.dates)

    def _with_asides(self, start: int, end: int) -> str:
        """The blanked text with all but the dates put back."""
        text = list(self.words[start:end])
        for d in self.dates:
            for at in range(max(d.start, start), min(d.end, end)):
                text[at - start] = BLANK
        return "".join(text)


def around(words: str, dates: Sequence[Span], date: Span) -> tuple[str, list[Span], Span]:
    """The part of a sentence that can matter for a date: all of it, but for sentences of unearthly length."""
    start, end = max(0, date.start - _BEFORE), min(len(words), date.end + _AFTER)
    inside = [d for d in dates if start <= d.start and d.end <= end]
    return (
        words[start:end],
        [Span(d.start - start, d.end - start) for d in inside],
        Span(date.start - start, date.end - start),
    )


def prepare(words: str, dates: Sequence[Span], date: Span) -> Sentence:
    """Blank the dates, the asides that do not hold the one in question, and emphasis and quotation marks."""
    asides = [m.span() for m in re.finditer(r"\([^()]*\)", words)]
    text = list(words)
    for start, end in [(d.start, d.end) for d in dates] + [a for a in asides if not a[0] < date.start < a[1]]:
        text[start:end] = BLANK * (end - start)
    blanked = re.sub(r"[“”\"‘*]", BLANK, "".join(text))
    blanked = re.sub(rf"[–-] (?={BLANK})|(?<={BLANK}) [–-](?= )", lambda m: BLANK * len(m[0]), blanked)
    return Sentence(words, blanked, tuple(dates), date)


def lead(text: str, start: int) -> int:
    """Past the number, dates and adverbials in front of the subject of a clause."""
    while match := _LEADING.match(text, start):
        start = match.end()
    return start
