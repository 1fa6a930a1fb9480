"""The formats that trainers' systems import and that trainers print, by name."""

from __future__ import annotations

from assistant.quiz.formats.aiken import aiken_hindrance, write_aiken
from assistant.quiz.formats.anki import write_anki
from assistant.quiz.formats.csv_table import write_csv
from assistant.quiz.formats.gift import gift_hindrance, write_gift
from assistant.quiz.formats.handout import answers, questions, questions_and_answers
from assistant.quiz.formats.json_object import write_json
from assistant.quiz.formats.kahoot import kahoot_hindrance, write_kahoot
from assistant.quiz.formats.model import Format, Hindrance, Job, LeftOut, Writer, Written
from assistant.quiz.formats.moodle_marks import too_many
from assistant.quiz.formats.moodle_xml import write_moodle_xml
from assistant.quiz.formats.papers import paper_writer
from assistant.quiz.formats.qti import write_qti

__all__ = ["FORMATS", "Format", "Hindrance", "Job", "LeftOut", "Writer", "Written"]

_OFFICE = "application/vnd.openxmlformats-officedocument"
_XLSX, _DOCX = f"{_OFFICE}.spreadsheetml.sheet", f"{_OFFICE}.wordprocessingml.document"
_PDF, _TEXT, _MARKDOWN = "application/pdf", "text/plain", "text/markdown"
_ALL = (
    Format("moodle-xml", ".xml", "Moodle XML", "application/xml", write_moodle_xml, too_many),
    Format("gift", ".gift", "GIFT, Moodle's text format", _TEXT, write_gift, gift_hindrance),
    Format(
        "aiken", ".txt", "Aiken: single choice, without explanations", _TEXT, write_aiken, aiken_hindrance
    ),
    Format("qti", ".zip", "QTI 2.1 package", "application/zip", write_qti),
    Format(
        "kahoot", ".xlsx", "Kahoot spreadsheet, without explanations", _XLSX, write_kahoot, kahoot_hindrance
    ),
    Format("csv", ".csv", "CSV: a line an item", "text/csv", write_csv),
    Format("anki", ".apkg", "Anki package: a card an item", "application/octet-stream", write_anki),
    Format("word", ".docx", "Word hand-out, without answers", _DOCX, paper_writer(questions, ".docx")),
    Format("word-answers", ".docx", "Word answer sheet", _DOCX, paper_writer(answers, ".docx")),
    Format("pdf", ".pdf", "PDF hand-out, without answers", _PDF, paper_writer(questions, ".pdf")),
    Format("pdf-answers", ".pdf", "PDF answer sheet", _PDF, paper_writer(answers, ".pdf")),
    Format(
        "markdown", ".md", "Markdown, answers last", _MARKDOWN, paper_writer(questions_and_answers, ".md")
    ),
    Format("json", ".json", "JSON for programs", "application/json", write_json),
)
FORMATS: dict[str, Format] = {made.name: made for made in _ALL}
