"""How far texts say what one question is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from assistant.evidence.library import Library, Stems, supports
from assistant.evidence.postings import Postings
from assistant.language.vocabulary import Term
from assistant.question.question import Question

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Matcher:
    """Matches one question's terms against sets of stems; rare terms weigh more."""

    def __init__(self, question: Question, library: Library) -> None:
        self.terms = question.terms
        self.weights = tuple(library.rarity(t.own) for t in self.terms)
        self.total = sum(self.weights)

    def coverage(self, found: Stems) -> float:
        """Share of the terms' weight that some stems say, 0 to 1; 0 for a question without terms."""
        if not self.total:
            return 0.0
        return sum(w * supports(found, t) for t, w in zip(self.terms, self.weights, strict=True)) / self.total

    def missing(self, found: Stems) -> tuple[Term, ...]:
        """Terms that some stems do not say."""
        return tuple(t for t in self.terms if supports(found, t) < 0.5)

    def coverages(self, texts: Postings) -> NDArray[np.float64]:
        """The same for many texts at once, one number for each."""
        made = np.zeros(texts.size)
        if not self.total:
            return made
        for weight, term in zip(self.weights, self.terms, strict=True):
            made += weight * texts.support(term)
        return made / self.total
