"""The page of the evaluation, over runs that are written as the evaluation writes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.pages.evaluation_runs import RunDamaged, asked, runs
from evals.record import FORMAT

FIGURE = {"value": 0.5, "n": 2, "undefined": 0, "bootstrap": {"low": 0.25, "high": 0.75}}
NONE = {"value": None, "n": 0, "undefined": 2, "bootstrap": {"low": None, "high": None}}


def item(name: str, right: bool, **answer: Any) -> dict[str, Any]:
    quote = {"quote": "Roads will be mended.", "speaker": "The Government", "locator": "Recommendation 6"}
    return {
        "id": name,
        "set": "timescales",
        "question": f"When, {name}?",
        "history": ["And before?"],
        "right": right,
        "checks": {"right": right, "dates": right},
        "gold": {"outcome": "answered", "dates": ["by May 2013"], "evidence": ["Menus by May 2013."]},
        "answer": {
            "outcome": "answered",
            "reason": None,
            "answer": "By 2014. [1]\n\n> [1] “x”",
            "citations": [quote],
        }
        | answer,
    }


def written(folder: Path, name: str, items: list[dict[str, Any]], **configuration: Any) -> Path:
    made = folder / name
    made.mkdir(parents=True)
    settings = {"format": FORMAT, "tier": "test", "sets": [], "model": "quotes"} | configuration
    figures = {"right": FIGURE, "timescale_strict": NONE}
    aggregates = {
        "sets": {"timescales": {"n": 2, "figures": figures}, "all": {"n": 2, "figures": figures}},
        "pooled": {"refusal_recall": 0.9, "aurc": None},
    }
    (made / "configuration.json").write_text(json.dumps(settings), encoding="utf-8")
    (made / "aggregates.json").write_text(json.dumps(aggregates), encoding="utf-8")
    (made / "items.jsonl").write_text("".join(json.dumps(i) + "\n" for i in items), encoding="utf-8")
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written(tmp_path, "2026-01-01T101500Z-test", [item("a", True)])
    written(tmp_path, "2026-01-02T101500Z-test", [item("a", True), item("b", False), item("c", False)])
    return tmp_path


def page(folder: Path) -> AppTest:
    def script(folder: str) -> None:
        from pathlib import Path

        from assistant.pages import evaluation

        evaluation.render(Path(folder))

    screen = AppTest.from_function(script, args=(str(folder),), default_timeout=60).run()
    assert not screen.exception
    return screen


def html(screen: AppTest) -> str:
    return "\n".join(e.proto.body for e in screen.get("html"))


def test_the_newest_run_is_shown_with_its_intervals(folder: Path) -> None:
    screen = page(folder)
    assert screen.selectbox[0].options[0] == "2026-01-02 10:15 UTC, test, all sets, quotes"
    shown = html(screen)
    assert "timescales" in shown
    assert "25.0 to 75.0" in shown
    assert "refusal recall" in shown
    assert "aurc" in shown


def test_what_is_not_right_is_looked_at_first(folder: Path) -> None:
    screen = page(folder)
    assert screen.selectbox[2].options == ["When, b? (b)", "When, c? (c)"]
    shown = html(screen)
    for words in (
        "Not right: dates.",
        "When, b?",
        "By 2014. [1]",
        "Roads will be mended.",
        "Menus by May 2013.",
    ):
        assert words in shown


def test_any_item_can_be_looked_at(folder: Path) -> None:
    screen = page(folder)
    screen.toggle[0].set_value(False).run()
    screen.selectbox[2].select_index(0).run()
    assert "<strong>Right.</strong>" in html(screen)


def test_words_of_a_run_are_not_taken_for_markup(tmp_path: Path) -> None:
    written(tmp_path, "2026-01-02T101500Z-test", [item("<img src=x>", False, answer="<b>bold</b>")])
    shown = html(page(tmp_path))
    assert "<img" not in shown
    assert "&lt;b&gt;bold" in shown


def test_a_run_in_which_all_is_right_says_so(tmp_path: Path) -> None:
    written(tmp_path, "2026-01-02T101500Z-test", [item("a", True)])
    screen = page(tmp_path)
    screen.toggle[0].set_value(True).run()
    assert screen.success[0].value == "Every answer here is right."


def test_without_a_run_the_page_says_how_to_make_one(tmp_path: Path) -> None:
    screen = page(tmp_path / "runs")
    assert "no finished run" in screen.info[0].value
    assert screen.code[0].value == "python -m evals run"


def test_runs_of_another_version_and_unfinished_ones_are_left_out(folder: Path) -> None:
    written(folder, "2026-01-03T101500Z-test", [], format=1)
    unfinished = written(folder, "2026-01-04T101500Z-test", [])
    (unfinished / "aggregates.json").unlink()
    damaged = written(folder, "2026-01-05T101500Z-test", [])
    (damaged / "configuration.json").write_text("[]", encoding="utf-8")
    assert [run.folder.name[:10] for run in runs(folder)] == ["2026-01-02", "2026-01-01"]


def test_a_damaged_run_is_told_in_a_line(folder: Path) -> None:
    run = runs(folder)[0]
    (run.folder / "items.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(RunDamaged, match=r"items\.jsonl cannot be read .* Run: python -m evals run"):
        asked(run)


def test_a_line_separator_within_a_question_ends_no_line(tmp_path: Path) -> None:
    made = written(tmp_path, "2026-01-02T101500Z-test", [])
    line = json.dumps(item("a", True) | {"question": "When?\u2028And who?"}, ensure_ascii=False)
    (made / "items.jsonl").write_text(line + "\n", encoding="utf-8")
    assert [found.question for found in asked(runs(tmp_path)[0])] == ["When?\u2028And who?"]


def test_a_slope_is_no_percentage(tmp_path: Path) -> None:
    made = written(tmp_path, "2026-01-02T101500Z-test", [item("a", True)])
    path = made / "aggregates.json"
    figures = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(figures | {"pooled": {"noise_slope": -0.0884}}), encoding="utf-8")
    assert "-0.088" in html(page(tmp_path))
