"""Ranking passages for a question: dense and lexical channels, what the question named, and the words themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from assistant.evidence.features import features
from assistant.evidence.kinds import wants_names
from assistant.evidence.matcher import Matcher
from assistant.evidence.preferences import DUTY, actors, asks_for_label, names_speaker, wanted_parts
from assistant.evidence.queries import dense_query, lexical_query, pairs_asked
from assistant.library.library import Library, Sentence, Unit
from assistant.question.question import Question
from corpus.model import Part

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Scores = Callable[[str, str], tuple[dict[str, float], dict[str, float]]]
"""Question and lexical question to (passage id to cosine, passage id to BM25)."""

#: What takes the place of all cosines where a search by words alone gives none: neither near nor far.
NO_COSINE = 0.45
#: What a wording is worth that only comes near a word of the question in meaning.
NEAR = 0.6


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign of a match counts: a listwise softmax was fitted to the development questions whose evidence
    is known (1,988; 269 others, kept apart, came out better as well), then again to 628 of them embedded with an adapter
    that had not learned from these; brought to a scale on which the best passages lie as far apart as before, and
    rounded. ``part``, ``length``, ``label`` and ``names`` were set by hand where whole answers came out better, and
    ``background``, which few of those questions have."""

    dense: float = 1.23
    """Cosine of question and chunk."""
    dense_group: float = 0.4
    """The same for the best passage under its recommendation, or in its paragraph or section."""
    dense_beside: float = 0.2
    """The same for the passages before and after it, on average."""
    lexical: float = 0.25
    """BM25 as a share of the best."""
    group: float = 0.18
    """The same for the best passage under its recommendation, or in its paragraph or section."""
    pairs: float = 0.15
    """Share of the question's neighbouring words that stand together in the passage too, by their rarity."""
    own: float = 0.2
    """Share of the terms' weight that the passage says."""
    lead: float = 0.42
    """The same with its lead-in and headings."""
    context: float = 0.14
    """The same with the recommendation it stands under."""
    sentence: float = -0.17
    """The same for its best sentence alone; what the others leave over."""
    background: float = 0.2
    """Share of what the sentences beside the question are about that the passage says with its surroundings."""
    part: float = 0.3
    """It stands in the part that the question wants."""
    length: float = 0.18
    """A fifth of the logarithm of its words."""
    primary: float = 0.08
    """It stands in the corpus's first document, which the others report."""
    title: float = 0.05
    """Share of the terms' weight that are names of several words in its recommendation's title alone."""
    label: float = -0.2
    """It is only a name, a date or an address, and the question does not ask who."""
    speaker: float = 0.25
    """The question names the one who speaks in it."""
    names: float = 0.22
    """The question asks for names of people or places, and it holds some."""
    actor: float = 0.12
    """The question speaks of the Government (or of Munro) alone, and it is the Government's (or Munro's) part."""
    duty: float = 0.17
    """The question asks what somebody should do, and it is the recommendation's own text."""


class Ranked(NamedTuple):
    """A passage with its score; hundreds are made for a question, which a tuple is quickest at."""

    unit: Unit
    score: float
    dense: float
    """Cosine; the lowest seen where the passage was not among the nearest."""
    own: float
    """Share of the question's terms that the passage itself says, 0 to 1, rare terms counting more."""
    context: float
    """The same for the passage with all that surrounds it: its list, its recommendation, its headings."""


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

    matcher = matcher or Matcher(question, library)
    at, units, known = library.scopes, library.units, features(library)
    own, context = matcher.coverages(at.own, NEAR), matcher.coverages(at.context, NEAR)
    sentence = np.zeros(len(units))
    np.maximum.at(sentence, at.sentence_owner, matcher.sentences)
    said = (
        weights.pairs * _together(question, library)
        + weights.own * own
        + weights.lead * matcher.coverages(at.lead, NEAR)
        + weights.context * context
        + weights.sentence * sentence
        + _preferred(question, library, weights, matcher)
    )
    kept = np.array([i for i in known.statements if allowed(units[i])], dtype=np.intp)
    dense, lexical = scores(dense_query(question.focus, library), lexical_query(question))
    floor, top = min(dense.values(), default=NO_COSINE), max(lexical.values(), default=0.0) or 1.0
    similarity, words = known.spread(dense, floor), known.spread(lexical, 0.0) / top
    found = weights.dense * similarity + weights.lexical * words + weights.group * known.best_of_group(words)
    found += weights.dense_group * known.best_of_group(similarity)
    found += weights.dense_beside * known.beside(similarity)
    score = found + said
    kept = kept[np.argsort(-score[kept], kind="stable")]
    columns = (column[kept].tolist() for column in (score, similarity, own, context))
    return tuple(map(Ranked._make, zip((units[i] for i in kept.tolist()), *columns, strict=True)))


def _preferred(
    question: Question, library: Library, weights: Weights, matcher: Matcher
) -> NDArray[np.float64]:
    """What speaks for each passage beside the words it shares with the question."""
    wanted, acting, naming = wanted_parts(question, library), actors(question, library), wants_names(question)
    by_part = {
        part: weights.part * (part in wanted) * (0.5 if part is Part.GOVERNMENT_RESPONSE else 1.0)
        + weights.actor * (part in acting)
        + weights.duty * (part is Part.RECOMMENDATION and bool(DUTY.search(question.focus)))
        for part in Part
    }
    by_speaker = {s: names_speaker(question, s, library) for s in library.speaker_names}
    known = features(library)
    made: NDArray[np.float64] = known.lengths * weights.length
    made += known.by_part(by_part)
    made += weights.primary * known.primary
    made += weights.speaker * known.by_speaker(by_speaker)
    if not asks_for_label(question):
        made += weights.label * known.labels
    made += weights.title * known.titled(matcher)
    if naming:
        made += weights.names * known.names
    if question.background:
        made += weights.background * _told_beside(question, library) * ~known.labels
    return made


def _told_beside(question: Question, library: Library) -> NDArray[np.float64]:
    """For each passage, the share of what the sentences beside the question are about that it says, 0 to 1."""
    matcher, at = Matcher(replace(question, terms=question.background), library), library.scopes
    return (matcher.coverages(at.lead, NEAR) + matcher.coverages(at.context, NEAR)) / 2


def _together(question: Question, library: Library) -> NDArray[np.float64]:
    """For each passage, the share of the question's neighbouring words that stand near each other in it, 0 to 1."""
    import numpy as np

    made = np.zeros(len(library.units))
    asked = {pair: library.rarity(pair) for pair in pairs_asked(question)}
    for pair, weight in asked.items():
        made += weight * library.scopes.near.holding(" ".join(pair))
    return made / (sum(asked.values()) or 1.0)


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence with its score."""

    unit: Unit
    sentence: Sentence
    score: float


def best_sentences(ranked: Ranked, matcher: Matcher) -> tuple[RankedSentence, ...]:
    """The sentences of a passage, best match first; equal matches in reading order."""
    made = [RankedSentence(ranked.unit, s, matcher.coverage(s.stems, NEAR)) for s in ranked.unit.sentences]
    return tuple(sorted(made, key=lambda r: -r.score))
