"""A paper with every kind of block, and what a reader must find in it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from assistant.rendering import (
    Block,
    Heading,
    ListItem,
    PageBreak,
    Paper,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    emphasised,
    words,
)

MADE = datetime(2026, 3, 5, 9, 30, 12, 345678, tzinfo=timezone(timedelta(hours=1)))


def paper(*blocks: Block, title: str = "A title", subject: str = "") -> Paper:
    return Paper(title, blocks, MADE, subject=subject)


@pytest.fixture
def whole() -> Paper:
    return paper(
        Heading("First part"),
        Paragraph(emphasised("Done **by July 2012**, see *Working Together*.\nA second line.")),
        ListItem(words("one"), number=1),
        ListItem(words("inside"), level=1),
        ListItem(words("two"), number=2),
        ListItem(words("choice"), number=1, lettered=True),
        ListItem(words("another choice"), number=2, lettered=True),
        Quote(
            (Run("We "), Run("envisage", italic=True), Run(" that most will do so.")),
            "The Government; Recommendation 14",
        ),
        Heading("Second part", 2),
        Table(("Who", "When"), (("Local authorities", "by July 2012"), ("LSCBs", "by December 2011"))),
        Rule(),
        Paragraph(words("Before the break.")),
        PageBreak(),
        Paragraph(words("After the break.")),
        title="Answers & questions",
        subject="About the guidance",
    )


#: Texts that try to be markup in one format or another.
HOSTILE = [
    "<script>alert(1)</script> <b>bold</b> &lt;i&gt; &amp; &#35;",
    "![picture](http://example.org/x.png) [link](javascript:alert(1)) [ref][1] [^1]",
    "**bold** _em_ __b__ `code` ~~gone~~ *** ^2^ $x$ |",
    "# heading",
    "- item",
    "* item",
    "+ item",
    "12) item",
    "18. Greater coordination",
    "> quote",
    "```\ncode\n```",
    "    indented\n\tindented",
    "title\n===",
    "title\n---",
    "a\n:-:",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "one\n\n\ntwo",
    "C:\\path\\*x*\\",
    '#import "x.typ": * #read("/etc/hostname") #let x = 1 @ref <label> // comment /* more',
    "{{ template }} ${HOME} %n <w:p/> ]]> <?xml?> <!-- comment -->",
    "[1]: http://example.org",
    "&",
]
