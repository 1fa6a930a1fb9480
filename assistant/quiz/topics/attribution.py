"""Items on whose words these are: which recommendation, which document, which speaker."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.quiz.drafting import Draft, never
from assistant.quiz.model import Claim, Kind, Level, Relation, Topic
from assistant.quiz.records import Records
from assistant.quiz.sayings import Saying
from assistant.quiz.sources import source_of
from assistant.quiz.text import capital, near
from assistant.quiz.wording import fitting
from corpus.model import Part

LONGEST = 38
"""Words of a quote in a stem."""
EACH = 2
"""Items that ask for one recommendation by one of its parts, at most."""
SHARE = 30
"""Items that ask for one document, at most."""

_ASKED = {
    Part.RECOMMENDATION: (
        Topic.RECOMMENDATION,
        ("Which of Professor Munro's recommendations says this? “{text}”",),
    ),
    Part.MUNRO_ARGUMENT: (
        Topic.ARGUMENT,
        (
            "According to {document}, Professor Munro argued: “{text}” Which recommendation was this to support?",
            "Which recommendation did Professor Munro support with this? “{text}”",
        ),
    ),
    Part.GOVERNMENT_RESPONSE: (
        Topic.RESPONSE,
        (
            "The Government said in its response of {date}: “{text}” Which recommendation was it answering?",
            "Which recommendation did the {date} response answer with this? “{text}”",
        ),
    ),
    Part.TIMESCALE: (
        Topic.TIMESCALE,
        (
            "For which recommendation does {document} give this timescale? “{text}”",
            "Which recommendation has this in its {date} timescale? “{text}”",
        ),
    ),
}
"""For each part the question, in full and more briefly."""


def drafts(records: Records) -> Iterator[Draft]:
    """Single choice: the place or the speaker of a quote."""
    yield from _recommendations(records)
    yield from _documents(records)
    yield from _speakers(records)


def quotable(saying: Saying) -> Saying | None:
    """The saying as it can be quoted by itself, long ones cut; None where it cannot."""
    return saying.window(most=LONGEST) if saying.whole else None


def _recommendations(records: Records) -> Iterator[Draft]:
    for r, part, sayings in records.parts():
        topic, asked = _ASKED[part]
        for shown in _shortest([q for q in map(quotable, sayings) if q], EACH):
            document = records.corpus.document[shown.passage.document]
            yield Draft(
                kind=Kind.CHOICE,
                topic=topic,
                level=Level.UNDERSTANDING,
                stem=fitting(
                    *(
                        wording.format(
                            text=shown.text,
                            document=records.document_names[document.id],
                            date=document.date_text,
                        )
                        for wording in asked
                    )
                ),
                key=(records.labels[r.number],),
                claim=Claim(Relation.SAYS, None, shown.text, part),
                source=source_of(records, shown),
                pool=tuple(label for n, label in records.labels.items() if not _says(records, n, shown.text)),
                clash=never,
            )


def _shortest(quotes: list[Saying], most: int) -> list[Saying]:
    """The shortest quotes, in reading order: a question should not be longer than it must be."""
    chosen = sorted(range(len(quotes)), key=lambda i: len(quotes[i].text))[:most]
    return [quotes[i] for i in sorted(chosen)]


def _says(records: Records, number: int, text: str) -> bool:
    """Whether a recommendation says some words, or nearly so, in any of its parts."""
    return any(near(said, text) for said in records.says(number))


def _documents(records: Records) -> Iterator[Draft]:
    names = {i: capital(n) for i, n in records.document_names.items()}
    for document, name in names.items():
        own = [
            s for s in records.sayings if s.passage.document == document and s.passage.recommendation is None
        ]
        shown = [q for q in map(quotable, own) if q and not _elsewhere(records, q)]
        for saying in _shortest(shown, SHARE):
            yield Draft(
                kind=Kind.CHOICE,
                topic=Topic.DOCUMENT,
                level=Level.UNDERSTANDING,
                stem=f"Which of these documents says this? “{saying.text}”",
                key=(name,),
                claim=Claim(Relation.SAYS, None, saying.text),
                source=source_of(records, saying),
                pool=tuple(n for n in names.values() if n != name),
                clash=never,
            )


def _elsewhere(records: Records, saying: Saying) -> bool:
    """Whether another document says it too, or nearly so."""
    return any(
        s.passage.document != saying.passage.document and near(s.text, saying.text) for s in records.sayings
    )


def _speakers(records: Records) -> Iterator[Draft]:
    for document in records.corpus.documents:
        own = [
            s
            for s in records.sayings
            if s.passage.document == document.id and s.passage.part is Part.NARRATIVE
        ]
        quoted = [s for s in own if s.passage.speaker != document.speaker]
        speakers = tuple(dict.fromkeys(s.passage.speaker for s in quoted))
        if len(speakers) < 3:
            continue
        for shown in filter(None, map(quotable, quoted)):
            said_by = {s.passage.speaker for s in own if near(s.text, shown.text)}
            yield Draft(
                kind=Kind.CHOICE,
                topic=Topic.DOCUMENT,
                level=Level.RECALL,
                stem=f"Who is quoted in {records.document_names[document.id]} as saying this? “{shown.text}”",
                key=(shown.passage.speaker,),
                claim=Claim(Relation.SPOKEN, None, shown.text),
                source=source_of(records, shown),
                pool=tuple(s for s in speakers if s not in said_by),
                clash=never,
            )
