"""Sentences that point back to those before them ("Ownership of both …", "To be identified by …")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.language.words import stem
from corpus.patterns import lazy_regex

if TYPE_CHECKING:
    from assistant.library.library import Sentence, Unit

#: What is said by a sentence that another points back to counts a little less for that other.
POINTED_AT = 0.95

_CONTINUES = lazy_regex(
    r"^(?:To be|These|This|They|It(?! (?:is|was|will be) (?:\w+ )?(?:that|to|for|from)\b)|Both|Such|Their|Its|That|Those|Implementation|Ownership)\b|^(?:\w+ ){0,6}\b(?:both|these|this|those|its|their)\b",
    re.IGNORECASE,
)


#: "The current trials will …", "Those changes …": what is meant stands before.
_POINTS_AT = lazy_regex(
    r"^(?:The (?:current|same|existing|ongoing|latter)|These|Those|This|Such) (?P<noun>[a-z]{3,})\b"
)


def continued(unit: Unit, sentence: Sentence, last: Unit | None) -> tuple[tuple[Unit, Sentence], ...]:
    """The one or two sentences before, where this one points back to them ("Ownership of both …", "To be identified by …").

    Those of the passage before (``last``), where the first sentence of a passage points at a thing that they name.
    """
    at = unit.sentences.index(sentence)
    if at and _CONTINUES.match(sentence.text):
        first = max(0, at - 2) if re.search(r"\bboth\b", sentence.text) else at - 1
        return tuple((unit, s) for s in unit.sentences[first:at])
    match = _POINTS_AT.match(sentence.text)
    if at or match is None or last is None or last.passage.headings != unit.passage.headings:
        return ()
    noun = stem(match["noun"])
    return tuple((last, s) for s in last.sentences if noun in s.stems)
