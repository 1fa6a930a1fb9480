"""What a question sounds as if it asked for, beside what its wordings show.

Wordings (``assistant.question.wants``) are those that somebody thought of; people ask for a time in a hundred ways. What
was learned (``index.kinds``) knows how questions that ask for it sound. What wordings show is believed unless the
question sounds very unlike it, and what they do not show where it sounds much like it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.question.facets import Want

#: The kind of a question that asks for several recommendations, each of which must be given.
SEVERAL = "several"
#: How likely it must be that several are asked for.
SURELY_SEVERAL = 0.7


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities from which a question is taken to ask for something."""

    shown: float
    """Where its wordings show it."""
    unshown: float
    """Where they do not."""


#: Of 158 questions that nobody had written rules for, wordings showed a time of 53 of 63 and of 9 that asked for
#: none; the sound alone told 61, and one of those that did not.
HEARD: Mapping[Want, Thresholds] = {Want.WHEN: Thresholds(0.05, 0.5), Want.STATUS: Thresholds(0.0, 0.9)}


def as_heard(wanted: frozenset[Want], kinds: Mapping[str, float]) -> frozenset[Want]:
    """What a question asks for by its wordings and its sound.

    Args:
        wanted: what its wordings show.
        kinds: how likely it is of each kind; what is missing there is left to the wordings.
    """
    made = set(wanted)
    for want, threshold in HEARD.items():
        chance = kinds.get(want.value)
        if chance is None:
            continue
        if chance >= threshold.unshown:
            made.add(want)
        elif chance < threshold.shown:
            made.discard(want)
    return frozenset(made)


def several(kinds: Mapping[str, float]) -> bool:
    """Whether a question sounds as if it asked for several recommendations."""
    return kinds.get(SEVERAL, 0.0) >= SURELY_SEVERAL
