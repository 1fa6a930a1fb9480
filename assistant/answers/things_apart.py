"""Things of which each is asked something else ("was X accepted, and when is Y due?")."""

from __future__ import annotations

from itertools import pairwise

from assistant.answers.compare_dates import row_of
from assistant.answers.dates_in_order import row_line
from assistant.answers.draft import Draft, Line
from assistant.answers.pieces import asks_anew
from assistant.answers.places import capital, named
from assistant.answers.statuses import status_line, status_quote
from assistant.answers.things import Thing
from assistant.answers.timescales import says_when, with_counterparts
from assistant.evidence.asked import Asked
from assistant.evidence.quote import of_passage
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.wants import wants
from corpus.model import Part

#: What is asked of a thing, the plainest first; what several of these show at once is the first.
_KINDS = (Want.WHEN, Want.STATUS, Want.ARGUMENT, Want.RESPONSE, Want.RECOMMENDATION, Want.WHO)
_PARTS = {
    Want.ARGUMENT: Part.MUNRO_ARGUMENT,
    Want.RESPONSE: Part.GOVERNMENT_RESPONSE,
    Want.RECOMMENDATION: Part.RECOMMENDATION,
    Want.WHO: Part.RECOMMENDATION,
}


def each_by_its_own(asked: Asked, found: tuple[Thing, ...]) -> Draft | None:
    """What is asked of each thing; None where the same is asked of all, or one of them is not asked about by itself."""
    if asked.question.has(Want.COMPARE, Want.ORDER, Want.EARLIEST, Want.LATEST):
        return None
    kinds = _kinds(asked, found)
    if None in kinds or len(set(kinds)) < 2:
        return None
    rows = [row_of(thing) for thing, kind in zip(found, kinds, strict=True) if kind is Want.WHEN]
    made = Draft(
        Outcome.ANSWERED,
        tuple(_line(thing, kind) for thing, kind in zip(found, kinds, strict=True) if kind),
        recommendations=tuple(sorted({t.recommendation.number for t in found})),
        whens=tuple(w for row in rows for w in row.dates or says_when(row.units)),
        from_records=True,
    )
    return with_counterparts(asked, made, [pair for row in rows for pair in row.said])


def _kinds(asked: Asked, found: tuple[Thing, ...]) -> list[Want | None]:
    """What the words from the thing before as far as each thing ask of it, and those behind the last too."""
    text, reviewer = asked.question.focus, asked.library.reviewer
    ends = [0, *(t.piece.end for t in found[:-1]), len(text)]
    clauses = [text[start:end] for start, end in pairwise(ends)]
    said = [wants(c, reviewer)[0] if asks_anew(c) else frozenset[Want]() for c in clauses]
    return [next((kind for kind in _KINDS if kind in some), None) for some in said]


def _line(thing: Thing, kind: Want) -> Line:
    rec = thing.recommendation
    if kind is Want.WHEN:
        return row_line(row_of(thing))
    if kind is Want.STATUS:
        line = status_line(rec)
        return Line(f"- {line.text}", line.quotes)
    quotes = tuple(of_passage(p) for p in thing.shown(_PARTS[kind]))
    return Line(f"- {capital(named(rec))}:", (*quotes, status_quote(rec)))
