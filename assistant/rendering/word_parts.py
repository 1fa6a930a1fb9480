"""What python-docx leaves to its users: language, styles, numbering and fields of a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.rendering.blocks import Paper
from assistant.rendering.lists import Kind

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Written

QUOTE, SOURCE, RULE = "Quote", "Quote Source", "Rule"
_INK = (0x1F, 0x2D, 0x3D)
_STEP = 360
"""Twentieths of a point that each level of a list is moved in."""
_LEVELS = 9
_FORMATS = {
    Kind.BULLET: ("bullet", "•"),
    Kind.NUMBER: ("decimal", "%{}."),
    Kind.LETTER: ("upperLetter", "%{}."),
}


def prepare(file: Document, paper: Paper) -> None:
    """Set page size, styles, language and properties of a new file."""
    from docx.shared import Mm

    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    _properties(file, paper)
    _language(file, paper.language)
    _styles(file)


def field(paragraph: Written, name: str) -> None:
    """Add a field that Word fills in, such as PAGE."""
    made = _element("fldSimple", instr=name)
    run = _element("r")
    text = _element("t")
    text.text = "1"
    run.append(text)
    made.append(run)
    paragraph._p.append(made)


def space_tables(file: Document) -> None:
    """Keep what follows a table off its lower edge."""
    from docx.oxml.ns import qn
    from docx.shared import Pt
    from docx.text.paragraph import Paragraph

    for table in file.tables:
        below: Any = table._tbl.getnext()
        if below is not None and below.tag == qn("w:p"):
            Paragraph(below, file._body).paragraph_format.space_before = Pt(12)


class Numbering:
    """The lists of one file; each list is counted for itself."""

    def __init__(self, file: Document) -> None:
        self._root: Any = file.part.numbering_part.element
        self._abstract: dict[Kind, int] = {}

    def begin(self, kind: Kind, start: int, level: int) -> int:
        """The id of a new list that begins with a number."""
        if kind not in self._abstract:
            self._abstract[kind] = self._define(kind)
        number = self._root.add_num(self._abstract[kind])
        number.add_lvlOverride(ilvl=min(level, _LEVELS - 1)).add_startOverride(start)
        return int(number.numId)

    def mark(self, paragraph: Written, number: int, level: int) -> None:
        """Make a paragraph an item of a list."""
        properties: Any = paragraph._p.get_or_add_pPr()
        numbered = properties.get_or_add_numPr()
        numbered.get_or_add_ilvl().val = min(level, _LEVELS - 1)
        numbered.get_or_add_numId().val = number

    def _define(self, kind: Kind) -> int:
        from docx.oxml.ns import qn

        there = self._root.findall(qn("w:abstractNum"))
        identity = 1 + max((int(a.get(qn("w:abstractNumId"))) for a in there), default=-1)
        made = _element("abstractNum", abstractNumId=identity)
        made.append(_element("multiLevelType", val="hybridMultilevel"))
        for level in range(_LEVELS):
            made.append(_level(kind, level))
        # The schema wants every abstractNum before the first num.
        there[-1].addnext(made) if there else self._root.insert(0, made)
        return identity


def _level(kind: Kind, level: int) -> Any:
    shown, text = _FORMATS[kind]
    made = _element("lvl", ilvl=level)
    for name, value in (
        ("start", 1),
        ("numFmt", shown),
        ("lvlText", text.format(level + 1)),
        ("lvlJc", "left"),
    ):
        made.append(_element(name, val=value))
    properties = _element("pPr")
    properties.append(_element("ind", left=_STEP * (level + 1), hanging=_STEP))
    made.append(properties)
    return made


def _properties(file: Document, paper: Paper) -> None:
    made = file.core_properties
    made.title, made.subject, made.language = paper.title, paper.subject, paper.language
    made.author = made.last_modified_by = made.comments = made.keywords = ""
    made.created = made.modified = paper.made.replace(tzinfo=None)
    made.revision = 1


def _language(file: Document, language: str) -> None:
    from docx.oxml.ns import qn

    for found in file.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), language)


def _styles(file: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    styles = file.styles
    for name in ("Title", *(f"Heading {n}" for n in range(1, 6))):
        styles[name].font.color.rgb = RGBColor(*_INK)
    quote = styles[QUOTE]
    quote.font.italic, quote.font.color.rgb = False, RGBColor(*_INK)
    quote.paragraph_format.left_indent = Pt(18)
    quote.paragraph_format.keep_with_next = True
    quote.paragraph_format.space_after = Pt(3)
    source = styles.add_style(SOURCE, WD_STYLE_TYPE.PARAGRAPH)
    source.base_style, source.font.size = quote, Pt(9.5)
    source.paragraph_format.keep_with_next = False
    source.paragraph_format.space_after = Pt(10)
    rule = styles.add_style(RULE, WD_STYLE_TYPE.PARAGRAPH)
    rule.base_style = styles["Normal"]
    borders = _element("pBdr")
    borders.append(_element("bottom", val="single", sz=6, space=1, color="6E6E6E"))
    rule.element.get_or_add_pPr().append(borders)


def _element(name: str, **attributes: object) -> Any:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made
