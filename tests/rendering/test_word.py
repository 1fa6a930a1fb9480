"""Word files are read back by python-docx and as XML."""

from __future__ import annotations

import io
from typing import Any
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as Read
from lxml import etree

from assistant.rendering import ListItem, Paper, Paragraph, Quote, Table, words
from assistant.rendering.plain import plain
from assistant.rendering.word import to_word
from tests.rendering.conftest import HOSTILE, paper


def read(made: Paper) -> Document:
    return docx.Document(io.BytesIO(to_word(made)))


def shown(paragraph: Read) -> tuple[str, str]:
    assert paragraph.style is not None
    return str(paragraph.style.name), paragraph.text


def numbering(paragraph: Read, file: Document) -> tuple[str, int, int]:
    """Format, level and first number of the list that a paragraph is an item of."""
    properties: Any = paragraph._p.pPr
    mark = properties.numPr
    root = file.part.numbering_part.element
    (num,) = [n for n in root.findall(qn("w:num")) if n.get(qn("w:numId")) == str(mark.numId.val)]
    wanted = num.find(qn("w:abstractNumId")).get(qn("w:val"))
    (kind,) = [a for a in root.findall(qn("w:abstractNum")) if a.get(qn("w:abstractNumId")) == wanted]
    level = kind.findall(qn("w:lvl"))[mark.ilvl.val]
    start = num.find(qn("w:lvlOverride")).find(qn("w:startOverride")).get(qn("w:val"))
    return level.find(qn("w:numFmt")).get(qn("w:val")), mark.ilvl.val, int(start)


def test_every_block_has_a_style_of_words_own(whole: Paper) -> None:
    assert [shown(p) for p in read(whole).paragraphs] == [
        ("Title", "Answers & questions"),
        ("Heading 1", "First part"),
        ("Normal", "Done by July 2012, see Working Together.\nA second line."),
        ("List Number", "one"),
        ("List Bullet", "inside"),
        ("List Number", "two"),
        ("List Number", "choice"),
        ("List Number", "another choice"),
        ("Quote", "We envisage that most will do so."),
        ("Quote Source", "— The Government; Recommendation 14"),
        ("Heading 2", "Second part"),
        ("Rule", ""),
        ("Normal", "Before the break."),
        ("Normal", ""),
        ("Normal", "After the break."),
    ]


def test_emphasis_is_kept(whole: Paper) -> None:
    runs = read(whole).paragraphs[2].runs
    assert [(r.text, bool(r.bold), bool(r.italic)) for r in runs] == [
        ("Done ", False, False),
        ("by July 2012", True, False),
        (", see ", False, False),
        ("Working Together", False, True),
        (".\nA second line.", False, False),
    ]


def test_each_list_is_counted_for_itself() -> None:
    file = read(
        paper(
            ListItem(words("a"), number=1),
            ListItem(words("b"), number=2),
            ListItem(words("c"), level=1, number=3, lettered=True),
            Paragraph(words("between")),
            ListItem(words("d"), number=3),
            ListItem(words("e")),
        )
    )
    items = [p for p in file.paragraphs if p.text in "abcde"]
    assert [numbering(p, file) for p in items] == [
        ("decimal", 0, 1),
        ("decimal", 0, 1),
        ("upperLetter", 1, 3),
        ("decimal", 0, 3),
        ("bullet", 0, 1),
    ]
    lists = [mark.get(qn("w:val")) for p in items for mark in p._p.iter(qn("w:numId"))]
    assert lists[0] == lists[1]
    assert len(set(lists)) == 4


def test_a_table_has_a_header_row_that_is_one(whole: Paper) -> None:
    (table,) = read(whole).tables
    assert [[c.text for c in row.cells] for row in table.rows] == [
        ["Who", "When"],
        ["Local authorities", "by July 2012"],
        ["LSCBs", "by December 2011"],
    ]
    marked = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert marked == [True, False, False]


def test_title_language_and_times_are_in_the_properties(whole: Paper) -> None:
    file = read(whole)
    about = file.core_properties
    assert (about.title, about.subject, about.language) == (
        "Answers & questions",
        "About the guidance",
        "en-GB",
    )
    assert about.created is not None
    assert about.created.replace(tzinfo=None).isoformat() == "2026-03-05T08:30:12"
    assert (about.author, about.comments) == ("", "")
    languages = {e.get(qn("w:val")) for e in file.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_pages_are_a4_and_numbered() -> None:
    section = read(paper()).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)  # type: ignore[union-attr]
    line = section.footer.paragraphs[0]._p
    assert [f.get(qn("w:instr")) for f in line.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert "".join(t.text or "" for t in line.iter(qn("w:t"))) == "Page 1 of 1"


def test_any_text_stays_text() -> None:
    hostile = [*HOSTILE, "\x00\x0b\x1f\ud800 _x000D_ 漢字 \u202e"]
    blocks = [b for t in hostile for b in (Paragraph(words(t)), Quote(words(t), t), Table((t,), ()))]
    written = to_word(paper(*blocks, title=hostile[0], subject=hostile[-1]))
    with ZipFile(io.BytesIO(written)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(parts.read(name))
    file = docx.Document(io.BytesIO(written))
    assert [p.text for p in file.paragraphs if p.style and p.style.name == "Quote"] == [
        plain(t) for t in hostile
    ]
    assert not file.part.element.findall(f".//{qn('w:hyperlink')}")


def test_a_page_break_is_one(whole: Paper) -> None:
    breaks = [b.get(qn("w:type")) for b in read(whole).part.element.iter(qn("w:br"))]
    assert breaks == [None, "page"]
