"""Matching items: recommendations to their status, theme, date, or who must act."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from assistant.quiz.distractors import clues
from assistant.quiz.drafting import Draft
from assistant.quiz.model import Claim, Difficulty, Kind, Level, Pair, Relation, Topic
from assistant.quiz.periods import Dated, dated, middle, overlap
from assistant.quiz.records import Records
from assistant.quiz.sources import Source, merged, source_of, status_source
from assistant.quiz.topics.actors import Actor, actors, overlapping
from assistant.quiz.topics.statuses import status_words
from assistant.quiz.topics.themes import theme_source
from corpus.model import Part

PREMISES = 4
SETS = 6
"""Items of a sort, at most."""
SHARED = 2
"""Premises that two items of a sort have in common, at most."""


def drafts(records: Records) -> Iterator[Draft]:
    """Complete items: nothing is left to choose."""
    yield from _statuses(records)
    yield from _themes(records)
    yield from _dates(records)
    yield from _actors(records)


def sets(numbers: Iterable[int], fits: Callable[[tuple[int, ...]], bool], seed: str) -> list[tuple[int, ...]]:
    """Sets of premises that fit, as different from each other as may be."""
    found = [s for s in combinations(sorted(numbers), PREMISES) if fits(s)]
    random.Random(seed).shuffle(found)
    made: list[tuple[int, ...]] = []
    for candidate in found:
        if len(made) < SETS and all(len(set(candidate) & set(m)) <= SHARED for m in made):
            made.append(candidate)
    return made


def _draft(
    records: Records,
    claim: Claim,
    topic: Topic,
    asked: str,
    values: Mapping[int, str],
    options: Iterable[str],
    source: Source,
) -> Draft:
    distinct = len(set(values.values())) == len(values)
    return Draft(
        kind=Kind.MATCHING,
        topic=topic,
        level=Level.RECALL,
        stem=asked,
        key=(),
        claim=claim,
        source=source,
        pool=tuple(dict.fromkeys(options)),
        pairs=tuple(Pair(records.labels[n], value) for n, value in values.items()),
        difficulty=Difficulty.HARD if distinct else Difficulty.MEDIUM,
    )


def _statuses(records: Records) -> Iterator[Draft]:
    words = {n: status_words(records, n) for n in records.labels}
    every = dict.fromkeys(sorted(words.values(), key=len))
    asked = f"Match each recommendation with the status that {records.response_name} gives it. A status may be used more than once."
    for chosen in sets(words, lambda s: len({words[n] for n in s}) > min(2, len(every) - 1), "status"):
        source = merged(*(status_source(records, n) for n in chosen))
        yield _draft(
            records,
            Claim(Relation.STATUS, None, None),
            Topic.STATUS,
            asked,
            {n: words[n] for n in chosen},
            every,
            source,
        )


def _themes(records: Records) -> Iterator[Draft]:
    themes = {
        n: r.theme for n, r in records.corpus.recommendations.items() if r.theme in records.theme_labels
    }
    labels = records.theme_labels
    asked = f"Match each recommendation with the theme that {records.response_name} places it under. A theme may be used more than once."

    def fits(chosen: tuple[int, ...]) -> bool:
        spread = len({themes[n] for n in chosen}) > min(2, len(labels) - 1)
        return spread and not any(_told(records, n, labels[themes[n]], labels.values()) for n in chosen)

    for chosen in sets(themes, fits, "theme"):
        source = merged(*(theme_source(records, themes[n], n) for n in chosen))
        values = {n: labels[themes[n]] for n in chosen}
        yield _draft(
            records, Claim(Relation.THEME, None, None), Topic.THEME, asked, values, labels.values(), source
        )


def _told(records: Records, number: int, right: str, options: Iterable[str]) -> bool:
    """Whether a title shares words with what goes with it and with nothing else on offer."""
    return bool(clues(records.labels[number], [right], [o for o in options if o != right]))


def timescales(records: Records) -> dict[int, list[Dated]]:
    """Recommendation number to the dates with a year in its timescale, the last of them at the end."""
    made: dict[int, list[Dated]] = {}
    for d in dated(records):
        if d.saying.passage.part is Part.TIMESCALE and d.saying.passage.recommendation is not None:
            made.setdefault(d.saying.passage.recommendation, []).append(d)
    return {n: sorted(ds, key=lambda d: middle(d.name)) for n, ds in sorted(made.items())}


def apart(found: Mapping[int, list[Dated]], chosen: Iterable[int]) -> bool:
    """Whether the last date of each timescale is no date of the others."""
    last = {n: found[n][-1].name for n in chosen}
    return all(not overlap(d.name, last[m]) for n in last for m in last if n != m for d in found[n])


def _dates(records: Records) -> Iterator[Draft]:
    found = timescales(records)
    asked = (
        f"Match each recommendation with the last date that {records.response_name} names in its timescale."
    )
    for chosen in sets(found, lambda s: apart(found, s), "date"):
        values = {n: found[n][-1].name for n in chosen}
        source = merged(*(source_of(records, found[n][-1].saying) for n in chosen))
        options = sorted(values.values(), key=middle)
        yield _draft(
            records, Claim(Relation.DATE, None, None), Topic.TIMESCALE, asked, values, options, source
        )


def _actors(records: Records) -> Iterator[Draft]:
    """Recommendations whose timescales name no two of the same actors."""
    found: dict[int, list[Actor]] = {}
    for a in actors(records):
        if a.saying.passage.part is Part.TIMESCALE and a.saying.passage.recommendation is not None:
            found.setdefault(a.saying.passage.recommendation, []).append(a)
    single = {n: of[0] for n, of in found.items() if len({a.who for a in of}) == 1}

    def fits(chosen: tuple[int, ...]) -> bool:
        return all(not overlapping(single[a].who, single[b].who) for a, b in combinations(chosen, 2))

    asked = f"Match each recommendation with whoever {records.response_name} names in its timescale."
    for chosen in sets(single, fits, "who"):
        values = {n: single[n].who for n in chosen}
        source = merged(*(source_of(records, single[n].saying) for n in chosen))
        yield _draft(
            records,
            Claim(Relation.WHO, None, None),
            Topic.WHO,
            asked,
            values,
            sorted(values.values()),
            source,
        )
