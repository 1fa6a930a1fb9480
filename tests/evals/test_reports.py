"""What is made of a run's folder: the report, tables, the README, comparisons."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.console import Console

from evals.aggregates import by_set, pooled
from evals.comparing import compare
from evals.lines import Line, RunError
from evals.readme import results_table, write_between
from evals.record import Configuration, Run, new_run
from evals.report import report_html, write_report
from evals.tables import (
    comparison_table,
    failure_text,
    metrics_table,
    percent,
    pooled_table,
    signed,
    summary_table,
)

CONFIGURATION = Configuration(
    "test", (), False, 1, "quotes", 4, "d" * 64, "data", "c" * 64, "home", "model", "a" * 64
)


@pytest.fixture
def run(lines: tuple[Line, ...], tmp_path: Path) -> Run:
    made = new_run(CONFIGURATION, tmp_path)
    for line in lines:
        made.append(line)
    made.finish(lines)
    return made


class Links(HTMLParser):
    """What a browser would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("script", "link", "img", "iframe"):
            self.fetched.append(tag)
        self.fetched += [
            v for n, v in given.items() if n in ("src", "href", "xlink:href") and v and v[0] != "#"
        ]


def shown(*renderables: object) -> str:
    console = Console(width=200, record=True)
    for renderable in renderables:
        console.print(renderable)
    return console.export_text()


def test_the_report_needs_nothing_else(run: Run) -> None:
    page = report_html(run)
    links = Links()
    links.feed(page)
    assert links.fetched == []
    assert page.count("<svg") >= 2


def test_the_report_shows_every_failing_item(run: Run) -> None:
    page = report_html(run)
    assert page.count("<details>") == 1
    assert "Roads will be mended by 2014." in page
    assert "published by May 2013" in page
    assert "3 of 4 right" in page


def test_what_was_asked_is_not_taken_for_markup(lines: tuple[Line, ...], tmp_path: Path) -> None:
    made = new_run(CONFIGURATION, tmp_path)
    made.append(replace(lines[1], question="<script>alert(1)</script>"))
    page = report_html(made)
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_report_lies_beside_the_run(run: Run) -> None:
    assert write_report(run) == run.folder / "report.html"
    assert (run.folder / "report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_report_of_noise_and_confidence_has_their_plots(
    make_line: Callable[..., Line], tmp_path: Path
) -> None:
    made = new_run(CONFIGURATION, tmp_path)
    made.append(make_line(scores={"confidence": 0.9, "days_off": 31.0, "hit@1": 1.0}))
    for level in ("0%", "80%"):
        made.append(make_line(id=level, set="noise", variant=level))
    page = report_html(made)
    for title in ("Risk and coverage", "Right answers among noise", "Timescales: error in days", "Retrieval"):
        assert f"<h2>{title}</h2>" in page


def test_tables_for_the_terminal(lines: tuple[Line, ...]) -> None:
    text = shown(summary_table(by_set(lines)), metrics_table(lines), pooled_table(pooled(lines)))
    assert re.search(r"timescales\s+│\s+2 │\s+50\.0 │", text)
    assert re.search(r"wrong recommendation\s+│\s+50\.0 │\s+2 │\s+2 │", text)
    assert re.search(r"area under risk and coverage\s+│\s+– │", text)


def test_a_failing_item_is_shown_with_answer_and_gold(lines: tuple[Line, ...]) -> None:
    text = shown(failure_text(lines[1]))
    assert "i2 [timescales]: recommendations, place" in text
    assert "got   answered, recommendations [6], dates ['by 2014']" in text
    assert "gold  answered, recommendations [5], one of response:5:timescale, dates ['by May 2013']" in text


@pytest.mark.parametrize(
    ("value", "text"), [(float("nan"), "–"), (1.0, "100"), (0.9996, "99.9"), (0.0, "0"), (0.5, "50.0")]
)
def test_only_all_looks_like_all(value: float, text: str) -> None:
    assert percent(value) == text


def test_slopes_have_signs() -> None:
    assert (signed(-0.05), signed(0.05), signed(float("nan"))) == ("-0.050", "+0.050", "–")


def test_the_table_stands_between_the_marks(run: Run, tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(
        "before\n<!-- results: here -->\nold\n<!-- end of results -->\nafter\n", encoding="utf-8"
    )
    write_between("results", results_table(run), readme)
    text = readme.read_text(encoding="utf-8")
    assert re.search(r"\| all \| 4 \| 75\.0 \| 30\.1 to 95\.4 \| ", text)
    assert "old" not in text
    assert text.startswith("before\n")
    assert text.endswith("after\n")


def test_a_readme_without_marks_is_left_alone(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("nothing here\n", encoding="utf-8")
    with pytest.raises(RunError, match="no marked place for results"):
        write_between("results", "table", readme)
    assert readme.read_text(encoding="utf-8") == "nothing here\n"


def test_runs_are_compared_item_by_item(make_line: Callable[..., Line]) -> None:
    before = [make_line(id=str(n), right=n > 2) for n in range(6)]
    after = [make_line(id=str(n), right=n != 5) for n in range(6)]
    after.append(make_line(id="new"))
    after[4] = make_line(id="4", gold={"dates": ["by May 2014"]})
    found = compare(before, after)
    assert (found.won, found.lost, found.changed) == (("0", "1", "2"), ("5",), 1)
    paired = found.by_set["all"]
    assert (paired.wins, paired.losses, paired.ties) == (3, 1, 1)
    assert "0.6250" in shown(comparison_table(found))


def test_runs_with_nothing_in_common_cannot_be_compared(make_line: Callable[..., Line]) -> None:
    with pytest.raises(RunError, match=r"no item in common\. Run: "):
        compare([make_line(id="a")], [make_line(id="b")])
