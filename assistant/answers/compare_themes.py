"""The themes of several recommendations beside each other."""

from __future__ import annotations

from assistant.answers.draft import Draft, Line
from assistant.answers.places import capital, named
from assistant.answers.statuses import status_quote
from assistant.evidence.asked import Asked
from assistant.evidence.quote import whole
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.nouns import noun_terms
from corpus.model import Part, Recommendation

#: What may be asked beside a theme, and makes the theme no more than a condition.
_MORE = (Want.WHEN, Want.STATUS, Want.ARGUMENT, Want.RESPONSE, Want.ORDER, Want.EARLIEST, Want.LATEST)


def themes_beside(asked: Asked, recs: tuple[Recommendation, ...]) -> Draft | None:
    """The theme of each, and whether it is the same; None where a question asks for anything else of them."""
    question = asked.question
    if not question.has(Want.THEME) or question.has(*_MORE) or noun_terms(question):
        return None
    alike = len({r.theme for r in recs}) == 1
    return Draft(
        Outcome.ANSWERED,
        (
            Line(f"They stand under {'the same theme' if alike else 'different themes'}."),
            *(_line(asked, rec) for rec in recs),
        ),
        recommendations=tuple(r.number for r in recs),
        from_records=True,
    )


def _line(asked: Asked, rec: Recommendation) -> Line:
    wording = whole(asked.library.by_id[rec.passages[Part.RECOMMENDATION][0].id])
    theme = f"**theme {rec.theme}**, {asked.corpus.themes.get(rec.theme, '')}"
    return Line(f"- {capital(named(rec))}: {theme}.", (wording, status_quote(rec)))
