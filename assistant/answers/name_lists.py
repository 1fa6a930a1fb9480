"""Which places or people: a list of names in another document, where the recommendation spoken of names none itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.answers.draft import Draft, Line
from assistant.answers.places import document_inside
from assistant.evidence.asked import Asked
from assistant.evidence.linking import nearest
from assistant.evidence.matcher import Matcher
from assistant.evidence.quote import sentence_quote
from assistant.language.numbers import SEVERAL, pattern_of, value
from assistant.language.phrases import Phrases
from assistant.library.library import Library, Sentence, Unit
from assistant.model import Outcome
from assistant.question.facets import Want

#: Fewer names than this are no list.
FEWEST = 3
_PLACES = "(?:areas?|councils?|authorit(?:y|ies)|places|locations|localities|boroughs?|sites|pilots|ones)"
#: Names are asked for: "which areas", "which five were added", "and the five that were to join".
_ASKS = Phrases(
    rf"(?:which|what|name|list)(?: the| are the| were the)? (?:(?P<count>{SEVERAL}) )?(?:\w+ ){{0,2}}?{_PLACES}",
    rf"(?:which|what) (?P<bare>{SEVERAL})(?= (?:were|was|are|is|will|would|did|do|had|have|joined|got|might|could|came)\b)",
    rf"the (?:other )?(?P<known>{SEVERAL})(?= (?:that|who|which|to|joining|new|extra|added)\b|\W*$)",
)


_PLACE = re.compile(_PLACES, re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class NameList:
    """A sentence that lists names."""

    unit: Unit
    sentence: Sentence
    names: int


def answer_names(asked: Asked) -> Draft | None:
    """The names asked for, from the documents beside the one recommendation spoken of; None where it names its own."""
    question = asked.question
    if question.has(Want.WHEN, Want.STATUS, Want.COUNT) or question.whens or question.statuses is not None:
        return None
    match = _ASKS.search(question.focus)
    if match is None or question.documents or question.paragraphs or len(question.recommendations) != 1:
        return None
    number, lists = question.recommendations[0], name_lists(asked.library)
    if any(n.unit.passage.recommendation == number for n in lists):
        return None
    found = [n for n in lists if nearest(n.unit, asked.library) == number]
    wanted = value(match["count"] or match["bare"] or match["known"] or "")
    if wanted:
        found = [n for n in found if _holds(n, wanted)]
    found = _saying_most(asked, found)
    if not found:
        return None
    where = document_inside(asked.corpus.document[found[0].unit.passage.document])
    quotes = tuple(sentence_quote(n.unit, n.sentence) for n in found)
    line = Line(f"Named in the {where}:", quotes)
    return Draft(Outcome.ANSWERED, (line,), recommendations=(number,), from_records=True)


def _saying_most(asked: Asked, lists: list[NameList]) -> list[NameList]:
    """The lists whose sentences say most of the question, what the names are of left out; all where none says more."""
    own = tuple(t for t in asked.question.terms if not _PLACE.fullmatch(t.text))
    matcher = Matcher(replace(asked.question, terms=own), asked.library)
    best = max((matcher.coverage(n.sentence.stems) for n in lists), default=0.0)
    return [n for n in lists if matcher.coverage(n.sentence.stems) >= best]


def _holds(found: NameList, wanted: int) -> bool:
    """Whether a list says that it names so many, or names so many."""
    said = re.search(rf"\b{pattern_of(wanted)}\b", found.sentence.text, re.IGNORECASE)
    return bool(said) or found.names == wanted


@lru_cache(maxsize=4)
def name_lists(library: Library) -> tuple[NameList, ...]:
    """The sentences that list three names or more of places or people."""
    made = []
    for unit in library.units:
        for sentence in unit.sentences:
            names = [n for n in re.findall(r"[A-Z][a-z]+", sentence.text) if n in library.names]
            if len(names) >= FEWEST and re.search(r"[A-Z][a-z]+, [A-Z][a-z]+", sentence.text):
                made.append(NameList(unit, sentence, len(names)))
    return tuple(made)
