"""Whether a text is English enough to be read."""

from __future__ import annotations

import re

from assistant.language.spelling import Speller

#: Share of a text's words that must be English, where there are enough of them to judge.
ENOUGH = 0.4
FEWEST = 4


def is_english_text(text: str, speller: Speller) -> bool:
    """Whether a text may be English; short texts and keywords pass."""
    found = [w.lower() for w in re.findall(r"[^\W\d_]+", text) if len(w) > 1]
    if not found:
        return True
    if sum(w.isascii() for w in found) < len(found) * ENOUGH:
        return False
    if len(found) < FEWEST:
        return True
    return sum(speller.reads(w) for w in found) >= len(found) * ENOUGH
