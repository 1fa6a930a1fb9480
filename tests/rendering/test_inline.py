"""Emphasis is read in one place, as runs and as plain text."""

from __future__ import annotations

import pytest

from assistant.rendering import Run, emphasised
from assistant.rendering.inline import without_emphasis


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("It was **by July 2012**. [1]", "It was by July 2012. [1]"),
        ("*This is guidance of 2011.*", "This is guidance of 2011."),
        ("> [1] “in *Working Together* by **May**”", "> [1] “in Working Together by May”"),
        ("- one\n- two", "- one\n- two"),
        ("***both***, **bold with *italic* in it**", "both, bold with italic in it"),
        ("*a line\nand its end* stay", "*a line\nand its end* stay"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a lone * and ** stay", "a lone * and ** stay"),
    ],
)
def test_without_emphasis_takes_emphasis_away_and_nothing_else(markdown: str, shown: str) -> None:
    assert without_emphasis(markdown) == shown


def test_runs_and_plain_text_read_the_same_emphasis() -> None:
    text = "a **bold *and italic* words** here, 2 * 3"
    runs = emphasised(text)
    assert runs == (
        Run("a "),
        Run("bold ", bold=True),
        Run("and italic", bold=True, italic=True),
        Run(" words", bold=True),
        Run(" here, 2 * 3"),
    )
    assert "".join(run.text for run in runs) == without_emphasis(text)
