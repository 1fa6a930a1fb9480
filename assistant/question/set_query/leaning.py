"""Whether a question leaves the set that it asks of to the sentences before it ("Six were not. Which of the six …?")."""

from __future__ import annotations

from assistant.language.numbers import SEVERAL
from assistant.language.phrases import Phrases

_LEANS = Phrases(
    rf"of the(?:se|m)? (?:{SEVERAL}|few|lot)|(?:of|are|were) (?:those|these|they|them)",
    rf"(?:those|these|the) (?:{SEVERAL})(?=\W*$| (?:were|was|are|is|got|have|has|had|did)\b)",
    "(?:the )?(?:missing|remaining|left[- ]?over|odd) (?:one|rec|recommendation)s?",
)
#: Nothing but "which (other) recommendations?": what selects them stands before.
_BARE = Phrases(
    "(?:so |and |but )?(?:in |under |of |for |to )?(?:which|what|where)(?: are| were)?(?: the| those)?(?: other| others| else)?",
    before=r"^\W*",
    after=r"(?: (?:recommendations?|recs?|ones?|timescales?|responses?|repl(?:y|ies)|numbers?))?(?: are (?:they|those|these))?\W*$",
)


def leans(asking: str) -> bool:
    """Whether a sentence that asks points at a set that is told before it, or tells none itself."""
    return bool(_LEANS.search(asking) or _BARE.match(asking))
