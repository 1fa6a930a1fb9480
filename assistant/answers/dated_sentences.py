"""The sentences that may say when, and how well each says what was asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from assistant.answers.asked import Asked
from assistant.answers.document_dates import is_date_line
from assistant.answers.matching import same_period
from assistant.evidence.library import Library, Sentence, Unit
from assistant.evidence.ranking import Ranked
from corpus.model import Modality, Part, When

SENTENCE = 0.9

GROUP = 0.5

UNIT = 0.5

TIMESCALE = 0.2

#: A sentence whose only date wording names no date ("at a realistic pace").
NO_DATE = -0.35

NAMED_DATE = 0.6


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence that may say when."""

    unit: Unit
    sentence: Sentence
    coverage: float
    """Share of the question's terms that the sentence says, with the one before where it points back."""
    own: float
    """The same for the sentence alone."""
    score: float


def dated(asked: Asked) -> tuple[Dated, ...]:
    """Sentences with a date expression, best first."""
    return tuple(sorted(candidates(asked, with_date=True), key=lambda d: -d.score))


def candidates(asked: Asked, with_date: bool, part: Part | None = None) -> list[Dated]:
    """Every sentence of the passages found (of one part, where it is given) that holds a date expression, or none."""
    groups, placed = asked.groups, _placed(asked.library, with_date)
    said = asked.matcher.sentences
    made = []
    for ranked in asked.ranked:
        passage = ranked.unit.passage
        if part is not None and passage.part is not part:
            continue
        group = (
            groups.get(passage.recommendation or 0, ranked.score) if passage.recommendation else ranked.score
        )
        for place in placed.get(passage.id, ()):
            made.append(_scored(asked, ranked, place, float(said[place.row]), group))
    return made


@dataclass(frozen=True, slots=True)
class _Placed:
    """A sentence among all those of a library."""

    row: int
    """Its number in reading order, from 0."""
    sentence: Sentence
    before: tuple[Sentence, ...]
    """Those that it points back to."""


@lru_cache(maxsize=8)
def _placed(library: Library, with_date: bool) -> dict[str, tuple[_Placed, ...]]:
    """Passage id to its sentences with a date expression, or to those without."""
    rows = count()
    made = {}
    for unit in library.units:
        found = tuple(
            _Placed(row, s, continued(unit, s))
            for s, row in zip(unit.sentences, rows, strict=False)
            if bool(s.whens) is with_date and not is_date_line(s)
        )
        made[unit.passage.id] = found
    return made


def _scored(asked: Asked, ranked: Ranked, placed: _Placed, own: float, group: float) -> Dated:
    coverage, sentence = own, placed.sentence
    if placed.before:
        together = sentence.stems.union(*(s.stems for s in placed.before))
        coverage = max(coverage, 0.95 * asked.matcher.coverage(together))
    score = (
        UNIT * ranked.score
        + GROUP * group
        + SENTENCE * coverage
        + TIMESCALE * (ranked.unit.passage.part is Part.TIMESCALE)
        + NO_DATE * all(_no_date(w) for w in sentence.whens)
        + NAMED_DATE * any(same_period(w, q) for w in sentence.whens for q in asked.question.whens)
    )
    return Dated(ranked.unit, sentence, coverage, own, score)


_CONTINUES = re.compile(
    r"^(?:To be|These|This|They|It|Both|Such|Their|Its|That|Those|Implementation|Ownership)\b|^(?:\w+ ){0,6}\b(?:both|these|this|those|its|their)\b",
    re.IGNORECASE,
)


def continued(unit: Unit, sentence: Sentence) -> tuple[Sentence, ...]:
    """The one or two sentences before, where this one points back to them ("Ownership of both …", "To be identified by …")."""
    at = unit.sentences.index(sentence)
    if not at or not _CONTINUES.match(sentence.text):
        return ()
    return (
        unit.sentences[max(0, at - 2) : at]
        if re.search(r"\bboth\b", sentence.text)
        else (unit.sentences[at - 1],)
    )


def _no_date(when: When) -> bool:
    """A wording that dates nothing: undated, or only the day of writing ("today")."""
    return (when.edtf is None and when.modality is Modality.NONE) or when.wording.lower() == "today"


def same_words(other: Dated, best: Dated) -> bool:
    """Whether a sentence stands word for word in another recommendation too."""
    return other.sentence.text == best.sentence.text and other.unit.passage.recommendation not in (
        None,
        best.unit.passage.recommendation,
    )
