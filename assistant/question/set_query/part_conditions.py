"""What parts of a recommendation must say, or must not ("whose own text names X though the reply does not"), and which hold dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.language.numbers import SEVERAL
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Term
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question
from assistant.question.set_query.part_names import PartsNamed, names_parts, parts_in
from assistant.question.set_query.part_statements import Statement, statements
from corpus.model import Part
from corpus.patterns import lazy_regex


@dataclass(frozen=True, slots=True)
class PartCondition:
    """Something that some parts of a recommendation must, or must not, say."""

    parts: frozenset[Part]
    """Any of which is enough; where it must not be said, none of them may say it."""
    terms: tuple[Term, ...]
    words: tuple[str, ...] = ()
    """Very words, any of which is enough."""
    any_of: bool = False
    """True where one of the terms is enough."""
    wanted: bool = True


_SOME = "(?:recommendations|recs|proposals|ones|time ?scales|responses|replies|arguments|entries|columns|rows|cells)"
_ONE = "(?:recommendation|rec|proposal|one|time ?scale|response|reply|argument|entry|column|row|cell)"
#: Recommendations are asked for, or whether there are any.
_ASKS = Phrases(
    rf"(?:which|any|every|all|each|list|name|find|show|how many|is there|are there|no|{SEVERAL}|more than one|only|just)(?: [\w'’-]+){{0,3}}? (?:{_SOME}|{_ONE})",
    rf"(?:what|the|those)(?: [\w'’-]+)? {_SOME}|(?:those|the (?:one|recommendation|rec)) (?:where|whose|that|which|with|in)|^\W*(?:[\w'’-]+ ){{0,3}}?{_SOME}",
    rf"which {SEVERAL}(?=\W*$)|(?:which|what|any) others?(?: recommendations| recs| ones)?",
    r"which(?=\W*$| (?:are|is|does|do|would) (?:they|those|that|it|this)| of\b)|the only ones?|(?:^|[,;:?.] {1,2})which (?:were|was|have|has|got)|whose|more than one|anyone|anybody['’]s",
)
#: Places are asked for; those in the response alone may stand anywhere in the document of that name.
_ASKS_WHERE = Phrases("where|whereabouts")
#: "Which say that a zoo will open?" asks for what is told, in whatever words.
_REPORTED = lazy_regex(
    r"\b(?:says?|said|stat(?:e|es|ed|ing)|tells?|told) (?!nothing|anything|something|of|about|so\b|it\b)(?:\w+ ){1,8}?(?:will|would|is|are|was|were|should|must|can|could)\b",
    re.IGNORECASE,
)
_ANYWHERE = Phrases("anywhere(?! in\\b)|(?:any|whichever|whatever) part|at all")


def part_conditions(question: Question, library: Library) -> tuple[PartCondition, ...]:
    """The conditions that a question for several recommendations sets on single parts of them; none where it sets none."""
    text = question.focus
    if question.has(Want.UNDATED) or _names_one(question) or not names_parts(text):
        return ()
    several = len(question.recommendations) > 1
    if not (several or _ASKS.search(text) or _ASKS_WHERE.search(text)) or _ANYWHERE.search(text):
        return ()
    named = parts_in(text, library)
    if _REPORTED.search(text) or not named.looked_into or not (several or _asks(text, named)):
        return ()
    told = statements(question, named, library)
    if not any(s.relates for s in told):
        return ()
    return tuple(dict.fromkeys(c for s in told if s.parts and s.says for c in _conditions(s)))


def dated_parts(question: Question, library: Library) -> frozenset[Part]:
    """The parts in which the dates of a question must stand; none where it names no part for them."""
    named = parts_in(question.focus, library) if question.whens else None
    if named is None or not named.looked_into:
        return frozenset()
    told = statements(question, named, library)
    placed = [s for s in told if s.parts]
    found: set[Part] = set()
    for when in question.whens:
        own = next((s for s in told if s.start <= when.span.start < s.end), None)
        near = (s for s in placed if own and s.sentence == own.sentence)
        nearest = (
            own
            if own and own.parts
            else min(near, key=lambda s: abs(s.start - when.span.start), default=None)
        )
        found |= {p.part for p in nearest.parts} if nearest else set()
    return frozenset(found)


def _names_one(question: Question) -> bool:
    """Whether a question is about one recommendation, or about a document or paragraphs of it."""
    return len(question.recommendations) == 1 or bool(
        question.documents or question.sections or question.paragraphs
    )


def _asks(text: str, named: PartsNamed) -> bool:
    """Whether recommendations are asked for by their parts."""
    if _ASKS.search(text):
        return True
    apart = named.aside or {p.part for p in named.looked_into} != {Part.GOVERNMENT_RESPONSE}
    return bool(apart and _ASKS_WHERE.search(text))


def _conditions(s: Statement) -> Iterator[PartCondition]:
    own = PartCondition(frozenset(p.part for p in s.parts), s.terms, s.words, s.any_of, wanted=not s.denied)
    yield own
    if s.only and own.wanted:
        yield replace(own, parts=frozenset(Part) - own.parts - {Part.NARRATIVE}, wanted=False)
