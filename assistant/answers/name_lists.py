"""Which places or people: a list of names in another document, where the recommendation spoken of names none itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.answers.draft import Draft, Line
from assistant.answers.named_passages import counts, names_in
from assistant.answers.places import document_inside
from assistant.evidence.asked import Asked
from assistant.evidence.linking import nearest
from assistant.evidence.matcher import Matcher
from assistant.evidence.quote import sentence_quote
from assistant.language.numbers import SEVERAL, value
from assistant.language.phrases import Phrases
from assistant.language.tagging import is_noun, tags
from assistant.library.library import Library, Sentence, Stems, Unit
from assistant.model import Outcome
from assistant.question.facets import Want
from corpus.patterns import lazy_regex

#: Fewer names than this are no list.
FEWEST = 3
#: A list answers a question that names no recommendation from this rank up, and this share of its terms.
AMONG, SAYS = 5, 0.25
_PLACES = "(?:areas?|councils?|authorit(?:y|ies)|places|locations|localities|boroughs?|sites|pilots|ones)"
#: Names are asked for: "which areas", "which five were added", "and the five that were to join".
_ASKS = Phrases(
    rf"(?:which|what|name|list)(?: the| are the| were the)? (?:(?P<count>{SEVERAL}) )?(?:\w+ ){{0,2}}?{_PLACES}",
    rf"(?:which|what) (?P<bare>{SEVERAL})(?= (?:were|was|are|is|will|would|did|do|had|have|joined|got|might|could|came)\b)",
    rf"the (?:other )?(?P<known>{SEVERAL})(?= (?:that|who|which|to|joining|new|extra|added)\b|\W*$)",
)
_PLACE = lazy_regex(_PLACES, re.IGNORECASE)
#: One name behind another.
_LISTED = lazy_regex("[A-Z][a-z]+, [A-Z][a-z]+")


@dataclass(frozen=True, eq=False)
class NameList:
    """A sentence that lists names."""

    unit: Unit
    sentence: Sentence


def answer_names(asked: Asked) -> Draft | None:
    """The names asked for, from the documents beside the one recommendation spoken of; None where it names its own."""
    question = asked.question
    if question.has(Want.WHEN, Want.STATUS, Want.COUNT) or question.whens or question.statuses is not None:
        return None
    matches = list(_ASKS.finditer(question.focus))
    if not matches or question.paragraphs or len(question.recommendations) > 1:
        return None
    if not question.recommendations and all(m[0].lower().endswith("ones") for m in matches):
        return None
    number, lists = _meant(asked), name_lists(asked.library)
    if number is None or any(n.unit.passage.recommendation == number for n in lists):
        return None
    found = [n for n in lists if nearest(n.unit, asked.library) == number and _inside(n, asked)]
    if question.recommendations:
        found = _meant_of_it(asked, found, matches)
    if not found:
        return None
    where = document_inside(asked.corpus.document[found[0].unit.passage.document])
    quotes = tuple(sentence_quote(n.unit, n.sentence) for n in found)
    line = Line(f"Named in the {where}:", quotes)
    return Draft(Outcome.ANSWERED, (line,), recommendations=(number,), from_records=True)


def _meant(asked: Asked) -> int | None:
    """The recommendation spoken of; else that which the best passages with a list of names stand beside."""
    if asked.question.recommendations:
        return asked.question.recommendations[0]
    listing = [n.unit for n in name_lists(asked.library) if _inside(n, asked)]
    if not _speak_of_it(asked, listing):
        return None
    best = [r for r in asked.ranked[:AMONG] if r.own >= SAYS and any(r.unit is u for u in listing)]
    beside = [nearest(r.unit, asked.library) for r in best]
    return next((n for n in list(asked.groups)[:2] or beside[:1] if n in beside), None)


def _speak_of_it(asked: Asked, units: list[Unit]) -> bool:
    """Whether some passages with lists together say every thing of a question, the kind and the number of the names left out."""
    said: Stems = frozenset().union(*(u.stems for u in units))
    kinds = tags(asked.question.focus)
    return all(
        any(said.issuperset(wording) for wording in term.alternatives)
        for term in asked.question.terms
        if _is_thing([kinds.get(w, "NN") for w in term.text.split()])
        and not (_PLACE.search(term.text) or value(term.text))
    )


def _is_thing(kinds: list[str]) -> bool:
    return any(map(is_noun, kinds)) and not any(kind.startswith("VB") for kind in kinds)


def _meant_of_it(asked: Asked, lists: list[NameList], matches: list[re.Match[str]]) -> list[NameList]:
    """Those of some lists beside a recommendation that are asked for: by how many they name, else by what they say."""
    wanted = {n for m in matches if (n := value(m["count"] or m["bare"] or m["known"] or ""))}
    found = (
        [n for n in lists if any(counts(n.sentence.text, c, asked.library) for c in wanted)]
        if wanted
        else lists
    )
    return _saying_most(asked, found)


def _inside(found: NameList, asked: Asked) -> bool:
    """Whether a list stands in the documents named, where any are."""
    return not asked.question.documents or found.unit.passage.document in asked.question.documents


def _saying_most(asked: Asked, lists: list[NameList]) -> list[NameList]:
    """The lists whose sentences say most of the question, what the names are of left out; all where none says more."""
    own = tuple(t for t in asked.question.terms if not _PLACE.fullmatch(t.text))
    matcher = Matcher(replace(asked.question, terms=own), asked.library)
    best = max((matcher.coverage(n.sentence.stems) for n in lists), default=0.0)
    return [n for n in lists if matcher.coverage(n.sentence.stems) >= best]


@lru_cache(maxsize=4)
def name_lists(library: Library) -> tuple[NameList, ...]:
    """The sentences that list three names or more of places or people."""
    return tuple(
        NameList(unit, sentence)
        for unit in library.units
        for sentence in unit.sentences
        if names_in(sentence.text, library) >= FEWEST and _LISTED.search(sentence.text)
    )
