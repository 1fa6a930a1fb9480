"""Ranking passages for a question: dense and lexical channels, what the question named, and the words themselves."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from assistant.evidence.kinds import holds_names, wants_names
from assistant.evidence.library import Library, Sentence, Unit
from assistant.evidence.matcher import Matcher
from assistant.evidence.preferences import DUTY, actors, names_speaker, wanted_parts
from assistant.evidence.queries import dense_query, lexical_query
from assistant.question.facets import Want
from assistant.question.question import Question
from corpus.model import Part, PassageKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Scores = Callable[[str, str], tuple[dict[str, float], dict[str, float]]]
"""Question and lexical question to (passage id to cosine, passage id to BM25)."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign of a match counts: a listwise softmax was fitted to the first 300
    development questions, then rounded."""

    dense: float = 0.78
    """Cosine of question and chunk."""
    lexical: float = 0.48
    """BM25 as a share of the best."""
    own: float = 0.29
    """Share of the terms' weight that the passage says."""
    lead: float = 0.31
    """The same with its lead-in and headings."""
    context: float = 0.36
    """The same with the recommendation it stands under."""
    sentence: float = 0.17
    """The same for its best sentence alone."""
    part: float = 0.35
    """It stands in the part that the question wants."""
    length: float = 0.22
    """A fifth of the logarithm of its words."""
    primary: float = 0.08
    """It stands in the corpus's first document, which the others report."""
    label: float = -0.3
    """It is only a name, a date or an address, and the question does not ask who."""
    speaker: float = 0.3
    """The question names the one who speaks in it."""
    names: float = 0.25
    """The question asks for names of people or places, and it holds some."""
    actor: float = 0.12
    """The question speaks of the Government (or of Munro) alone, and it is the Government's (or Munro's) part."""
    duty: float = 0.1
    """The question asks what somebody should do, and it is the recommendation's own text."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with its score."""

    unit: Unit
    score: float
    dense: float
    """Cosine; the lowest seen where the passage was not among the nearest."""
    own: float
    """Share of the question's terms that the passage itself says, 0 to 1, rare terms counting more."""
    context: float
    """The same for the passage with all that surrounds it: its list, its recommendation, its headings."""


def is_label(unit: Unit) -> bool:
    """Whether a passage is no statement: a name, an address line, a date line, a list of numbers."""
    text = unit.passage.text
    return (
        unit.passage.kind is PassageKind.PARAGRAPH
        and len(text.split()) < 9
        and not text.rstrip().endswith((".", ":"))
    )


def rank(
    question: Question,
    library: Library,
    scores: Scores,
    allowed: Callable[[Unit], bool] = lambda unit: True,
    weights: Weights = Weights(),
    matcher: Matcher | None = None,
) -> tuple[Ranked, ...]:
    """Passages, best first."""
    import numpy as np

    dense, lexical = scores(dense_query(question, library), lexical_query(question))
    floor, top = min(dense.values(), default=0.0), max(lexical.values(), default=0.0) or 1.0
    matcher = matcher or Matcher(question, library)
    at = library.scopes
    own, context = matcher.coverages(at.own), matcher.coverages(at.context)
    sentence = np.zeros(len(library.units))
    np.maximum.at(sentence, at.sentence_owner, matcher.sentences)
    units, known = library.units, features(library)
    similarity, words = known.spread(dense, floor), known.spread(lexical, 0.0) / top
    score = (
        weights.dense * similarity
        + weights.lexical * words
        + weights.own * own
        + weights.lead * matcher.coverages(at.lead)
        + weights.context * context
        + weights.sentence * sentence
        + _preferred(question, library, weights)
    )
    kept = np.array([i for i in known.statements if allowed(units[i])], dtype=np.intp)
    kept = kept[np.argsort(-score[kept], kind="stable")]
    columns = (column[kept].tolist() for column in (score, similarity, own, context))
    return tuple(Ranked(units[i], *values) for i, *values in zip(kept.tolist(), *columns, strict=True))


_REACH = re.compile(
    r"\b(?:e-?mail|phone|telephone|number|address|title|item|date|signed|dear)\b", re.IGNORECASE
)


def _preferred(question: Question, library: Library, weights: Weights) -> NDArray[np.float64]:
    """What speaks for each passage beside the words it shares with the question."""
    import numpy as np

    wanted, acting, naming = wanted_parts(question), actors(question), wants_names(question)
    by_part = {
        part: weights.part * (part in wanted) * (0.5 if part is Part.GOVERNMENT_RESPONSE else 1.0)
        + weights.actor * (part in acting)
        + weights.duty * (part is Part.RECOMMENDATION and bool(DUTY.search(question.focus)))
        for part in Part
    }
    by_speaker = {s: names_speaker(question, s, library) for s in library.speaker_names}
    known = features(library)
    asks_who = question.has(Want.WHO) or bool(_REACH.search(question.focus))
    made: NDArray[np.float64] = known.lengths * weights.length
    made += np.array([by_part[u.passage.part] for u in library.units])
    made += weights.primary * known.primary
    made += weights.speaker * np.array([by_speaker[u.passage.speaker] for u in library.units])
    if not asks_who:
        made += weights.label * known.labels
    if naming:
        made += weights.names * known.names
    return made


class Features:
    """What is the same about the passages of a library whatever is asked, one number for each passage."""

    def __init__(self, library: Library) -> None:
        import numpy as np

        self._library = library
        units = library.units
        self._row = {u.passage.id: i for i, u in enumerate(units)}
        self.statements = [i for i, u in enumerate(units) if u.passage.kind is not PassageKind.STATUS_LINE]
        self.lengths = np.array([math.log(len(u.order) + 5) / 5 for u in units])
        first = library.corpus.documents[0].id
        self.primary = np.array([u.passage.document == first for u in units])
        self.labels = np.array([is_label(u) for u in units])

    @cached_property
    def names(self) -> NDArray[np.bool_]:
        """Whether it holds the name of a person or place."""
        import numpy as np

        return np.array([holds_names(u.passage.text, self._library) for u in self._library.units])

    def spread(self, found: Mapping[str, float], other: float) -> NDArray[np.float64]:
        """Scores by passage id as one number for each passage, ``other`` where there is none."""
        import numpy as np

        made = np.full(len(self._row), other)
        made[[self._row[i] for i in found]] = list(found.values())
        return made


@lru_cache(maxsize=4)
def features(library: Library) -> Features:
    """The features of a library; made once."""
    return Features(library)


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence with its score."""

    unit: Unit
    sentence: Sentence
    score: float


def best_sentences(ranked: Ranked, matcher: Matcher) -> tuple[RankedSentence, ...]:
    """The sentences of a passage, best match first; equal matches in reading order."""
    made = [RankedSentence(ranked.unit, s, matcher.coverage(s.stems)) for s in ranked.unit.sentences]
    return tuple(sorted(made, key=lambda r: -r.score))
