"""Where in the documents one side of a comparison is looked for."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.library.library import Unit
from corpus.model import Part

#: Words that a passage of a document needs at least: fewer are a label.
_STATES = 6


@dataclass(frozen=True, slots=True)
class Where:
    """A document, a section, a numbered paragraph, or a recommendation or a part of it; what is left empty may be any."""

    document: str = ""
    section: str = ""
    paragraph: int | None = None
    recommendation: int | None = None
    part: Part | None = None

    def holds(self, unit: Unit) -> bool:
        """Whether a passage stands there."""
        passage = unit.passage
        if self.section:
            return self.section in passage.headings
        if self.paragraph is not None:
            return passage.place.paragraph == self.paragraph
        if self.recommendation is not None and passage.recommendation != self.recommendation:
            return False
        if self.part is not None and passage.part is not self.part:
            return False
        if self.document and passage.document != self.document:
            return False
        return bool(self.recommendation or self.part) or len(passage.text.split()) >= _STATES
