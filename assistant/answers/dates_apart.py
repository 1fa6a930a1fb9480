"""One dated sentence for each thing whose time a question asks for."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.dated_sentences import Dated
from assistant.answers.matching import same_period
from assistant.answers.step import asks_how_long, idle_words
from assistant.evidence.asked import Asked
from assistant.evidence.matcher import Matcher
from assistant.evidence.pointing import POINTED_AT
from assistant.language.vocabulary import Term
from assistant.language.words import words
from assistant.question.facets import Want
from assistant.question.times_apart import times_apart

#: What the match with the whole question counts beside that with one piece of it.
WHOLE = 0.25
#: Share of a piece's terms that a sentence must say.
SAID = 0.3
#: A piece that asks how long something goes on, and a sentence that says until when.
UNTIL = 0.6


def dates_apart(asked: Asked, found: tuple[Dated, ...], best: Dated) -> list[Dated]:
    """The best sentence for each piece of a question that asks for a time, or for each date that it names.

    Only sentences of the place where the best of all stands; empty where the question asks for one time only.
    """
    near = [d for d in found if _home(d) == _home(best)]
    made = _named(asked, near) or _asked_for(asked, near)
    distinct = list({d.sentence.span: d for d in made}.values())
    return distinct if len(distinct) > 1 else []


def _home(d: Dated) -> tuple[str, int | None]:
    return d.unit.passage.document, d.unit.passage.recommendation


def _named(asked: Asked, near: list[Dated]) -> list[Dated]:
    """The best sentence for each of several dates that the question names; empty where one of them stands nowhere."""
    whens = asked.question.whens
    if len(whens) < 2 or asked.question.has(Want.YES_NO):
        return []
    made = [next((d for d in near if any(same_period(w, q) for w in d.sentence.whens)), None) for q in whens]
    return [d for d in made if d is not None] if None not in made else []


def _asked_for(asked: Asked, near: list[Dated]) -> list[Dated]:
    """The best sentence for each piece that asks for a time of its own; empty where one of them finds none."""
    text = asked.question.focus
    pieces = [(text[start:end], _terms(asked, start, end)) for start, end in times_apart(text)]
    pieces = [(piece, terms) for piece, terms in pieces if terms]
    if len(pieces) < 2:
        return []
    made = [d for piece, terms in pieces if (d := _best(asked, near, piece, terms)) is not None]
    return [*made, *_left_over(near, made)] if 0 < len(made) < len(pieces) else made


def _left_over(near: list[Dated], taken: list[Dated]) -> list[Dated]:
    """The one dated sentence of the same part that no other piece has taken; none where several are left."""
    parts, spans = {d.unit.passage.part for d in taken}, {d.sentence.span for d in taken}
    left = [
        d
        for d in near
        if d.unit.passage.part in parts
        and d.sentence.span not in spans
        and any(w.edtf for w in d.sentence.whens)
    ]
    return left if len(left) == 1 else []


def _terms(asked: Asked, start: int, end: int) -> tuple[Term, ...]:
    """The terms of the question that stand in one piece of it and say more than that something begins or ends."""
    idle = idle_words(asked.question.focus)
    stems = {w.stem for w in words(asked.question.focus) if start <= w.start < end}
    return tuple(t for t in asked.question.terms if stems.issuperset(t.own) and not idle.issuperset(t.own))


def _best(asked: Asked, near: list[Dated], piece: str, terms: tuple[Term, ...]) -> Dated | None:
    matcher = Matcher(replace(asked.question, terms=terms), asked.library)
    lasts = asks_how_long(piece)

    def said(d: Dated) -> float:
        own = matcher.coverage(d.sentence.stems)
        together = d.sentence.stems.union(*(s.stems for _, s in d.before)) if d.before else d.sentence.stems
        return max(own, POINTED_AT * matcher.coverage(together))

    def value(d: Dated) -> float:
        return said(d) + WHOLE * d.score + UNTIL * (lasts and any(w.until for w in d.sentence.whens))

    first = max(near, key=value)
    return first if said(first) >= SAID else None
