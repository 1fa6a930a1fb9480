"""Markdown is read back by a parser that knows nothing of the writer."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant.rendering import Heading, ListItem, Paper, Paragraph, Quote, Run, Runs, Table, words
from assistant.rendering.markdown import to_markdown
from tests.rendering.conftest import HOSTILE, paper

WORDS = {"text", "text_special", "softbreak", "hardbreak"}
PLAIN = WORDS | {"paragraph_open", "paragraph_close", "inline"}


def tokens(markdown: str) -> list[Token]:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return [t for block in parser.parse(markdown) for t in [block, *(block.children or [])]]


def body(made: Paper) -> list[Token]:
    """Everything after the title."""
    return tokens(to_markdown(made))[4:]


def looks(found: list[Token]) -> list[tuple[str, bool, bool]]:
    """Each character that is no blank, with whether it is bold and italic."""
    bold = italic = 0
    made = []
    for token in found:
        bold += (token.type == "strong_open") - (token.type == "strong_close")
        italic += (token.type == "em_open") - (token.type == "em_close")
        if token.type in WORDS:
            made += [(c, bold > 0, italic > 0) for c in token.content if not c.isspace()]
    return made


def text(found: list[Token]) -> str:
    held = [t for t in found if t.type in WORDS]
    return "".join("\n" if t.type.endswith("break") else t.content for t in held)


def test_every_block_is_what_it_was(whole: Paper) -> None:
    kinds = [
        t.type for t in tokens(to_markdown(whole)) if t.nesting >= 0 and t.type not in WORDS | {"inline"}
    ]
    assert kinds == [
        *("heading_open", "heading_open", "paragraph_open", "strong_open", "em_open"),
        *("ordered_list_open", "list_item_open", "paragraph_open"),
        *("bullet_list_open", "list_item_open", "paragraph_open", "list_item_open", "paragraph_open"),
        *("bullet_list_open", "list_item_open", "paragraph_open", "list_item_open", "paragraph_open"),
        *("blockquote_open", "paragraph_open", "em_open", "paragraph_open", "heading_open"),
        *("table_open", "thead_open", "tr_open", "th_open", "th_open"),
        *("tbody_open", "tr_open", "td_open", "td_open", "tr_open", "td_open", "td_open"),
        *("hr", "paragraph_open", "hr", "paragraph_open"),
    ]
    assert [t.tag for t in tokens(to_markdown(whole)) if t.type == "heading_open"] == ["h1", "h2", "h3"]


def test_it_reads_as_plain_text(whole: Paper) -> None:
    made = to_markdown(whole)
    assert made.startswith("# Answers & questions\n\n## First part\n\n")
    assert "Done **by July 2012**, see _Working Together_.  \nA second line.\n" in made
    assert "> We _envisage_ that most will do so.\n>\n> — The Government; Recommendation 14\n" in made
    assert "- A\\. choice\n- B\\. another choice\n" in made


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_but_the_words_is_left(hostile: str) -> None:
    found = body(paper(Paragraph(words(hostile))))
    assert {t.type for t in found} <= PLAIN
    lines = [line.strip() for line in hostile.replace("\t", " ").split("\n")]
    assert text(found) == "\n".join(line for line in lines if line)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_block_lets_markup_through(hostile: str) -> None:
    one = words(hostile)
    found = body(
        paper(
            Heading(hostile), ListItem(one), ListItem(one, level=1, number=7), Quote(one, hostile),
            Table((hostile, "b"), ((hostile, hostile),)),
        )
    )  # fmt: skip
    allowed = {"heading", "bullet_list", "ordered_list", "list_item", "blockquote", "table", "thead", "tbody"}
    allowed |= {"tr", "th", "td"}
    assert {t.type for t in found} <= PLAIN | {f"{a}_{end}" for a in allowed for end in ("open", "close")}
    assert sum(t.type == "inline" for t in found) == 9
    assert sum(t.type == "heading_open" for t in found) == 1


def test_numbers_in_brackets_never_become_links() -> None:
    hostile = "[1]: http://example.org\n[1](http://example.org) [1][2] ![3] [4]"
    found = body(paper(Paragraph(words(hostile)), Paragraph(words("[1]: x")), Paragraph(words("see [1]"))))
    assert {t.type for t in found} <= PLAIN
    assert "see [1]" in text(found)


RUNS = st.lists(
    st.builds(
        Run, st.text(alphabet="ab1 *_`[]()<>#+-.!|~$:=&;^/\\\n“é£", max_size=8), st.booleans(), st.booleans()
    ),
    max_size=5,
)


@given(RUNS)
def test_any_runs_keep_their_words_and_their_look(runs: list[Run]) -> None:
    found = body(paper(Paragraph(tuple(runs))))
    assert {t.type for t in found} <= PLAIN | {"strong_open", "strong_close", "em_open", "em_close"}
    assert looks(found) == [(c, r.bold, r.italic) for r in runs for c in r.text if not c.isspace()]


@pytest.mark.parametrize(
    ("runs", "made"),
    [
        ((Run("a", bold=True), Run("b", italic=True)), "**a**_b_"),
        ((Run("ends with a blank ", bold=True), Run("then")), "**ends with a blank** then"),
        ((Run("(x)", bold=True), Run("y")), "**(x)**&#121;"),
        ((Run("x"), Run("y", italic=True)), "&#120;_y_"),
        ((Run("  ", bold=True),), ""),
    ],
)
def test_marks_touch_words(runs: Runs, made: str) -> None:
    assert to_markdown(paper(Paragraph(runs))) == "\n\n".join(filter(None, ["# A title", made])) + "\n"


def test_ordinary_words_are_left_as_they_are() -> None:
    ordinary = "We envisage most authorities will do so by April 2012 (children's services): 'all', £5 - more; 2011-12. [1] [2]"
    assert to_markdown(paper(Paragraph(words(ordinary)))) == f"# A title\n\n{ordinary}\n"


def test_lists_that_touch_stay_apart() -> None:
    made = paper(
        *(ListItem(words("x"), number=n) for n in (1, 2, 1)),
        ListItem(words("inner"), level=1, number=4),
        ListItem(words("bullet")),
    )
    found = body(made)
    starts = [t.attrGet("start") or 1 for t in found if t.type == "ordered_list_open"]
    assert starts == [1, 1, 4]  # the second is written 1), so it is another list
    assert sum(t.type == "bullet_list_open" for t in found) == 1
    assert re.sub(r"\s+", "", text(found)) == "xxxinnerbullet"
