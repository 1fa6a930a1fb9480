"""What is escaped is read back by a Markdown parser: it must be the words and nothing but words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant.pages.markup import escape

JOINER = "\u2060"


def tokens(markdown: str) -> list[Token]:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return [t for block in parser.parse(markdown) for t in [block, *(block.children or [])]]


def kinds(markdown: str) -> set[str]:
    return {t.type for t in tokens(markdown)}


def words(markdown: str) -> str:
    inline = {"text", "text_special", "softbreak", "hardbreak"}
    held = [t for t in tokens(markdown) if t.type in inline]
    return "".join("\n" if t.type.endswith("break") else t.content for t in held).replace(JOINER, "")


PLAIN = {"paragraph_open", "paragraph_close", "inline", "text", "text_special", "hardbreak"}

NASTY = [
    "<script>alert(1)</script>",
    "<b>bold</b> &lt;i&gt; &amp;",
    "![picture](http://example.org/x.png)",
    "[link](http://example.org) [ref][1] [^1]",
    "**bold** _em_ `code` ~~gone~~ ***",
    "# heading",
    "- item",
    "* item",
    "+ item",
    "1. item",
    "12) item",
    "> quote",
    "```\ncode\n```",
    "    indented",
    "title\n===",
    "title\n---",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "C:\\path\\*x*",
    "line\nline",
    "18. Greater coordination",
    "|\n:-",
    "Government response - Accept.",
]


@pytest.mark.parametrize("text", NASTY)
def test_nothing_but_the_words_is_left(text: str) -> None:
    assert kinds(escape(text)) <= PLAIN
    assert words(escape(text)) == re.sub(r"^[ \t]+", "", text, flags=re.MULTILINE)


@given(st.text(alphabet="ab1 *_`[]()<>#+-.!|~$:=&\\\n@/", max_size=30))
def test_any_text_is_only_words(text: str) -> None:
    assert kinds(escape(text)) <= PLAIN


@pytest.mark.parametrize(
    "text", [":red[hot]", ":material/home:", ":smile:", "::: note", "$x^2$", ":b-badge[a]"]
)
def test_streamlits_own_marks_are_escaped(text: str) -> None:
    made = escape(text)
    assert not re.search(r"(?<!\\)[$\[]", made)
    assert not re.search(r"(?<!\\):(?=[\w:])", made)


def test_plain_words_are_left_as_they_are() -> None:
    plain = "We envisage most authorities will do so by April 2012 (children's services): 'all', £5 - more."
    assert escape(plain) == plain


def test_addresses_and_arrows_stay_text() -> None:
    addresses = ("http://example.org", "www.example.org", "me@example.org")
    for text in (*addresses, "a -> b", "a -- b", "a >= b", "a <- b"):
        made = escape(text)
        assert JOINER in made
        assert made.replace(JOINER, "").replace("\\", "") == text
