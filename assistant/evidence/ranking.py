"""Ranking passages for a question: dense and lexical channels, what the question named, and the words themselves."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.evidence.kinds import holds_names, wants_names
from assistant.evidence.library import Library, Sentence, Stems, Unit, supports
from assistant.language.vocabulary import Term
from assistant.question.facets import Want
from assistant.question.question import Question
from corpus.model import Part, PassageKind

Scores = Callable[[str, str], tuple[dict[str, float], dict[str, float]]]
"""Question and lexical question to (passage id to cosine, passage id to BM25)."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign of a match counts: a listwise softmax fitted on the development questions (``python -m evals fit``)."""

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


#: Parts that answer a want.
PARTS_FOR: dict[Want, tuple[Part, ...]] = {
    Want.WHEN: (Part.TIMESCALE,),
    Want.ARGUMENT: (Part.MUNRO_ARGUMENT,),
    Want.RECOMMENDATION: (Part.RECOMMENDATION,),
    Want.RESPONSE: (Part.GOVERNMENT_RESPONSE,),
    Want.STATUS: (Part.GOVERNMENT_RESPONSE,),
}


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


def is_label(unit: Unit) -> bool:
    """Whether a passage is no statement: a name, an address line, a date line, a list of numbers."""
    text = unit.passage.text
    return unit.passage.kind is PassageKind.PARAGRAPH and len(text.split()) < 9 and not text.rstrip().endswith((".", ":"))


def lexical_query(question: Question) -> str:
    """The words for the lexical index: the question's own, and the other wordings of its terms."""
    others = (" ".join(p) for t in question.terms for p in sorted(t.alternatives) if p != t.own)
    return f"{question.focus} {question.focus} {' '.join(others)}"


def dense_query(question: Question, library: Library) -> str:
    """What is embedded: the question with its abbreviations written out, which the embedder does not know."""
    known = library.vocabulary.abbreviations
    return re.sub(r"[A-Za-z]{2,}", lambda m: known.get(m[0].lower(), m[0]) if _short(m[0]) else m[0], question.focus)


def _short(word: str) -> bool:
    return word.lower() not in ("it", "ip", "la", "las", "hr", "sw", "cp", "wt") or word.isupper()


def context_stems(unit: Unit, library: Library) -> Stems:
    """What surrounds a passage: its lead-in, headings, and the recommendation's own words."""
    found = unit.stems | unit.lead | unit.headings
    number = unit.passage.recommendation
    if number is not None:
        parts = library.recommendation_stems[number]
        found |= parts[Part.RECOMMENDATION] | parts[unit.passage.part]
    return found


def rank(
    question: Question,
    library: Library,
    scores: Scores,
    allowed: Callable[[Unit], bool] = lambda unit: True,
    weights: Weights = Weights(),
) -> tuple[Ranked, ...]:
    """Passages, best first."""
    dense, lexical = scores(dense_query(question, library), lexical_query(question))
    floor = min(dense.values(), default=0.0)
    top = max(lexical.values(), default=0.0) or 1.0
    matcher = Matcher(question, library)
    wanted = wanted_parts(question)
    naming, actors = wants_names(question), _actors(question)
    made = []
    for unit in library.units:
        passage = unit.passage
        if passage.kind is PassageKind.STATUS_LINE or not allowed(unit):
            continue
        own = matcher.coverage(unit.stems)
        with_lead = matcher.coverage(unit.stems | unit.lead | unit.headings)
        context = matcher.coverage(context_stems(unit, library))
        similarity = dense.get(passage.id, floor)
        sentence = max((matcher.coverage(s.stems | unit.lead) for s in unit.sentences), default=0.0)
        score = (
            weights.dense * similarity
            + weights.lexical * lexical.get(passage.id, 0.0) / top
            + weights.own * own
            + weights.lead * with_lead
            + weights.context * context
            + weights.sentence * sentence
            + weights.part * (passage.part in wanted) * (0.5 if passage.part is Part.GOVERNMENT_RESPONSE else 1.0)
            + weights.length * math.log(len(unit.order) + 5) / 5
            + weights.primary * (passage.document == library.corpus.documents[0].id)
            + weights.speaker * _names_speaker(question, unit, library)
            + weights.names * (naming and holds_names(passage.text))
            + weights.actor * (passage.part in actors)
            + weights.duty * (passage.part is Part.RECOMMENDATION and bool(_DUTY.search(question.focus)))
        )
        made.append(Ranked(unit, score, similarity, own, context))
    return tuple(sorted(made, key=lambda r: -r.score))


def _actors(question: Question) -> set[Part]:
    """The parts of the one actor that a question speaks of."""
    text = question.focus.lower()
    government, munro = bool(re.search(r"\b(?:government|ministers)\b", text)), "munro" in text
    if government and not munro:
        return {Part.GOVERNMENT_RESPONSE}
    return {Part.MUNRO_ARGUMENT, Part.RECOMMENDATION} if munro and not government else set()


_DUTY = re.compile(r"\b(?:should|supposed to|meant to|asked to|have to|has to|need to|needs to|must|required to|expected to)\b", re.IGNORECASE)


def wanted_parts(question: Question) -> set[Part]:
    """The parts that a question asks for; "why did the Government …" asks for the response, not for Munro's argument."""
    wants = set(question.wants)
    text = question.focus.lower()
    if Want.ARGUMENT in wants and re.search(r"\b(?:government|ministers?|response)\b", text) and "munro" not in text:
        wants = wants - {Want.ARGUMENT} | {Want.RESPONSE}
    return {part for want in wants for part in PARTS_FOR.get(want, ())}


def _names_speaker(question: Question, unit: Unit, library: Library) -> bool:
    """Whether the question names the person whose words a passage is."""
    named = {s for t in question.terms for s in t.own}
    return bool(named & library.speaker_names.get(unit.passage.speaker, frozenset()))


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence with its score."""

    unit: Unit
    sentence: Sentence
    score: float


def best_sentences(ranked: Ranked, matcher: Matcher) -> tuple[RankedSentence, ...]:
    """The sentences of a passage, best match first; equal matches in reading order."""
    made = [
        RankedSentence(ranked.unit, s, matcher.coverage(s.stems)) for s in ranked.unit.sentences
    ]
    return tuple(sorted(made, key=lambda r: -r.score))
