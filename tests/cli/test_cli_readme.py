from __future__ import annotations

import re

import pytest

from tests.cli.readme import README, Example, examples, printed, rewritten

EXAMPLES = examples(README.read_text(encoding="utf-8"))


def _without_scores(text: str) -> str:
    """The last digit of a score is another on another processor."""
    return re.sub(r"\b\d+\.\d+\b", "N", text)


def test_there_are_examples_of_what_matters_most() -> None:
    assert len(EXAMPLES) >= 6
    assert {e.arguments.split()[0] for e in EXAMPLES} == {"ask", "corpus", "index", "models"}


@pytest.mark.usefixtures("built_home")
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.arguments[:60])
def test_the_readme_shows_what_is_printed(example: Example) -> None:
    shown = printed(example.arguments)
    assert _without_scores(example.output) == _without_scores(shown), "run: python -m tests.cli.readme"


def test_outputs_are_written_anew_and_nothing_else_is() -> None:
    text = "# A\n```console\n$ assistant x\nold\n```\nmore\n```console\n$ assistant y\n```\n```\nother\n```\n"
    made = rewritten(text, lambda arguments: f"<{arguments}>\n")
    assert made == text.replace("old\n", "<x>\n").replace("assistant y\n", "assistant y\n<y>\n")


def test_the_set_up_is_two_commands() -> None:
    first_screen = README.read_text(encoding="utf-8").splitlines()[:30]
    assert any(line.startswith("make app ") for line in first_screen)
    assert any(line.startswith("make test ") for line in first_screen)
