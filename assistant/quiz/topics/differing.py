"""Items on where documents differ: the same undertaking, dated in other words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from assistant.quiz.drafting import Draft, Statement
from assistant.quiz.model import Claim, Difficulty, Kind, Level, Relation, Topic
from assistant.quiz.periods import Dated, dated, days, middle, overlap, sort
from assistant.quiz.records import Records
from assistant.quiz.sources import merged, source_of
from assistant.quiz.text import capital, content
from assistant.quiz.topics.dates import accepted

SHARED = 0.5
"""Share of the rarer words of the shorter sentence that two sentences on one undertaking have in common."""


@lru_cache(maxsize=4)
def pairs(records: Records) -> tuple[tuple[Dated, Dated], ...]:
    """Dated sentences of two documents on the same undertaking, each pair once."""
    found = [d for d in dated(records) if len(content(d.saying.text)) > 4]
    return tuple(
        (a, b)
        for i, a in enumerate(found)
        for b in found[i + 1 :]
        if a.saying.passage.document != b.saying.passage.document and _same_undertaking(records, a, b)
    )


@lru_cache(maxsize=4)
def _rarity(records: Records) -> dict[str, float]:
    often = Counter(w for s in records.sayings for w in content(s.text))
    return {w: math.log(len(records.sayings) / n) for w, n in often.items()}


def _same_undertaking(records: Records, a: Dated, b: Dated) -> bool:
    rarity = _rarity(records)
    first, second = (content(d.saying.text.replace(d.name, "")) for d in (a, b))
    weights = [sum(rarity.get(w, 0.0) for w in found) for found in (first, second, first & second)]
    return len(first & second) > 2 and weights[2] >= SHARED * min(weights[:2])


def drafts(records: Records) -> Iterator[Draft]:
    """Short answer: the date that one document gives, the other's being told."""
    for a, b in pairs(records):
        if days(a.name) == days(b.name):
            continue
        for asked, told in ((a, b), (b, a)):
            shown = told.shown
            if shown is None:
                continue
            yield Draft(
                kind=Kind.SHORT_ANSWER,
                topic=Topic.DIFFERENCE,
                level=Level.UNDERSTANDING,
                stem=f"{capital(records.place(told.saying.passage))} says: “{shown.text}” "
                f"Which date does {records.place(asked.saying.passage)} give instead?",
                key=accepted(asked.name),
                claim=Claim(Relation.REDATED, shown.text, None),
                source=merged(source_of(records, asked.saying), source_of(records, told.saying)),
                difficulty=Difficulty.HARD,
            )


def statements(records: Records) -> Iterator[Statement]:
    """True or false: the date that another document gives an undertaking, or one of something else."""
    names = tuple(dict.fromkeys(d.name for d in dated(records)))
    for a, b in pairs(records):
        for asked, told in ((a, b), (b, a)):
            if told.shown is None:
                continue
            yield Statement(
                topic=Topic.DIFFERENCE,
                level=Level.UNDERSTANDING,
                before=f"{capital(records.place(told.saying.passage))} says: “{told.shown.text}” "
                f"For the same undertaking, {records.place(asked.saying.passage)} gives the date “",
                after="”.",
                key=asked.name,
                pool=tuple(
                    n
                    for n in names
                    if sort(n) == sort(asked.name) and not any(overlap(n, d.name) for d in (a, b))
                ),
                claim=Claim(Relation.REDATED, told.shown.text, None),
                source=merged(source_of(records, asked.saying), source_of(records, told.saying)),
                scale={n: middle(n) for n in names},
            )
