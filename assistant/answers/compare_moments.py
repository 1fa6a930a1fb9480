"""Steps of one thing, or things outside the recommendations, in the order of their dates ("which comes first, …?")."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.answers.clauses import of_deed
from assistant.answers.compose import bold_dates
from assistant.answers.dated_sentences import Dated, dated
from assistant.answers.draft import Draft, Line
from assistant.answers.matching import deadline
from assistant.answers.pieces import MOST, alone, pieces_of, set_in_time
from assistant.answers.timescales import with_counterparts
from assistant.evidence.asked import Asked
from assistant.evidence.quote import sentence_quote
from assistant.model import Outcome
from assistant.question.facets import Want

#: Share of a piece's terms that a dated sentence must say, beside the best of all, and anywhere else.
SAYS, SAYS_ELSEWHERE = 0.4, 0.7


def compare_moments(asked: Asked) -> Draft | None:
    """The dated sentence for each piece of a question about an order in time; None where they give fewer than two dates."""
    question = asked.question
    beside = question.has(Want.COMPARE, Want.EARLIEST, Want.LATEST) or set_in_time(asked)
    if not (question.has(Want.ORDER) or (beside and question.has(Want.WHEN))):
        return None
    pieces = pieces_of(asked)
    if not 1 < len(pieces) <= MOST:
        return None
    best = next(iter(dated(asked)), None)
    made = [d for p in pieces if best and (d := _best(alone(asked, p), best))]
    found = sorted({(d.sentence.span, d.sentence.whens): d for d in made}.values(), key=_last)
    whens = tuple(w for d in found for w in d.sentence.whens)
    if len({w.wording for w in whens}) < 2 and len(found) < 2:
        return None
    draft = Draft(
        Outcome.ANSWERED,
        (Line("In order of their dates, earliest first:"), *(_line(asked, d) for d in found)),
        recommendations=tuple(sorted({n for d in found if (n := d.unit.passage.recommendation) is not None})),
        whens=whens,
        from_records=True,
    )
    return with_counterparts(asked, draft, [(d.unit, d.sentence) for d in found])


def _best(piece: Asked, best: Dated) -> Dated | None:
    """The dated sentence that says a piece best, where the best of the whole question stands or else anywhere."""
    every = dated(piece)
    near = next((d for d in every if _home(d) == _home(best) and d.coverage >= SAYS), None)
    found = near or next((d for d in every[:1] if d.coverage >= SAYS_ELSEWHERE), None)
    return found and replace(found, sentence=of_deed(piece, found.sentence))


def _home(d: Dated) -> tuple[str, int | None]:
    return d.unit.passage.document, d.unit.passage.recommendation


def _last(d: Dated) -> date:
    return max(map(deadline, d.sentence.whens))


def _line(asked: Asked, d: Dated) -> Line:
    passage = d.unit.passage
    number = passage.recommendation
    about = f"Recommendation {number}" if number else asked.corpus.document[passage.document].short_title
    return Line(f"- {about}: {bold_dates(d.sentence.whens)}", (sentence_quote(d.unit, d.sentence),))
