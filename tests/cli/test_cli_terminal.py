from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


@pytest.mark.slow
def test_a_person_gets_colours_and_lines_that_fit() -> None:
    with Terminal("ask", "Was recommendation 6 accepted?", columns=60) as terminal:
        assert terminal.status() == 0
    assert "\x1b[1m" in terminal.seen
    shown = terminal.plain(terminal.seen)
    assert "**" not in shown
    assert max(len(line) for line in shown.splitlines()) <= 60


@pytest.mark.slow
def test_colours_can_be_switched_off() -> None:
    with Terminal("ask", "Was recommendation 6 accepted?", NO_COLOR="1") as terminal:
        assert terminal.status() == 0
    assert not re.search(r"\x1b\[[0-9;]*\b[349][0-8]\b", terminal.seen)


@pytest.mark.slow
@pytest.mark.parametrize("columns", [40, 100])
def test_tables_fit(columns: int) -> None:
    with Terminal("corpus", "check", columns=columns) as terminal:
        assert terminal.status() == 0
    assert max(len(line) for line in terminal.plain(terminal.seen).splitlines()) <= columns


def test_a_bar_shows_how_far_the_build_is_and_then_goes(exported_home: Path) -> None:
    with Terminal("index", "build", columns=100, ASSISTANT_HOME=str(exported_home)) as terminal:
        assert terminal.status(120) == 0
    shown = terminal.plain(terminal.seen)
    assert "Building the index" in shown
    assert "Indexed" in shown.splitlines()[-1] or "Indexed" in shown
