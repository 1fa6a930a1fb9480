"""What a question sounds as if it asked for, beside what its wordings show.

Wordings (``assistant.question.wants``) are those that somebody thought of; people ask for a time in a hundred ways. What
was learned (``index.kinds``) knows how questions that ask for it sound. It only ever adds to what wordings show: who
asks for a deadline where there is none, or goes on from an earlier question, sounds otherwise and wants it all the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.question.facets import Want

#: The kind of a question that asks for several recommendations, each of which must be given.
SEVERAL = "several"
#: How likely it must be that several are asked for.
SURELY_SEVERAL = 0.7
#: Probabilities from which a question is heard to ask for something. Of 158 questions that nobody had written rules
#: for, wordings showed a time of 53 of 63; the sound told 61, and one that asked for none.
SURE: Mapping[Want, float] = {Want.WHEN: 0.5, Want.STATUS: 0.9}


def heard(kinds: Mapping[str, float]) -> frozenset[Want]:
    """What a question asks for by its sound.

    Args:
        kinds: how likely it is of each kind.
    """
    return frozenset(want for want, sure in SURE.items() if kinds.get(want.value, 0.0) >= sure)


def several(kinds: Mapping[str, float]) -> bool:
    """Whether a question sounds as if it asked for several recommendations."""
    return kinds.get(SEVERAL, 0.0) >= SURELY_SEVERAL
