"""Ordering items: recommendations, or sentences without their dates, in the order of the dates."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import combinations

from assistant.quiz.drafting import Draft
from assistant.quiz.model import Claim, Difficulty, Kind, Level, Relation, Topic
from assistant.quiz.periods import Dated, dated, middle, overlap
from assistant.quiz.records import Records
from assistant.quiz.sources import Source, merged, source_of
from assistant.quiz.text import near
from assistant.quiz.topics.matching import apart, sets, timescales

ENTRIES = 4
LONGEST = 26
"""Words of a sentence to be put in order."""
MOST = 8
"""Items that order sentences, at most."""
UNDATED = "[date]"
TO_COME, LATEST = "sentence without its date", "last date of the timescale"


def drafts(records: Records) -> Iterator[Draft]:
    """Complete items: nothing is left to choose."""
    found = timescales(records)
    for chosen in sets(found, lambda s: apart(found, s), "order"):
        last = sorted((found[n][-1] for n in chosen), key=lambda d: middle(d.name))
        names = records.document_names[last[0].saying.passage.document]
        yield _draft(
            f"Put these recommendations in the order of the last date that {names} names in their timescales, earliest first.",
            [records.labels[d.saying.passage.recommendation or 0] for d in last],
            Claim(Relation.EARLIER, LATEST, None),
            merged(*(source_of(records, d.saying) for d in last)),
        )
    for entries in _sentences(records):
        yield _draft(
            "Put these in the order of the dates that the documents give for them, earliest first.",
            [without_date(d) for d in entries],
            Claim(Relation.EARLIER, TO_COME, None),
            merged(*(source_of(records, d.saying) for d in entries)),
        )


def without_date(d: Dated) -> str:
    """A sentence with ``UNDATED`` for its date."""
    return d.saying.text.replace(d.name, UNDATED, 1)


def _sentences(records: Records) -> Iterator[Sequence[Dated]]:
    fit = [
        d
        for d in dated(records)
        if d.saying.alone and len(d.saying.text.split()) <= LONGEST and _only_date(d)
    ]
    fit = [d for i, d in enumerate(fit) if not any(near(d.saying.text, o.saying.text) for o in fit[:i])]
    found = [
        s
        for s in combinations(fit, ENTRIES)
        if all(not overlap(a.name, b.name) for a, b in combinations(s, 2))
    ]
    random.Random("sentences").shuffle(found)
    made: list[tuple[Dated, ...]] = []
    for candidate in found:
        if len(made) < MOST and all(sum(d in m for d in candidate) <= 2 for m in made):
            made.append(candidate)
            yield sorted(candidate, key=lambda d: middle(d.name))


def _only_date(d: Dated) -> bool:
    return sum(c.isdigit() for c in d.saying.text) == sum(c.isdigit() for c in d.name)


def _draft(stem: str, ordered: list[str], claim: Claim, source: Source) -> Draft:
    shown = sorted(ordered)
    random.Random("".join(shown)).shuffle(shown)
    return Draft(
        kind=Kind.ORDERING,
        topic=Topic.TIMESCALE,
        level=Level.UNDERSTANDING,
        stem=stem,
        key=tuple(ordered),
        claim=claim,
        source=source,
        pool=tuple(shown if shown != ordered else shown[::-1]),
        difficulty=Difficulty.HARD if claim.subject == LATEST else Difficulty.MEDIUM,
    )
