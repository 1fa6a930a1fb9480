"""What the program says of a model's reply."""

from __future__ import annotations

import re

from assistant.language.numbers import in_words
from corpus.patterns import lazy_regex

_NOTHING = lazy_regex(
    r"\W*(?:the passages? (?:do(?:es)? not|don't) (?:say|answer|mention|contain)\b.*|i (?:do not|don't) know\b.*)",
    re.IGNORECASE,
)


def left_out(count: int) -> str | None:
    """ "Two sentences were left out because the guidance does not support them."; None where none was."""
    if not count:
        return None
    if count == 1:
        return "One sentence was left out because the guidance does not support it."
    return (
        f"{in_words(count).capitalize()} sentences were left out because the guidance does not support them."
    )


def says_nothing(sentence: str) -> bool:
    """Whether a model says, as it was told to, that the passages do not answer."""
    return _NOTHING.fullmatch(sentence.strip()) is not None
