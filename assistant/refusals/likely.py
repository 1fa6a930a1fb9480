"""Of what kind a question is, where rules and what was learned are heard together.

Rules read signs and can say why, but know only wordings that somebody thought of; what was learned
(``index.kinds``) knows how questions of a kind sound. A kind that rules find is believed unless it sounds very unlike
one, and one that they do not find where it sounds very much like one.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.evidence.asked import Asked
from assistant.model import Notice, Reason


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities from which a question is taken to be of a kind."""

    found: float
    """Where rules find it."""
    unfound: float
    """Where they do not."""


THRESHOLDS: dict[Reason | Notice, Thresholds] = {
    Notice.LIVE_CONCERN: Thresholds(0.02, 0.8),
    Reason.CASE_ADVICE: Thresholds(0.02, 0.8),
    Reason.OUT_OF_SCOPE: Thresholds(0.02, 0.9),
    Reason.UNCLEAR: Thresholds(0.02, 0.9),
    Reason.AFTER_THE_GUIDANCE: Thresholds(0.02, 0.95),
}


def likely(asked: Asked, kind: Reason | Notice, found: bool) -> bool:
    """Whether a question is of a kind.

    Args:
        asked: the question.
        kind: one of those above.
        found: whether rules say so; they decide alone where nothing was learned, or the question names its place.
    """
    chance = asked.kinds.get(kind.value)
    if chance is None:
        return found
    threshold = THRESHOLDS[kind]
    return chance >= (threshold.found if found else threshold.unfound)
