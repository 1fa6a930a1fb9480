"""The rows, columns and paragraphs of the response that a question sets beside a document."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.where import Where
from assistant.evidence.asked import Asked
from assistant.language.phrases import Phrases
from assistant.question.references import references
from corpus.model import Part
from corpus.patterns import lazy_regex

_GOVERNMENT = "(?:the )?(?:government|ministers|department|dfe)(?:'?s|')?"
_TIMED = Phrases("time ?scales?|timetables?|deadlines?|time ?lines?")
_ARGUED = Phrases("arguments?|argue[ds]?|reasoning|reasons?|rationale|case for|complaints?|concerns?")
_ANSWERED = Phrases(
    "(?:repl(?:y|ies)|responses?|answers?|reaction) (?:to|on|under|for|about)(?! the review)|(?:official|formal) (?:reply|response|answer|line)",
    f"{_GOVERNMENT} (?:own )?(?:reply|answer|line|said|says?|replied|answered|responded|put)",
)
_ASKED = Phrases(
    "(?:actual|own|real) recommendation|(?:wording|words|text) of (?:the )?rec(?:ommendation)?|recommendation (?:\\w+ )?itself|rec(?:ommendation)? \\d+ itself",
    "asked for|asks? for|wanted|called for|recommended|proposed|what (?:she|munro) (?:asked|wanted|said)",
)
_COLUMNS = (
    (_TIMED, Part.TIMESCALE),
    (_ARGUED, Part.MUNRO_ARGUMENT),
    (_ANSWERED, Part.GOVERNMENT_RESPONSE),
    (_ASKED, Part.RECOMMENDATION),
)
#: Where one side of a comparison ends and the other begins.
_SIDES = lazy_regex(
    r"\b(?:against|beside|alongside|next to|compared (?:with|to)|versus|vs?\b\.?|and|with|than|as|but)\b|[?!;:]|[.,](?=\s|$)|\s[-–—]\s"
)


def parts_named(asked: Asked, by_column: bool) -> tuple[Where, ...]:
    """The places in the response that a question names by number.

    Args:
        asked: the question.
        by_column: whether a column without a number is taken for that of the row that the question is about.
    """
    sides = _SIDES.split(asked.question.text)
    numbered = tuple(where for side in sides for where in _numbered(side))
    return tuple(dict.fromkeys(numbered)) or (_unnumbered(asked, sides) if by_column else ())


def _numbered(side: str) -> list[Where]:
    found = references(side)
    rows = [
        Where(recommendation=n, part=_column(side))
        for r in found
        if r.kind == "recommendation"
        for n in r.numbers
    ]
    return [*(Where(paragraph=n) for r in found if r.kind == "paragraph" for n in r.numbers), *rows]


def _unnumbered(asked: Asked, sides: list[str]) -> tuple[Where, ...]:
    """A column of the row that the question is about."""
    part = next((p for side in sides if (p := _column(side)) not in (None, Part.TIMESCALE)), None)
    if part is None:
        return ()
    anywhere = replace(asked, question=replace(asked.question, documents=(), sections=()))
    row = next(iter(anywhere.groups), None)
    return (Where(recommendation=row, part=part),) if row is not None else ()


def _column(side: str) -> Part | None:
    return next((part for phrases, part in _COLUMNS if phrases.search(side)), None)
