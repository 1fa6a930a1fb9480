"""Kahoot's spreadsheet, read back by openpyxl and, for formulas, in its XML."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given

from assistant.quiz.formats import FORMATS
from assistant.quiz.formats.kahoot import HEADER, HEADER_ROW, SECONDS, seconds
from assistant.quiz.model import Item, Kind
from assistant.rendering.plain import one_line
from tests.quiz.formats.samples import CHOICE, EVERY_KIND, TRUE_FALSE, few, hostile_items, item, job

WRITE = FORMATS["kahoot"].write
Row = tuple[str, tuple[str, ...], int, tuple[int, ...]]


def read_kahoot(content: bytes) -> list[Row]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert tuple(cell.value for cell in sheet[HEADER_ROW][1:]) == HEADER
    found: list[Row] = []
    for number, row in enumerate(sheet.iter_rows(min_row=HEADER_ROW + 1, values_only=True), start=1):
        assert row[0] == number
        stem, *answers, limit, right = row[1:]
        options = tuple(str(a) for a in answers if a is not None)
        found.append((str(stem), options, int(str(limit)), tuple(int(n) for n in str(right).split(","))))
    return found


def expected(one: Item) -> Row:
    right = tuple(n for n, option in enumerate(one.options, start=1) if option in one.key)
    return one_line(one.stem), tuple(map(one_line, one.options)), seconds(one), right


def test_what_fits_is_read_back_and_the_rest_is_counted() -> None:
    four = item(Kind.MULTIPLE_RESPONSE, "Which two?", ("a", "b", "c", "d"), ("b", "d"))
    written = WRITE(job(*EVERY_KIND, four))
    assert read_kahoot(written.content) == [expected(CHOICE), expected(TRUE_FALSE), expected(four)]
    assert written.left_out_in_words() == (
        "5 items are left out: 1 because Kahoot takes at most 4 answers; 4 because Kahoot's spreadsheet holds "
        "single choice, multiple response and true or false only."
    )


@pytest.mark.parametrize(("stem", "answer", "kept"), [(120, 75, True), (121, 75, False), (120, 76, False)])
def test_the_limits_are_kept_and_nothing_is_cut(stem: int, answer: int, kept: bool) -> None:
    one = replace(CHOICE, stem="q" * stem, options=("a" * answer, "b"), key=("b",))
    written = WRITE(job(one))
    assert read_kahoot(written.content) == ([expected(one)] if kept else [])
    assert len(written.left_out) == (0 if kept else 1)


@few
@given(hostile_items((Kind.CHOICE, Kind.TRUE_FALSE, Kind.MULTIPLE_RESPONSE)))
def test_hostile_words_are_read_back_and_no_cell_is_a_formula(one: Item) -> None:
    written = WRITE(job(one))
    assert read_kahoot(written.content) == ([] if written.left_out else [expected(one)])
    with zipfile.ZipFile(io.BytesIO(written.content)) as book:
        sheet = fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert not [cell for cell in sheet.iter() if cell.tag.endswith("}f")]


def test_times_are_kahoots_and_grow_with_what_is_to_be_read() -> None:
    long = replace(CHOICE, stem="word " * 24, options=tuple(f"{n} " + "word " * 12 for n in range(4)))
    assert {seconds(CHOICE), seconds(TRUE_FALSE), seconds(long)} <= set(SECONDS)
    assert seconds(CHOICE) < seconds(long) < SECONDS[-1]
