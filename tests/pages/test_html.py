"""What is made of any words is read back by an HTML parser: it must be the words and nothing but words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.pages.html import element, page_link, plain, rich, status_badge, table
from corpus.model import Span, Status
from tests.pages.screen import Shown

NASTY = "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt; \"' javascript:x"
ANY = st.text(alphabet="ab1 <>\"'&;=/\n*_x-", max_size=40)


@given(ANY)
def test_any_text_is_only_words(text: str) -> None:
    read = Shown(plain(text))
    assert {tag for tag, _ in read.tags} <= {"br"}
    assert read.words == text.replace("\n", "")


@given(ANY, st.integers(-2, 45), st.integers(-2, 45))
def test_an_edition_has_only_emphasis_and_marks(text: str, start: int, end: int) -> None:
    read = Shown(rich(text, Span(start, end)))
    assert {tag for tag, _ in read.tags} <= {"br", "em", "strong", "mark"}
    assert read.words.replace("*", "") == text.replace("\n", "").replace("*", "")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a *b* c", "a <em>b</em> c"),
        ("**a** b", "<strong>a</strong> b"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("* a", "* a"),
    ],
)
def test_asterisks_are_emphasis(text: str, made: str) -> None:
    assert rich(text) == made


def test_parts_are_marked_across_emphasis() -> None:
    assert rich("a *bc* d", Span(0, 4)) == "<mark>a </mark><em><mark>b</mark>c</em> d"
    assert rich("abcd", Span(0, 1), Span(2, 3)) == "<mark>a</mark>b<mark>c</mark>d"
    assert rich("abc", Span(1, 1)) == "abc"


def test_attributes_hold_their_values() -> None:
    read = Shown(element("a", plain(NASTY), href=NASTY, class_="x", aria_label=None))
    assert read.tags == [("a", {"href": NASTY, "class": "x"})]
    assert read.words == NASTY


def test_a_link_between_pages_is_known_to_the_script() -> None:
    assert Shown(page_link("guidance?a=1&b=2", "x")).tags == [
        ("a", {"href": "guidance?a=1&b=2", "data-page": ""})
    ]


def test_a_status_is_told_by_words_and_sign() -> None:
    made = [Shown(status_badge(s)).words for s in Status]
    assert made == ["✓ Accept", "◐ Accept in principle", "? Consider further"]


def test_a_table_keeps_its_roles_and_names_its_cells() -> None:
    read = Shown(table("All <b>", ("No.", "A"), [("1", "x"), ("2", plain("<i>"))]))
    assert {tag for tag, _ in read.tags} == {"table", "caption", "thead", "tbody", "tr", "th", "td"}
    assert [a["role"] for a in read.having("role")].count("row") == 3
    assert [a["data-name"] for a in read.having("data-name")] == ["No.", "A"] * 2
    assert re.findall("<caption>(.*)</caption>", table("All <b>", (), [])) == ["All &lt;b&gt;"]
