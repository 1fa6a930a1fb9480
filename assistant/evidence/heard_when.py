"""Which sentence tells what a question asks the time of, by learned nearness: one with a date, or one without.

A deed that the documents tell without a date has none, whatever dates stand beside it. Words alone cannot tell: people
ask in other words, and the neighbours share many. So a question's vector is turned towards sentences, which was learned
from questions whose sentences are known (see ``index.turning``), and held against those with a date and without.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.evidence.pointing import POINTED_AT, continued
from assistant.question.facets import Want
from corpus.sentences import sentence_id

if TYPE_CHECKING:
    from assistant.evidence.asked import Asked
    from assistant.library.library import Library, Unit

#: A sentence with a date that is this near, and so much nearer than any without one, tells what is asked; set by hand
#: on 110 questions that the turn had not learned from (``eighteenth-deeds``).
NEAR, LEAD = 0.4, 0.1
#: How likely a question must be one of a time, by its vector, before its nearness to sentences tells anything.
SOUNDS = 0.5
#: Below this sum of its nearness and its lead, the nearest sentence with a date tells of something else. Of 1,700 questions
#: with a date and 131 without one, development's, which the turn has learned from, it finds 81 of the latter and none of
#: the former.
TOLD = 0.44


@dataclass(frozen=True, slots=True)
class ToldSentence:
    """A sentence as it is held against questions."""

    unit: Unit
    dated: bool
    before: tuple[str, ...]
    """Ids of the sentences that it points back to."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What nearness says of the time that a question asks for."""

    near: Mapping[str, float]
    """Id to cosine of the sentences where the question allows to look; those with a date count what they point back to."""
    dated: float
    """Cosine of the nearest with a date."""
    lead: float
    """By how much it is nearer than any without one; below 0 where one of these is nearer."""

    @property
    def sure(self) -> bool:
        """Whether a sentence with a date surely tells what is asked."""
        return self.dated >= NEAR and self.lead >= LEAD

    @property
    def told(self) -> bool:
        """Whether any sentence with a date may tell it: near enough for the lead of those without one."""
        return self.dated + self.lead >= TOLD


def hear_when(asked: Asked) -> Heard | None:
    """What nearness says of a question; None where the model has not learned it, or nothing is near."""
    if asked.told_kinds.get(Want.WHEN.value, 0.0) < SOUNDS:
        return None
    told = told_sentences(asked.library)
    near = {i: c for i, c in asked.near.items() if i in told and asked.allows(told[i].unit)}
    dated: dict[str, float] = {}
    pointed: set[str] = set()
    for i, one in told.items():
        if one.dated and (i in near or any(b in near for b in one.before)):
            dated[i] = max(near.get(i, -1.0), *(POINTED_AT * near.get(b, -1.0) for b in one.before), -1.0)
            pointed.update(one.before)
    if not dated:
        return None
    best = max(dated.values())
    other = max((c for i, c in near.items() if i not in dated and i not in pointed), default=-1.0)
    return Heard(near | dated, best, best - other)


@lru_cache(maxsize=8)
def told_sentences(library: Library) -> dict[str, ToldSentence]:
    """Id to sentence, in reading order."""
    made = {}
    for last, unit in zip((None, *library.units), library.units, strict=False):
        for i, sentence in enumerate(unit.sentences):
            before = tuple(
                sentence_id(u.passage.id, u.sentences.index(s)) for u, s in continued(unit, sentence, last)
            )
            made[sentence_id(unit.passage.id, i)] = ToldSentence(unit, bool(sentence.whens), before)
    return made
