"""The sentences that may say when, and how well each says what was asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from assistant.answers.aside import away_each, says_any
from assistant.answers.document_dates import is_date_line
from assistant.answers.doers import agents, does
from assistant.answers.matching import same_period
from assistant.answers.step import step_matcher
from assistant.answers.units_asked import unit_asked
from assistant.evidence.asked import Asked
from assistant.evidence.matcher import Matcher
from assistant.evidence.pointing import POINTED_AT, continued
from assistant.evidence.preferences import actors
from assistant.evidence.ranking import Ranked
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Phrase
from assistant.library.library import Library, Sentence, Unit
from assistant.question.facets import Want
from corpus.model import Modality, Part, When
from corpus.sentences import sentence_id

SENTENCE = 0.9

GROUP = 0.5

UNIT = 0.5

TIMESCALE = 0.2

#: A sentence whose only date wording names no date ("at a realistic pace").
NO_DATE = -0.35

#: A date in the unit that is asked for ("which season").
UNIT_ASKED = 0.15

NAMED_DATE = 0.6

#: The sentence's doer is the person that the question asks about.
AGENT = 0.6
#: A deadline is asked for, and the sentence gives one.
DEADLINE = 0.1

#: The sentence, of one date, is all about what the question sets aside ("not the interim one").
SET_ASIDE = -0.4

#: It stands in the recommendation, and the question asks what Munro wanted.
HERS = 0.35


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence that may say when."""

    unit: Unit
    sentence: Sentence
    coverage: float
    """Share of the question's terms that the sentence says, with those that it points back to."""
    own: float
    """The same for the sentence alone."""
    step: float
    """The same for the terms that name the step asked about."""
    score: float
    before: tuple[tuple[Unit, Sentence], ...] = ()
    """The sentences that it points back to, in reading order."""

    @property
    def id(self) -> str:
        """Of the sentence."""
        return sentence_id(self.unit.passage.id, self.unit.sentences.index(self.sentence))


def dated(asked: Asked) -> tuple[Dated, ...]:
    """Sentences with a date expression, best first."""
    return tuple(sorted(candidates(asked, with_date=True), key=lambda d: -d.score))


def candidates(asked: Asked, with_date: bool, part: Part | None = None) -> list[Dated]:
    """Every sentence of the passages found (of one part, where it is given) that holds a date expression, or none."""
    placed, scorer = _placed(asked.library, with_date), _Scorer.of(asked)
    return [
        scorer.scored(ranked, place)
        for ranked in asked.ranked
        if part is None or ranked.unit.passage.part is part
        for place in placed.get(ranked.unit.passage.id, ())
    ]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A sentence among all those of a library."""

    row: int
    """Its number in reading order, from 0."""
    sentence: Sentence
    before: tuple[tuple[Unit, Sentence], ...]
    """Those that it points back to."""


@lru_cache(maxsize=8)
def _placed(library: Library, with_date: bool) -> dict[str, tuple[_Placed, ...]]:
    """Passage id to its sentences with a date expression, or to those without."""
    rows = count()
    made = {}
    for last, unit in zip((None, *library.units), library.units, strict=False):
        found = tuple(
            _Placed(row, s, continued(unit, s, last))
            for s, row in zip(unit.sentences, rows, strict=False)
            if bool(s.whens) is with_date and not is_date_line(s)
        )
        made[unit.passage.id] = found
    return made


@dataclass(frozen=True, slots=True)
class _Scorer:
    """What is worked out once for all sentences of a question."""

    asked: Asked
    step: Matcher
    scores: Mapping[str, float]
    """Passage id to its score."""
    agents: frozenset[str]
    """Stems of the names of people whose doing is asked about."""
    hers: bool
    """Whether the words of the recommendation are asked for, not those of the response."""
    deadline: bool
    """Whether it is asked by when something is due."""
    aside: tuple[frozenset[Phrase], ...]
    """Wordings of each thing that the question says it does not mean."""
    named: tuple[When, ...]
    """The dates that the question names as its own, not as one of which it asks whether it is right."""
    unit: str
    """The unit of time in which its date is asked for; "" where none is named."""

    @classmethod
    def of(cls, asked: Asked) -> _Scorer:
        question = asked.question
        return cls(
            asked=asked,
            step=step_matcher(asked),
            scores={r.unit.passage.id: r.score for r in asked.ranked},
            agents=agents(question.focus, asked.library),
            hers=question.has(Want.RECOMMENDATION) and _she_asked(asked),
            deadline=bool(_DEADLINE.search(question.focus)),
            aside=away_each(asked),
            named=() if _OR_ELSE.search(question.focus) else question.whens,
            unit=unit_asked(question.focus),
        )

    def share_aside(self, sentence: Sentence) -> float:
        """Share of what is not meant that a sentence of one date says."""
        if not self.aside or len(sentence.whens) > 1:
            return 0.0
        return sum(says_any(sentence.stems, a) for a in self.aside) / len(self.aside)

    def scored(self, ranked: Ranked, placed: _Placed) -> Dated:
        sentence, passage = placed.sentence, ranked.unit.passage
        own = float(self.asked.matcher.sentences[placed.row])
        step = float(self.step.sentences[placed.row])
        before = max((self.scores.get(u.passage.id, 0.0) for u, _ in placed.before), default=0.0)
        unit = max(ranked.score, POINTED_AT * before)
        group = self.asked.groups.get(passage.recommendation or 0, unit) if passage.recommendation else unit
        coverage, said = own, step
        if placed.before:
            together = sentence.stems.union(*(s.stems for _, s in placed.before))
            coverage = max(own, POINTED_AT * self.asked.matcher.coverage(together))
            said = max(step, POINTED_AT * self.step.coverage(together))
        part = passage.part
        score = (
            UNIT * unit
            + GROUP * group
            + SENTENCE * (coverage + said) / 2
            + TIMESCALE * (part is Part.TIMESCALE)
            + AGENT * does(sentence, self.agents)
            + HERS * (part is Part.RECOMMENDATION and self.hers)
            + DEADLINE * (self.deadline and any(w.modality is Modality.BY for w in sentence.whens))
            + SET_ASIDE * self.share_aside(sentence)
            + UNIT_ASKED * any(w.grain == self.unit for w in sentence.whens)
            + NO_DATE * all(_no_date(w) for w in sentence.whens)
            + NAMED_DATE * any(same_period(w, q) for w in sentence.whens for q in self.named)
        )
        return Dated(ranked.unit, sentence, coverage, own, step, score, placed.before)


def _she_asked(asked: Asked) -> bool:
    """Whether the one who recommends is the only actor of a question, or the one whose doing it asks about."""
    asks = rf"\b(?:did|does) {asked.library.reviewer.pattern}\b"
    alone = Part.RECOMMENDATION in actors(asked.question, asked.library)
    return alone or bool(re.search(asks, asked.question.focus, re.IGNORECASE))


#: "Till Christmas or longer?", "March 2012, or is it later?": the date named is in doubt.
_OR_ELSE = Phrases(
    r"or (?:(?:is|was|were|will) (?:it|that|they) )?(?:even |rather |much )?(?:longer|later|sooner|earlier|beyond)"
)
_DEADLINE = Phrases(
    "deadlines?|by when|by what|by which|due|(?:the )?(?:very )?latest|cut[- ]?offs?|backstop"
)


def _no_date(when: When) -> bool:
    """A wording that dates nothing: undated, or only the day of writing ("today")."""
    return (when.edtf is None and when.modality is Modality.NONE) or is_today(when)


def is_today(when: When) -> bool:
    """The day of writing, which dates nothing else."""
    return when.wording.lower() == "today"


def same_words(other: Dated, best: Dated) -> bool:
    """Whether a sentence stands word for word in another recommendation too."""
    return other.sentence.text == best.sentence.text and other.unit.passage.recommendation not in (
        None,
        best.unit.passage.recommendation,
    )
