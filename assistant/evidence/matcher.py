"""How far texts say what one question is about."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from assistant.library.library import Library, Stems, supports
from assistant.library.postings import Postings
from assistant.question.question import Question

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Matcher:
    """Matches one question's terms against sets of stems; rare terms weigh more."""

    def __init__(self, question: Question, library: Library) -> None:
        self.terms, self._library = question.terms, library
        self.weights = tuple(library.rarity(t.own) for t in self.terms)
        self.total = sum(self.weights)
        self._stems = frozenset(
            s for t in self.terms for wording in (t.own, *t.alternatives) for s in wording
        )

    def coverage(self, found: Stems, near: float = 0.0) -> float:
        """Share of the terms' weight that some stems say, 0 to 1; 0 for a question without terms.

        Args:
            found: the stems.
            near: what a wording is worth that only comes near a term in meaning.
        """
        if not self.total or (not near and self._stems.isdisjoint(found)):
            return 0.0
        said = 0.0
        for weight, term in zip(self.weights, self.terms, strict=True):
            share = supports(found, term)
            if share < near and any(found.issuperset(wording) for wording in term.near):
                share = near
            said += weight * share
        return said / self.total

    def coverages(self, texts: Postings, near: float = 0.0) -> NDArray[np.float64]:
        """The same for many texts at once, one number for each.

        Args:
            texts: what is matched.
            near: what a wording is worth that only comes near a term in meaning.
        """
        import numpy as np

        made = np.zeros(texts.size)
        if not self.total:
            return made
        for weight, term in zip(self.weights, self.terms, strict=True):
            said = texts.support(term)
            if near and term.near:
                said = np.maximum(said, near * texts.any_of(term.near))
            made += weight * said
        return made / self.total

    @cached_property
    def sentences(self) -> NDArray[np.float64]:
        """The same for every sentence of the library, with the lead-in of its list, in reading order."""
        return self.coverages(self._library.scopes.sentences)
