"""PDF files are read back by pypdf."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from pypdf import PdfReader

from assistant.rendering import (
    FORMATS,
    Heading,
    ListItem,
    Paper,
    Paragraph,
    Quote,
    Run,
    Table,
    format_named,
    words,
)
from assistant.rendering.pdf import to_pdf
from assistant.rendering.typesetting import without_glyph
from tests.rendering.conftest import HOSTILE, paper


def read(made: Paper) -> PdfReader:
    return PdfReader(io.BytesIO(to_pdf(made)))


def text(file: PdfReader) -> str:
    """All words, single blanks between them, the page numbers left out."""
    pages = [re.sub(r"Page \d+ of \d+\s*$", "", page.extract_text()) for page in file.pages]
    return " ".join(" ".join(pages).split())


def structure(node: Any) -> Iterator[str]:
    """The types of the elements of the structure tree, in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from structure(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"]).lstrip("/")
        if "/K" in node:
            yield from structure(node["/K"])


def test_the_words_stand_in_their_order(whole: Paper) -> None:
    assert text(read(whole)) == (
        "Answers & questions First part Done by July 2012, see Working Together. A second line. 1. one • inside 2. two"
        " A. choice B. another choice We envisage that most will do so. — The Government; Recommendation 14"
        " Second part Who When Local authorities by July 2012 LSCBs by December 2011 Before the break."
        " After the break."
    )


def test_the_file_says_what_it_is(whole: Paper) -> None:
    file = read(whole)
    assert file.metadata is not None
    assert (file.metadata.title, file.metadata.subject) == ("Answers & questions", "About the guidance")
    assert file.metadata.creation_date is not None
    assert file.metadata.creation_date.isoformat() == "2026-03-05T08:30:12+00:00"
    root: Any = file.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()


def test_headings_are_bookmarks(whole: Paper) -> None:
    outline: Any = read(whole).outline
    first, (second,) = outline
    assert (first["/Title"], second["/Title"]) == ("First part", "Second part")


def test_pages_are_numbered_and_broken(whole: Paper) -> None:
    pages = [page.extract_text() for page in read(whole).pages]
    assert len(pages) == 2
    assert ["Page 1 of 2" in pages[0], "Page 2 of 2" in pages[1]] == [True, True]
    assert "Before the break." in pages[0]
    assert "After the break." in pages[1]


def test_it_is_tagged_for_screen_readers(whole: Paper) -> None:
    root: Any = read(whole).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    tags = list(structure(root["/StructTreeRoot"]))
    for tag, count in {
        "H1": 1,
        "H2": 1,
        "L": 3,
        "LI": 5,
        "BlockQuote": 1,
        "Table": 1,
        "TH": 2,
        "TD": 4,
    }.items():
        assert tags.count(tag) == count, tag
    assert {"Strong", "Em"} <= set(tags)


def test_the_fonts_are_in_the_file(whole: Paper) -> None:
    pages: Any = read(whole).pages
    fonts = [f.get_object() for page in pages for f in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        (inner,) = font["/DescendantFonts"]
        descriptor = inner.get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_any_text_stays_text() -> None:
    blocks = [
        block
        for text in HOSTILE
        for block in (
            Heading(text),
            Paragraph(words(text)),
            ListItem(words(text)),
            Quote(words(text), text),
            Table((text,), ((text,),)),
        )
    ]
    file = read(paper(*blocks, title=HOSTILE[0], subject=HOSTILE[1]))
    assert not [page for page in file.pages if "/Annots" in page]
    found = "".join(text(file).split())
    for hostile in HOSTILE:
        assert found.count("".join(hostile.split())) >= 7, hostile


def test_a_character_without_a_glyph_is_seen_to_be_one() -> None:
    made = text(read(paper(Paragraph(words("one 漢 two 😀 three \u0378 four")))))
    assert made == "A title one \ufffd two \ufffd three \ufffd four"
    assert without_glyph("漢é😀–") == {"漢", "😀"}


@pytest.mark.parametrize(
    "odd", ["x\u0335\u20dd", "\u200d\u202e\u2066x", "\ue000", "e\u0301\u0302\u0303", "\u0e33", "👩\u200d👧"]
)
def test_odd_characters_do_no_harm(odd: str) -> None:
    assert "before" in text(read(paper(Paragraph(words(f"before {odd} after")))))


def test_other_alphabets_are_shown() -> None:
    made = text(read(paper(Paragraph(words("Żółć naïve Ελλάδα Київ ½ ≤ → ☐ ✓ £5 – “so” ‘it’ …")))))
    assert made == "A title Żółć naïve Ελλάδα Київ ½ ≤ → ☐ ✓ £5 – “so” ‘it’ …"


def test_a_long_address_stays_on_the_page_and_whole() -> None:
    address = "https://example.org/" + "part/" * 80
    file = read(paper(Paragraph(words(address)), Table(("a", "b"), ((address, "c"),))))
    assert "".join(text(file).split()).count(address) == 2
    edges: list[float] = []
    page = file.pages[0]
    page.extract_text(visitor_text=lambda t, _c, m, _f, _s: edges.append(m[4]) if t.strip() else None)
    assert max(edges) < float(page.mediabox.width)


def test_the_same_paper_makes_the_same_file(whole: Paper) -> None:
    assert to_pdf(whole) == to_pdf(whole)


def test_many_at_once() -> None:
    papers = [paper(Paragraph((Run(f"number {n} 字 é"),))) for n in range(24)]
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(read, papers))
    assert [text(m) for m in made] == [f"A title number {n} \ufffd é" for n in range(24)]


def test_the_table_of_formats(whole: Paper) -> None:
    assert [f.suffix for f in FORMATS] == [".md", ".docx", ".pdf"]
    starts = [f.write(whole)[:4] for f in FORMATS]
    assert starts == [b"# An", b"PK\x03\x04", b"%PDF"]
    assert format_named("Word") is format_named(".DOCX") is format_named("docx")
    with pytest.raises(KeyError):
        format_named("odt")
