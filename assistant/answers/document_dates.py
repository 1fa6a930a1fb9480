"""The date that a document carries."""

from __future__ import annotations

from assistant.answers.asked import Asked
from assistant.answers.compose import bold_dates
from assistant.answers.draft import Draft, Line, sentence_quote
from assistant.evidence.library import Sentence
from assistant.language.words import stems
from assistant.model import Outcome

_OF_DOCUMENT = frozenset(
    stems(
        "sent published dated written issued letter produced released came out put press notice release briefing signed wrote write minister date on"
    )
)


def date_of_document(asked: Asked) -> Draft | None:
    """The date that a document carries, where the question asks for that and nothing else."""
    question = asked.question
    if not question.documents:
        return None
    about = {
        s
        for i in question.documents
        for s in stems(
            f"{asked.corpus.document[i].audience} {asked.corpus.document[i].publisher} {asked.corpus.document[i].title}"
        )
    }
    if not all(any(set(p) <= _OF_DOCUMENT | about for p in t.alternatives) for t in question.terms):
        return None
    labels = [
        (u, s)
        for u in asked.library.units
        for s in u.sentences
        if u.passage.document in question.documents and s.whens and is_date_line(s)
    ]
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


def is_date_line(sentence: Sentence) -> bool:
    """A bare date line ("13 July 2011"), which says nothing of what happens then."""
    return len(sentence.text.split()) <= 5
