"""The date that a document carries."""

from __future__ import annotations

from assistant.answers.compose import bold_dates
from assistant.answers.draft import Draft, Line
from assistant.evidence.asked import Asked
from assistant.evidence.quote import sentence_quote
from assistant.language.phrases import Phrases
from assistant.language.words import stems
from assistant.library.library import Sentence, Unit
from assistant.model import Outcome

_OF_DOCUMENT = frozenset(
    stems(
        "sent published dated written issued letter produced released came out put press notice release briefing signed wrote write minister date on"
    )
)


def date_of_document(asked: Asked) -> Draft | None:
    """The date that a document carries, where the question asks for that and nothing else."""
    question = asked.question
    documents = question.documents or _response_meant(asked)
    if not documents:
        return None
    about = {
        s
        for i in documents
        for s in stems(
            f"{asked.corpus.document[i].audience} {asked.corpus.document[i].publisher} {asked.corpus.document[i].title}"
        )
    }
    if not all(any(set(p) <= _OF_DOCUMENT | about for p in t.alternatives) for t in question.terms):
        return None
    labels = date_lines(asked, documents)
    if not any(w.grain == "day" for _, s in labels for w in s.whens):
        labels += [line for line in _same_day(asked, documents) if line not in labels]
    if not labels:
        return None
    lines = tuple(
        Line(
            f"{asked.corpus.document[u.passage.document].short_title}: {bold_dates(s.whens)}.",
            (sentence_quote(u, s),),
        )
        for u, s in labels
    )
    return Draft(
        Outcome.ANSWERED, lines, whens=tuple(w for _, s in labels for w in s.whens), from_records=True
    )


def _response_meant(asked: Asked) -> tuple[str, ...]:
    """The corpus's first document, where a question names it and says no more than that it came out."""
    meant = asked.question.terms and names_response(asked.question.focus)
    return (asked.corpus.documents[0].id,) if meant else ()


_JOINT = r"(?:and|or|v|vs\.?|versus|&|,)"
_RESPONSE = Phrases(
    r"\b(?:the|full|government(?:'s)?|main) response\b(?! to (?:rec|it\b|this))|\bthe (?:government(?:'s)?|main) (?:paper|document)\b",
    rf"{_JOINT} response\b|\bresponse {_JOINT}(?!\w)",
    whole_words=False,
)


def names_response(text: str) -> bool:
    """Whether a text speaks of the response as a document, not of what was answered to one recommendation."""
    return bool(_RESPONSE.search(text))


def date_lines(asked: Asked, documents: tuple[str, ...]) -> list[tuple[Unit, Sentence]]:
    """The bare date lines of some documents."""
    return [
        (u, s)
        for u in asked.library.units
        for s in u.sentences
        if u.passage.document in documents and s.whens and is_date_line(s)
    ]


def _same_day(asked: Asked, documents: tuple[str, ...]) -> list[tuple[Unit, Sentence]]:
    """The date lines of what came out on the same day as a document that does not carry its day."""
    days = {asked.corpus.document[i].date for i in documents}
    others = tuple(d.id for d in asked.corpus.documents if d.date in days)
    return date_lines(asked, others)


def is_date_line(sentence: Sentence) -> bool:
    """A bare date line ("13 July 2011"), which says nothing of what happens then."""
    return len(sentence.text.split()) <= 5
