"""What else a recommendation says of a matter that a question takes for granted: its other sides, beside an answer."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.draft import Draft
from assistant.answers.quoting import quotes_for
from assistant.evidence.asked import Asked
from assistant.evidence.asked_noun import is_generic
from assistant.evidence.ranking import Ranked
from assistant.language.phrases import Phrases
from assistant.library.library import supports
from assistant.model import Outcome
from assistant.question.facets import Want
from corpus.model import Part

#: What is said to hold without exception is easily taken for granted wrongly.
_WITHOUT_EXCEPTION = Phrases(
    "only|solely|alone|exclusively|just|merely|altogether|entirely|completely|totally|wholly|never|no longer|for good"
    "|every|all|each|always|full|fully|again|instead|settled|decided|exactly"
)
#: The sides of a recommendation, of which each may hold what a question takes for granted, or its contrary.
_SIDES = (Part.RECOMMENDATION, Part.GOVERNMENT_RESPONSE, Part.TIMESCALE)
#: So many passages of the answer to a recommendation are shown where a question leaves no exception.
ANSWERS = 3
#: What says this share of a question's terms says what it takes for granted, too: its other sides add nothing.
SAYS_IT = 0.6
#: How far words must say a term for it to be said.
HALF = 0.5


def with_best(asked: Asked, made: Draft) -> Draft:
    """The draft with what else its one recommendation says of what a question for a reason or a time takes for granted."""
    question = asked.question
    if made.outcome is not Outcome.ANSWERED or made.from_records or len(made.recommendations) != 1:
        return made
    granted = question.has(Want.ARGUMENT) or (question.has(Want.WHEN) and question.whens)
    if not granted or not question.terms:  # what names its place and nothing else takes nothing for granted
        return made
    if question.has(Want.ARGUMENT) and _says_it_all(asked, made):
        return made
    own = [r for r in asked.ranked if r.unit.passage.recommendation == made.recommendations[0]]
    sides = _SIDES if question.has(Want.ARGUMENT) else (Part.TIMESCALE,)
    best = [next((r for r in own if r.unit.passage.part is side), None) for side in sides]
    extra = [r for r in best if r is not None and _tells(asked, r, own)]
    if question.has(Want.ARGUMENT):
        extra += _of_the_unsaid(asked, made, own)
        if _WITHOUT_EXCEPTION.search(question.focus):
            extra += [r for r in own if r.unit.passage.part is Part.GOVERNMENT_RESPONSE][:ANSWERS]
    quotes = list(made.quotes)
    for ranked in extra:
        if ranked.unit.passage.id not in {q.passage.id for q in (*made.leading, *quotes)}:
            quotes += quotes_for(asked, ranked)
    return replace(made, quotes=tuple(dict.fromkeys(quotes)))


def _says_it_all(asked: Asked, made: Draft) -> bool:
    """Whether the direct answer says nearly all of a question that leaves room for exceptions."""
    if _WITHOUT_EXCEPTION.search(asked.question.focus):
        return False
    said = frozenset[str]().union(*(asked.library.by_id[q.passage.id].stems for q in made.leading))
    return asked.matcher.coverage(said) >= SAYS_IT


def _of_the_unsaid(asked: Asked, made: Draft, own: list[Ranked]) -> list[Ranked]:
    """For each term that the quotes of a draft leave unsaid the best passage of its recommendation that says it."""
    said = frozenset[str]().union(*(asked.library.by_id[q.passage.id].stems for q in made.shown))
    unsaid = [t for t in asked.question.terms if supports(said, t) < HALF and not is_generic(t.text)]
    found = (next((r for r in own if supports(r.unit.stems, t) >= HALF), None) for t in unsaid)
    return [r for r in found if r is not None]


def _tells(asked: Asked, one: Ranked, own: list[Ranked]) -> bool:
    """Whether a passage is a side of the matter, or says as much of a question as the best of its recommendation."""
    if one is own[0] or one.unit.passage.part is not Part.TIMESCALE:
        return True
    most = max(r.own for r in own)
    return one.own >= most or bool(_WITHOUT_EXCEPTION.search(asked.question.focus))
