"""Paper as a Word file, with Word's own styles, lists and fields."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from assistant.rendering.blocks import Heading, PageBreak, Paper, Paragraph, Quote, Rule, Runs, Table
from assistant.rendering.lists import Gathered, ItemList, Kind, gathered
from assistant.rendering.word_parts import QUOTE, RULE, SOURCE, Numbering, field, prepare, space_tables

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Written

_FIELDS = ("PAGE", "NUMPAGES")


def to_word(paper: Paper) -> bytes:
    """The paper as a .docx file."""
    import docx

    file = docx.Document()
    prepare(file, paper)
    file.add_heading(paper.title, level=0)
    numbering = Numbering(file)
    for block in gathered(paper.blocks):
        _write(file, block, numbering)
    space_tables(file)
    _footer(file)
    made = io.BytesIO()
    file.save(made)
    return made.getvalue()


def _write(file: Document, block: Gathered, numbering: Numbering) -> None:
    match block:
        case Heading(text, level):
            file.add_heading(text, level=level)
        case Paragraph(runs):
            _fill(file.add_paragraph(), runs)
        case ItemList():
            _list(file, block, numbering, 0)
        case Quote(runs, source):
            _fill(file.add_paragraph(style=QUOTE), runs)
            if source:
                file.add_paragraph(f"— {source}", style=SOURCE)
        case Table(header, rows):
            _table(file, header, rows)
        case Rule():
            file.add_paragraph(style=RULE)
        case PageBreak():
            _break_page(file)


def _fill(paragraph: Written, runs: Runs) -> None:
    for run in runs:
        made = paragraph.add_run(run.text)
        # Only what differs from the style is set.
        made.bold, made.italic = run.bold or None, run.italic or None


def _list(file: Document, items: ItemList, numbering: Numbering, level: int) -> None:
    style = "List Bullet" if items.kind is Kind.BULLET else "List Number"
    number = numbering.begin(items.kind, items.start, level)
    for item in items.items:
        paragraph = file.add_paragraph(style=style)
        numbering.mark(paragraph, number, level)
        _fill(paragraph, item.runs)
        for inner in item.lists:
            _list(file, inner, numbering, level + 1)


def _table(file: Document, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = file.add_table(rows=0, cols=len(header), style="Table Grid")
    for at, row in enumerate((header, *rows)):
        made = table.add_row()
        for cell, text in zip(made.cells, row, strict=True):
            cell.paragraphs[0].add_run(text).bold = True if at == 0 else None
        if at == 0:
            _repeat(made)


def _break_page(file: Document) -> None:
    from docx.enum.text import WD_BREAK

    file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _repeat(row: Any) -> None:
    """Mark a row as the header: it is read out as one and stands on every page."""
    from docx.oxml.parser import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _footer(file: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    line = file.sections[0].footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words, name in zip(("Page ", " of "), _FIELDS, strict=True):
        line.add_run(words)
        field(line, name)
