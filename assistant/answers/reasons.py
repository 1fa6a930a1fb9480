"""The passage that gives the reason for a deed, where a question asks why of a paper that it names."""

from __future__ import annotations

from assistant.evidence.asked import Asked
from assistant.evidence.ranking import Ranked
from assistant.language.phrases import Phrases

#: What gives the reason for a deed.
CAUSE = Phrases(
    "because|in (?:the )?light of|in response to|owing to|due to|as a result of|prompted by|led to"
)
_WHY = Phrases("why|for what reasons?|what (?:made|prompted|led|drove)|how come|reasons? (?:for|behind|why)")
#: How much worse a passage that gives the reason may match.
REASON_BEHIND = 0.8


def giving_reason(asked: Asked, best: Ranked) -> Ranked:
    """The best passage of the paper named that gives a reason, where why is asked and the best of all gives none."""
    if (
        not asked.question.documents
        or not _WHY.search(asked.question.focus)
        or CAUSE.search(best.unit.passage.text)
    ):
        return best
    giving = [r for r in asked.ranked if CAUSE.search(r.unit.passage.text)]
    alone = len(giving) == 1
    return next((r for r in giving if alone or (r.own > 0 and r.score >= best.score - REASON_BEHIND)), best)
