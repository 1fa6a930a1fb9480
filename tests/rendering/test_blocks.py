"""Blocks clean their texts; items become lists; emphasis becomes runs."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from assistant.rendering import (
    Block,
    Heading,
    ListItem,
    Paper,
    Paragraph,
    Quote,
    Run,
    Table,
    emphasised,
    words,
)
from assistant.rendering.lists import Item, ItemList, Kind, gathered, letter
from assistant.rendering.plain import plain, shortened
from tests.rendering.conftest import MADE, paper


def item(text: str, *inside: ItemList) -> Item:
    return Item(words(text), inside)


@given(st.text())
def test_plain_text_fits_into_xml(text: str) -> None:
    etree.Element("x").text = plain(text)
    plain(text).encode("utf-8")


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("a\r\nb\rc\u2028d\x0be\x0cf\x85g", "a\nb\nc\nd\ne\nf\ng"),
        ("a\tb", "a b"),
        ("a\x00\x07\x1b\x7f\x9bb", "ab"),
        ("a\ud800b\ufffe\U0001ffffc", "a\ufffdb\ufffd\ufffdc"),
        ("£5 – “so” 漢字 😀 e\u0301", "£5 – “so” 漢字 😀 e\u0301"),
        ("", ""),
    ],
)
def test_what_plain_text_is(given: str, left: str) -> None:
    assert plain(given) == left


def test_blocks_clean_their_texts() -> None:
    assert Run("a\x00\r\nb").text == "a\nb"
    assert Heading(" a\n\x00b ").text == "a b"
    assert Quote((), "a\nb").source == "a b"
    assert Table(("a\nb",), (("c\x01",),)) == Table(("a b",), (("c",),))
    assert paper(title="a\nb").title == "a b"
    assert paper(title=" \x00 ").title == "Untitled"


def test_a_paper_knows_when_it_was_made_in_utc_to_the_second() -> None:
    assert paper().made == datetime(2026, 3, 5, 8, 30, 12, tzinfo=UTC)
    assert paper().made.tzinfo is UTC
    assert MADE.microsecond


@pytest.mark.parametrize("level", [0, 6])
def test_a_heading_has_a_level_that_all_formats_know(level: int) -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        Heading("x", level)


@pytest.mark.parametrize("rows", [(("a",),), (("a", "b", "c"),)])
def test_a_table_has_no_ragged_rows(rows: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(ValueError, match="as many cells"):
        Table(("x", "y"), rows)


def test_items_are_gathered_into_lists() -> None:
    blocks: list[Block] = [
        ListItem(words("a"), number=1),
        ListItem(words("b"), level=1),
        ListItem(words("c"), level=3),
        ListItem(words("d"), level=1),
        ListItem(words("e"), number=2),
        ListItem(words("f"), number=1),
        ListItem(words("g")),
        Paragraph(words("h")),
        ListItem(words("i"), number=3, lettered=True),
    ]
    inside = ItemList(Kind.BULLET, 1, (item("b", ItemList(Kind.BULLET, 1, (item("c"),))), item("d")))
    assert list(gathered(blocks)) == [
        ItemList(Kind.NUMBER, 1, (item("a", inside), item("e"))),
        ItemList(Kind.NUMBER, 1, (item("f"),)),
        ItemList(Kind.BULLET, 1, (item("g"),)),
        Paragraph(words("h")),
        ItemList(Kind.LETTER, 3, (item("i"),)),
    ]


def test_an_item_further_in_comes_before_its_list() -> None:
    made = list(gathered([ListItem(words("a"), level=2), ListItem(words("b"))]))
    assert made == [ItemList(Kind.BULLET, 1, (item("a"), item("b")))]


@pytest.mark.parametrize(("number", "shown"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")])
def test_letters(number: int, shown: str) -> None:
    assert letter(number) == shown


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain", [("plain", False, False)]),
        ("a **b** c", [("a ", False, False), ("b", True, False), (" c", False, False)]),
        ("*b*,", [("b", False, True), (",", False, False)]),
        ("***b***", [("b", True, True)]),
        ("**a *b* c**", [("a ", True, False), ("b", True, True), (" c", True, False)]),
        ("2 * 3 * 4", [("2 * 3 * 4", False, False)]),
        ("5*6*7 and ** x**", [("5*6*7 and ** x**", False, False)]),
        ("_a_ [1] `b`", [("_a_ [1] `b`", False, False)]),
        ("", []),
    ],
)
def test_emphasis(text: str, runs: list[tuple[str, bool, bool]]) -> None:
    assert [(r.text, r.bold, r.italic) for r in emphasised(text)] == runs


@given(st.text(alphabet="ab *"))
def test_emphasis_takes_nothing_but_asterisks(text: str) -> None:
    assert "".join(r.text for r in emphasised(text)).replace("*", "") == text.replace("*", "")


def test_an_empty_paper_is_a_paper() -> None:
    assert Paper("x", (), MADE).blocks == ()


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("short", "short"),
        ("one two three", "one two…"),
        ("a\n b", "a b"),
        ("x" * 20, "x" * 9 + "…"),
        ("", ""),
    ],
)
def test_shortened(text: str, made: str) -> None:
    assert shortened(text, 10) == made
