"""What another document says of a recommendation that is named by its number ("how does the notice put recommendation 3?")."""

from __future__ import annotations

from assistant.answers.draft import Draft, Line
from assistant.answers.places import document_inside
from assistant.answers.timescales import with_counterparts
from assistant.evidence.asked import Asked
from assistant.evidence.linking import nearest
from assistant.evidence.quote import whole
from assistant.library.library import Unit
from assistant.model import Outcome
from assistant.question.facets import Want
from corpus.model import Recommendation

#: What the records of a recommendation hold, which no other document does.
_OF_RECORDS = (Want.WHEN, Want.STATUS, Want.COMPARE, Want.ARGUMENT, Want.RESPONSE)


def told_elsewhere(asked: Asked, recommendation: Recommendation) -> Draft | None:
    """The passages of the documents named that speak of a recommendation; None where none does, or its records are asked for."""
    question = asked.question
    if not question.documents or question.terms or question.has(*_OF_RECORDS):
        return None
    if any(p.document in question.documents for some in recommendation.passages.values() for p in some):
        return None
    told = [u for u in asked.library.units if _speaks_of(u, asked, recommendation)]
    if not told:
        return None
    passage = told[0].passage
    where = document_inside(asked.corpus.document[passage.document])
    made = Draft(
        Outcome.ANSWERED,
        (Line(f"{passage.speaker} said, in the {where}:", tuple(whole(u) for u in told)),),
        recommendations=(recommendation.number,),
        whens=tuple(w for u in told for s in u.sentences for w in s.whens),
        from_records=True,
    )
    return with_counterparts(asked, made, [(u, s) for u in told for s in u.sentences if s.whens])


def _speaks_of(unit: Unit, asked: Asked, recommendation: Recommendation) -> bool:
    """Whether a passage of the documents named says much of a recommendation, in the document's own voice."""
    passage = unit.passage
    if passage.document not in asked.question.documents:
        return False
    own = passage.speaker == asked.corpus.document[passage.document].speaker
    return own and nearest(unit, asked.library) == recommendation.number
