"""The date that fills the gap of a sentence ("the post will be filled by ____")."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers.dated_sentences import Dated, dated
from assistant.evidence.asked import Asked
from assistant.language.words import STOPWORDS, words
from corpus.model import When
from corpus.patterns import lazy_regex

_GAP = lazy_regex(r"_{2,}|\.{4,}|\[\s*(?:\.{2,}|blank|gap)?\s*\]", re.IGNORECASE)
#: Words of content before a gap, and before a date, that are set beside each other; so many must be the same.
NEAR, SHARED = 4, 2
#: Share of the question's terms that the sentence must say.
SAID = 0.3


def date_in_gap(asked: Asked) -> tuple[Dated, When] | None:
    """The dated sentence that a question's sentence with a gap repeats, and the date that stands in its place."""
    text = asked.question.focus
    gap = _GAP.search(text)
    if gap is None:
        return None
    before = _last(text[: gap.start()])
    for d in dated(asked):
        if d.coverage < SAID:
            continue
        for when in d.sentence.whens:
            if len(before & _last(d.sentence.text[: when.span.start])) >= min(SHARED, len(before)) > 0:
                return d, when
    return None


@lru_cache(maxsize=1024)
def _last(text: str) -> frozenset[str]:
    """Stems of the last words of content of a text."""
    content = [w.stem for w in words(text) if w.text not in STOPWORDS]
    return frozenset(content[-NEAR:])
