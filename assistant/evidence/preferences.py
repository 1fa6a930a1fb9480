"""Which parts and speakers a question prefers, beside what its words match."""

from __future__ import annotations

import re

from assistant.language.phrases import Phrases
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question
from corpus.model import Part
from corpus.patterns import lazy_regex

#: Parts that answer a want.
PARTS_FOR: dict[Want, tuple[Part, ...]] = {
    Want.WHEN: (Part.TIMESCALE,),
    Want.ARGUMENT: (Part.MUNRO_ARGUMENT,),
    Want.RECOMMENDATION: (Part.RECOMMENDATION,),
    Want.RESPONSE: (Part.GOVERNMENT_RESPONSE,),
    Want.STATUS: (Part.GOVERNMENT_RESPONSE,),
}


def actors(question: Question, library: Library) -> set[Part]:
    """The parts of the one actor that a question speaks of."""
    text = question.focus.lower()
    government = bool(re.search(r"\b(?:government|ministers)\b", text))
    reviewer = library.reviewer.named_in(text)
    if government and not reviewer:
        return {Part.GOVERNMENT_RESPONSE}
    return {Part.MUNRO_ARGUMENT, Part.RECOMMENDATION} if reviewer and not government else set()


DUTY = lazy_regex(
    r"\b(?:should|supposed to|meant to|asked to|have to|has to|need to|needs to|must|required to|expected to)\b",
    re.IGNORECASE,
)


def wanted_parts(question: Question, library: Library) -> set[Part]:
    """The parts that a question asks for; "why did the Government …" asks for the response, not for the argument."""
    wants = set(question.wants)
    text = question.focus.lower()
    if (
        Want.ARGUMENT in wants
        and re.search(r"\b(?:government|ministers?|response)\b", text)
        and not library.reviewer.named_in(text)
    ):
        wants = wants - {Want.ARGUMENT} | {Want.RESPONSE}
    return {part for want in wants for part in PARTS_FOR.get(want, ())}


_REACH = Phrases("e-?mail|phone|telephone|number|address|title|item|date|signed|dear")


def asks_for_label(question: Question) -> bool:
    """Whether a name, an address, a title or a date line may be what is asked for."""
    return question.has(Want.WHO) or bool(_REACH.search(question.focus))


_SAYS = Phrases(
    "what (?:did|does|do|was|were)",
    after=r" [^?]*?\b(?:say|saying|said|ask|asking|tell|telling|think|call|want|warn|promise|commit|mention)\b(?! who\b)",
)


def asks_for_words(question: Question) -> bool:
    """Whether it is asked what somebody said, which no name or date line tells."""
    return bool(_SAYS.search(question.focus)) and not asks_for_label(question)


def names_speaker(question: Question, speaker: str, library: Library) -> bool:
    """Whether the question names this speaker."""
    names = library.speaker_names.get(speaker, frozenset())
    return bool(names) and any(s in names for t in question.terms for s in t.own)
