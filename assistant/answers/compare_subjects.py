"""Two subjects given by their words, compared by what the record of each one's recommendation holds."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.draft import Draft, Line
from assistant.answers.places import STATUS_NAMES, capital, named
from assistant.answers.statuses import answered_beside, status_quote
from assistant.answers.subjects import two_sides
from assistant.evidence.asked import Asked
from assistant.evidence.quote import of_passage
from assistant.language.phrases import Phrases
from assistant.language.tagging import tagged
from assistant.language.vocabulary import Term
from assistant.model import Outcome
from assistant.question.facets import Want
from corpus.model import Part

#: What the records of both subjects hold.
_OF_BOTH = (Want.STATUS, Want.ARGUMENT, Want.RESPONSE, Want.RECOMMENDATION)

#: How a recommendation was met, and that one was made, in words that say so only where two are compared.
_ANSWERED = Phrases(
    "answers?|answered|treat(?:ed|ment)|met|handled|received|reception|welcomed?|decisions?|far(?:e|es|ed)|repl(?:y|ies)|verdicts?|respon(?:se|ded)",
    "yes",
)
_BY_GOVERNMENT = Phrases("(?:government|ministers|department) (?:said|says|say)")
_SPOKEN = Phrases("recommendation|proposal|(?:recommendation|proposal)s (?:on|about|for)|said|says|say")


def compare_subjects(asked: Asked) -> Draft | None:
    """ "X and Y: the same status?", "her reasons for X and for Y"; None where nothing is compared, or two are not found."""
    question = asked.question
    named_so = _ANSWERED.search(question.focus) or _SPOKEN.search(question.focus)
    if not (question.has(Want.COMPARE) or _better_answered(question.focus)) or not (
        question.has(*_OF_BOTH) or named_so
    ):
        return None
    own = tuple(t for t in question.terms if not _ANSWERED.match(t.text) and not _is_comparative(t))
    found = two_sides(replace(asked, question=replace(question, terms=own)))
    if found is None:
        return None
    sides = sorted(found, key=lambda s: s.recommendation.number)
    part = _part_of_both(asked)
    met = question.has(Want.STATUS) or _ANSWERED.search(question.focus)
    if met and part is not Part.MUNRO_ARGUMENT and not question.has(Want.RESPONSE):
        return answered_beside(tuple(s.recommendation for s in sides))
    return Draft(
        Outcome.ANSWERED,
        tuple(
            Line(
                f"- {capital(named(s.recommendation))} – **{STATUS_NAMES[s.recommendation.status]}**:",
                (*(of_passage(p) for p in s.shown(part)), status_quote(s.recommendation)),
            )
            for s in sides
        ),
        recommendations=tuple(s.recommendation.number for s in sides),
        from_records=True,
    )


_OR = Phrases("or")


def _better_answered(text: str) -> bool:
    """ "Which got the warmer reply, X or Y?"."""
    return bool(_OR.search(text) and _ANSWERED.search(text)) and any(
        t in _COMPARATIVE for _, t in tagged(text)
    )


#: Tags of comparatives.
_COMPARATIVE = ("JJR", "RBR")


def _is_comparative(term: Term) -> bool:
    return all(tag in _COMPARATIVE for _, tag in tagged(term.text))


def _part_of_both(asked: Asked) -> Part:
    if asked.question.has(Want.ARGUMENT):
        return Part.MUNRO_ARGUMENT
    said = asked.question.has(Want.RESPONSE) or _BY_GOVERNMENT.search(asked.question.focus)
    return Part.GOVERNMENT_RESPONSE if said else Part.RECOMMENDATION
