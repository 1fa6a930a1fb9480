"""Paper as a tagged PDF (PDF/UA-1), set from a template that takes the words as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from assistant.rendering.blocks import Heading, PageBreak, Paper, Paragraph, Quote, Rule, Runs, Table
from assistant.rendering.lists import Gathered, ItemList, gathered
from assistant.rendering.plain import REPLACEMENT
from assistant.rendering.typesetting import TypesettingError, typeset, without_glyph

_TEMPLATE = Path(__file__).parent / "data" / "paper.typ"


def to_pdf(paper: Paper) -> bytes:
    """The paper as a PDF file; a character that the fonts do not have is shown as U+FFFD."""
    template = _TEMPLATE.read_bytes()
    written = json.dumps(_data(paper), ensure_ascii=False)
    for char in without_glyph(written):
        written = written.replace(char, REPLACEMENT)
    try:
        return typeset(template, {"paper": written}, paper.made, accessible=True)
    except TypesettingError:
        # The fonts may have every character but not every combination of them.
        return typeset(template, {"paper": written}, paper.made, accessible=False)


def _data(paper: Paper) -> dict[str, Any]:
    language, _, region = paper.language.partition("-")
    blocks = [_block(block) for block in gathered(paper.blocks)]
    about = {"title": paper.title, "subject": paper.subject, "language": language, "region": region}
    return about | {"blocks": blocks}


def _block(block: Gathered) -> dict[str, Any]:
    match block:
        case Heading(text, level):
            return {"kind": "heading", "level": level, "text": text}
        case Paragraph(runs):
            return {"kind": "paragraph", "runs": _runs(runs)}
        case ItemList():
            return _list(block)
        case Quote(runs, source):
            return {"kind": "quote", "runs": _runs(runs), "source": source}
        case Table(header, rows):
            return {"kind": "table", "header": list(header), "rows": [list(row) for row in rows]}
        case Rule():
            return {"kind": "rule"}
        case PageBreak():
            return {"kind": "page-break"}


def _list(items: ItemList) -> dict[str, Any]:
    inside = [{"runs": _runs(i.runs), "lists": [_list(inner) for inner in i.lists]} for i in items.items]
    return {"kind": "list", "mark": items.kind.value, "start": items.start, "items": inside}


def _runs(runs: Runs) -> list[dict[str, Any]]:
    return [{"text": run.text, "bold": run.bold, "italic": run.italic} for run in runs]
