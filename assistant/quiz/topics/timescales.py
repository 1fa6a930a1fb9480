"""Items on what the timescale of a recommendation names: a date, and who is to act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from assistant.quiz.drafting import Draft, Statement
from assistant.quiz.model import Claim, Kind, Level, Relation, Topic
from assistant.quiz.periods import Dated, dated, days, middle, overlap
from assistant.quiz.records import Records
from assistant.quiz.sources import source_of
from assistant.quiz.text import capital, holds, plain
from assistant.quiz.topics.actors import Actor, actors, overlapping
from assistant.quiz.wording import fitting
from corpus.dates import find_whens, name_of
from corpus.model import Part

OFTEN = 3
"""Single-choice items with the same answer, at most."""
_ACTS = frozenset("will should must intends intend plans plan aims aim".split())


def drafts(records: Records) -> Iterator[Draft]:
    """Single choice: who is to act, where a timescale names one alone."""
    used: Counter[str] = Counter()
    for number, found in _acting(records).items():
        if len({a.who for a in found}) > 1 or used[found[0].who] == OFTEN:
            continue
        used[found[0].who] += 1
        yield Draft(
            kind=Kind.CHOICE,
            topic=Topic.WHO,
            level=Level.RECALL,
            stem=fitting(
                *(f"Who is to act under {place}?" for place in records.places(found[0].saying.passage))
            ),
            key=(found[0].who,),
            claim=Claim(Relation.WHO, records.labels[number], None),
            source=source_of(records, found[0].saying),
            pool=_others(records, number),
            clash=overlapping,
        )


def statements(records: Records) -> Iterator[Statement]:
    """True or false: a date that a timescale names, and somebody who is to act under it, or others."""
    yield from _dates(records)
    for number, found in _acting(records).items():
        first, *briefer = (
            f"Those who are to act under {place} include “"
            for place in records.places(found[0].saying.passage)
        )
        yield Statement(
            topic=Topic.WHO,
            level=Level.RECALL,
            before=first,
            brief=tuple(briefer),
            after="”.",
            key=found[0].who,
            pool=_others(records, number),
            claim=Claim(Relation.WHO, records.labels[number], None),
            source=source_of(records, found[0].saying),
        )


def _dates(records: Records) -> Iterator[Statement]:
    names = tuple(dict.fromkeys(d.name for d in dated(records)))
    for number, found in _dated(records).items():
        for d in found.values():
            first, *briefer = (f"{capital(place)} names “" for place in records.places(d.saying.passage))
            if holds(first, d.name):
                continue
            yield Statement(
                topic=Topic.TIMESCALE,
                level=Level.RECALL,
                before=first,
                brief=tuple(briefer),
                after="”.",
                key=d.name,
                pool=_never_named(records, number, [n for n in names if not holds(first, n)]),
                claim=Claim(Relation.DATE, records.labels[number], None),
                source=source_of(records, d.saying),
                scale={n: middle(n) for n in names},
            )


@lru_cache(maxsize=4)
def _acting(records: Records) -> Mapping[int, list[Actor]]:
    """Recommendation number to those whom its timescale names as the subject of what is to be done."""
    made: dict[int, list[Actor]] = {}
    for a in actors(records):
        number = a.saying.passage.recommendation
        if number is not None and a.saying.passage.part is Part.TIMESCALE and a.verb in _ACTS:
            made.setdefault(number, []).append(a)
    return made


def _others(records: Records, number: int) -> tuple[str, ...]:
    """Those who act elsewhere, and are neither named in this timescale nor part of who is."""
    own = [a.who for a in actors(records) if a.saying.passage.recommendation == number]
    text = _text(records, number)
    return tuple(
        dict.fromkeys(
            a.who
            for a in actors(records)
            if not holds(text, a.who) and not any(overlapping(a.who, who) for who in (text, *own))
        )
    )


def _dated(records: Records) -> Mapping[int, dict[str, Dated]]:
    """Recommendation number to the dates with a year in its timescale, each once."""
    made: dict[int, dict[str, Dated]] = {}
    for d in dated(records):
        number = d.saying.passage.recommendation
        if number is not None and d.saying.passage.part is Part.TIMESCALE:
            made.setdefault(number, {}).setdefault(d.name, d)
    return made


def _never_named(records: Records, number: int, names: list[str]) -> tuple[str, ...]:
    """Dates still to come when the timescale was written that overlap none of its own."""
    written = records.responding.date if records.responding else None
    whens = find_whens(_text(records, number), written) if written else ()
    own = [n for w in whens if days(n := name_of(w.wording))]
    return tuple(
        name
        for name in names
        if (span := days(name)) and written and span[1] > written and not any(overlap(name, n) for n in own)
    )


def _text(records: Records, number: int) -> str:
    return plain(records.corpus.recommendations[number].text(Part.TIMESCALE))
