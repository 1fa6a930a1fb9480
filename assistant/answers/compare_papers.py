"""Two or more papers beside each other by what they are, not by what they say: their dates, and the names under them."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.compose import bold_dates
from assistant.answers.document_dates import date_lines, names_response
from assistant.answers.documents import called, edges_of
from assistant.answers.documents_beside import compared, names_a_date, two_documents
from assistant.answers.draft import Draft, Line
from assistant.answers.places import capital
from assistant.evidence.asked import Asked
from assistant.evidence.quote import sentence_quote, whole
from assistant.language.phrases import Phrases
from assistant.language.words import stems
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.nouns import noun_terms
from assistant.question.paper import BY, SAID, SAYS, TO

_DATED = Phrases(
    "how far apart|how long (?:after|before|between)|the dates? (?:on|of)|dated|(?:same|which|what|different) (?:day|date)s?|publish(?:ed)?|issued|came out|sent out"
)
#: What a date and a name stand on a paper for.
_OF_PAPERS = frozenset(
    stems("day date letter notice release briefing paper document response government council press")
)


def compare_papers(asked: Asked) -> Draft | None:
    """The dates of several papers, or who signed or received each; None where anything that they say is asked about."""
    question = asked.question
    documents = _beside(asked)
    if len(documents) < 2 or SAYS.search(question.focus) or question.whens:
        return None
    own = _OF_PAPERS | called(asked, documents)
    if any(not (SAID.issuperset(t.text.split()) or own.issuperset(t.own)) for t in noun_terms(question)):
        return None
    if BY.search(question.focus) or TO.search(question.focus):
        return _names(asked, documents, foot=not TO.search(question.focus))
    if question.has(Want.WHEN) or names_a_date(asked) or _DATED.search(question.text):
        return _dates(asked, documents)
    return _names(asked, documents, foot=True) if _FOOT.search(question.focus) else None


def _beside(asked: Asked) -> tuple[str, ...]:
    """The documents named; the response only where it is named as one of them ("the notice and the response"), not beside ("about the response")."""
    response = asked.corpus.documents[0].id
    both = names_response(asked.question.text) and two_documents(asked)
    documents = (where.document for where in compared(asked))
    return tuple(d for d in documents if d and (both or d != response))


#: Where on a paper its names stand.
_FOOT = Phrases("at the (?:foot|bottom|end)|names?|signator(?:y|ies)")


def _dates(asked: Asked, documents: tuple[str, ...]) -> Draft | None:
    found = {d: date_lines(asked, (d,)) for d in documents}
    if not all(found.values()):
        return None
    lines = tuple(
        Line(f"- {asked.corpus.document[d].short_title}: {bold_dates(s.whens)}", (sentence_quote(u, s),))
        for d, some in found.items()
        for u, s in some
    )
    whens = tuple(w for some in found.values() for _, s in some for w in s.whens)
    same = "the same date" if len({w.edtf for w in whens}) == 1 else "different dates"
    return Draft(Outcome.ANSWERED, (Line(f"They carry {same}:"), *lines), whens=whens, from_records=True)


def _names(asked: Asked, documents: tuple[str, ...], foot: bool) -> Draft | None:
    alone = {
        d: replace(asked, question=replace(asked.question, documents=(d,), sections=())) for d in documents
    }
    found = {d: edges_of(one, foot) for d, one in alone.items()}
    if not all(found.values()):
        return None
    does = "is signed" if foot else "is addressed"
    lines = tuple(
        Line(f"- {capital(asked.corpus.document[d].short_title)} {does}:", tuple(map(whole, labels)))
        for d, labels in found.items()
    )
    return Draft(Outcome.ANSWERED, lines, from_records=True)
