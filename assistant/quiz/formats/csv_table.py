"""CSV for spreadsheets and for programs: a line an item, each option, premise and answer in a column of its own."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from assistant.quiz.formats.cells import safe
from assistant.quiz.formats.model import Job
from assistant.quiz.formats.sources import place
from assistant.quiz.model import Item, Kind
from assistant.rendering.plain import one_line, plain
from corpus.model import Document

Row = dict[str, str]
_FIRST = ("number", "id", "kind", "stem")
_SEVERAL = ("option", "premise", "key")
_CITATION = ("quote", "speaker", "place", "date", "passage")
_LAST = ("topic", "recommendation", "theme", "difficulty", "level")


def write_csv(job: Job) -> bytes:
    """Every kind, as UTF-8 with the mark at its start by which spreadsheets know it.

    Answers are in ``key_1`` and on: the right options, the entries in order, the accepted answers; for matching
    what goes with the premise of the same number. The quotes that prove them are in ``quote_1`` and on.
    """
    rows = [_row(n, item, job.documents) for n, item in enumerate(job.quiz.items, start=1)]
    text = io.StringIO(newline="")
    out = csv.DictWriter(text, _columns(job.quiz.items), restval="")
    out.writeheader()
    out.writerows({name: safe(cell) for name, cell in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _columns(items: Sequence[Item]) -> list[str]:
    several = {"option": 1, "premise": 0, "key": 1}
    for item in items:
        for name, texts in zip(_SEVERAL, _several(item), strict=True):
            several[name] = max(several[name], len(texts))
    quotes = max((len(item.citations) for item in items), default=1)
    answers = [f"{name}_{n}" for name in _SEVERAL for n in range(1, several[name] + 1)]
    citations = [f"{name}_{n}" for n in range(1, quotes + 1) for name in _CITATION]
    return [*_FIRST, *answers, *citations, *_LAST]


def _row(number: int, item: Item, documents: Mapping[str, Document]) -> Row:
    row = {"number": str(number), "id": item.id, "kind": item.kind.value, "stem": one_line(item.stem)}
    for name, texts in zip(_SEVERAL, _several(item), strict=True):
        row |= {f"{name}_{n}": one_line(text) for n, text in enumerate(texts, start=1)}
    for n, citation in enumerate(item.citations, start=1):
        document = documents.get(citation.document)
        cells = (
            plain(citation.quote),
            one_line(citation.speaker),
            one_line(place(citation, documents)),
            document.date.isoformat() if document else "",
            citation.passage,
        )
        row |= {f"{name}_{n}": cell for name, cell in zip(_CITATION, cells, strict=True)}
    numbers = {"recommendation": item.recommendation, "theme": item.theme}
    row |= {name: "" if value is None else str(value) for name, value in numbers.items()}
    return row | {"topic": item.topic.value, "difficulty": item.difficulty.value, "level": item.level.value}


def _several(item: Item) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Options, premises and answers."""
    if item.kind is Kind.MATCHING:
        return item.options, tuple(p.left for p in item.pairs), tuple(p.right for p in item.pairs)
    return item.options, (), item.key
