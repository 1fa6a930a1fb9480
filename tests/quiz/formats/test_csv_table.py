"""CSV, read back by the standard library, and by hand for what a spreadsheet would see."""

from __future__ import annotations

import csv
import io

from hypothesis import given

from assistant.quiz.formats import FORMATS
from assistant.quiz.formats.cells import unsafe
from assistant.quiz.model import Item, Kind
from assistant.rendering.plain import one_line, plain
from tests.quiz.formats.samples import CHOICE, EVERY_KIND, corpus, few, hostile_items, job

WRITE = FORMATS["csv"].write


def rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf"), "the mark by which spreadsheets know UTF-8"
    found = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return [{name: unsafe(cell) for name, cell in row.items()} for row in found]


def column(row: dict[str, str], name: str) -> list[str]:
    return [row[f"{name}_{n}"] for n in range(1, 20) if row.get(f"{name}_{n}")]


def check(row: dict[str, str], item: Item) -> None:
    assert (row["id"], row["kind"], row["stem"]) == (item.id, item.kind.value, one_line(item.stem))
    assert column(row, "option") == [one_line(o) for o in item.options]
    assert column(row, "premise") == [one_line(p.left) for p in item.pairs]
    right = [p.right for p in item.pairs] if item.kind is Kind.MATCHING else item.key
    assert column(row, "key") == [one_line(text) for text in right]
    assert column(row, "quote") == [plain(c.quote) for c in item.citations]
    assert column(row, "passage") == [c.passage for c in item.citations]
    assert [row["difficulty"], row["level"], row["topic"]] == [item.difficulty, item.level, item.topic]


def test_every_kind_is_read_back() -> None:
    written = WRITE(job(*EVERY_KIND))
    assert not written.left_out
    for row, item in zip(rows(written.content), EVERY_KIND, strict=True):
        check(row, item)


def test_a_citation_has_its_place_and_its_date() -> None:
    row = rows(WRITE(job(CHOICE)).content)[0]
    document = corpus().document["government-response"]
    assert row["speaker_1"] == "The Government"
    assert row["place_1"] == f"Recommendation 14, timescale, {document.short_title} ({document.date_text})"
    assert row["date_1"] == "2011-07-13"


@few
@given(hostile_items())
def test_hostile_words_are_read_back_and_no_cell_is_a_formula(one: Item) -> None:
    content = WRITE(job(one)).content
    check(rows(content)[0], one)
    raw = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert all(
        cell[:1] not in tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20") or not cell for row in raw for cell in row
    )


def test_a_quiz_without_items_is_a_header() -> None:
    assert rows(WRITE(job()).content) == []
