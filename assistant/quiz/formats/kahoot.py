"""Kahoot's spreadsheet: a question and up to four answers a line, each within Kahoot's limits.

Source: the template that Kahoot gives out for importing questions from a spreadsheet. It has no place for an
explanation. What is too long is left out whole, never cut.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from assistant.quiz.formats.model import Job
from assistant.quiz.model import Item, Kind
from assistant.rendering.plain import one_line

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

QUESTION_LIMIT, ANSWER_LIMIT, MOST_ANSWERS = 120, 75, 4
"""Characters of a question, characters of an answer, answers."""
SECONDS = (5, 10, 20, 30, 60, 90, 120, 240)
HEADER_ROW = 8
"""Row of the column names; the questions follow."""
HEADER = (
    f"Question - max {QUESTION_LIMIT} characters",
    *(f"Answer {n} - max {ANSWER_LIMIT} characters" for n in range(1, MOST_ANSWERS + 1)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
_KINDS = (Kind.CHOICE, Kind.TRUE_FALSE, Kind.MULTIPLE_RESPONSE)
#: Unhurried reading, and time to think and to find the button.
_WORDS_A_SECOND, _THINKING = 2.5, 10


def write_kahoot(job: Job) -> bytes:
    """Single choice, true or false, and multiple response that keep to the limits, as a workbook."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.title = one_line(job.quiz.title)
    sheet = book.worksheets[0]
    _head(sheet)
    for row, item in enumerate(job.quiz.items, start=HEADER_ROW + 1):
        _question(sheet, row, item)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def seconds(item: Item) -> int:
    """The shortest of Kahoot's times in which the item can be read and thought about."""
    words = sum(len(text.split()) for text in (item.stem, *item.options))
    needed = _THINKING + words / _WORDS_A_SECOND
    return next((s for s in SECONDS if s >= needed), SECONDS[-1])


def kahoot_hindrance(item: Item) -> str | None:
    """Why Kahoot cannot hold an item; None where it can."""
    if item.kind not in _KINDS:
        return "Kahoot's spreadsheet holds single choice, multiple response and true or false only"
    if len(one_line(item.stem)) > QUESTION_LIMIT:
        return f"Kahoot takes questions of at most {QUESTION_LIMIT} characters"
    if any(len(one_line(option)) > ANSWER_LIMIT for option in item.options):
        return f"Kahoot takes answers of at most {ANSWER_LIMIT} characters"
    if len(item.options) > MOST_ANSWERS:
        return f"Kahoot takes at most {MOST_ANSWERS} answers"
    return None


def _head(sheet: Worksheet) -> None:
    _write(sheet, 2, 2, "Quiz template")
    for column, name in enumerate(HEADER, start=2):
        _write(sheet, HEADER_ROW, column, name)
    for letter, width in zip("BCDEFGH", (60, 30, 30, 30, 30, 18, 18), strict=True):
        sheet.column_dimensions[letter].width = width


def _question(sheet: Worksheet, row: int, item: Item) -> None:
    sheet.cell(row, 1, row - HEADER_ROW)
    for column, text in enumerate((item.stem, *item.options), start=2):
        _write(sheet, row, column, one_line(text))
    sheet.cell(row, 3 + MOST_ANSWERS, seconds(item))
    right = [n for n, option in enumerate(item.options, start=1) if option in item.key]
    if len(right) == 1:
        sheet.cell(row, 4 + MOST_ANSWERS, right[0])
    else:
        _write(sheet, row, 4 + MOST_ANSWERS, ",".join(map(str, right)))


def _write(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """A cell that is text whatever it begins with, and stays text when a person edits it."""
    cell = sheet.cell(row, column)
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = True
