"""What a question sounds as if it asked for, beside what its wordings show.

Wordings (``assistant.question.wants``) are those that somebody thought of; people ask for a time in a hundred ways. What
was learned (``index.kinds``) knows how questions that ask for it sound. It only ever adds to what wordings show.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.question.facets import Want

#: The kind of a question that asks for several things at once.
SEVERAL = "several"
#: Probabilities from which a question is heard to ask for something.
SURE: Mapping[Want, float] = {Want.WHEN: 0.7}


def heard(kinds: Mapping[str, float], wanted: frozenset[Want]) -> frozenset[Want]:
    """What a question asks for by its sound and not by its wordings.

    Args:
        kinds: how likely it is of each kind.
        wanted: what its wordings show.
    """
    return frozenset(w for w, sure in SURE.items() if kinds.get(w.value, 0.0) >= sure) - wanted
