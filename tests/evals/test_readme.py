"""The README's table of results."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.readme import latest_run, results_table, write_results
from evals.record import RunError


def _run(folder: Path, name: str, sets: list[str], right: int) -> Path:
    made = folder / name
    made.mkdir()
    (made / "configuration.json").write_text(json.dumps({"sets": sets}), encoding="utf-8")
    rate = {"n": 4, "right": right, "value": right / 4, "low": 0.3, "high": 0.95}
    none = {"n": 0, "right": 0, "value": None, "low": None, "high": None}
    rates = dict.fromkeys(("right", "outcome", "place", "first", "quote", "verbatim"), rate) | {"dates": none}
    (made / "aggregates.json").write_text(
        json.dumps({"status": {"n": 4, "rates": rates | {"no_wrong_date": none}}}), encoding="utf-8"
    )
    return made


def test_the_newest_run_of_the_whole_tier_is_taken(tmp_path: Path) -> None:
    _run(tmp_path, "2026-01-01T000000Z-test", [], 3)
    whole = _run(tmp_path, "2026-01-02T000000Z-test", [], 2)
    _run(tmp_path, "2026-01-03T000000Z-test", ["status"], 4)
    assert latest_run("test", tmp_path) == whole
    with pytest.raises(RunError, match="python -m evals run development"):
        latest_run("development", tmp_path)


def test_the_table_stands_between_the_marks(tmp_path: Path) -> None:
    run = _run(tmp_path, "2026-01-02T000000Z-test", [], 3)
    readme = tmp_path / "README.md"
    readme.write_text(
        "before\n<!-- results: here -->\nold\n<!-- end of results -->\nafter\n", encoding="utf-8"
    )
    write_results(run, readme)
    text = readme.read_text(encoding="utf-8")
    assert "| status | 4 | 75.0 | 30.0 to 95.0 | 75.0 | 75.0 | 75.0 | 75.0 | – | 75.0 | – |" in text
    assert "old" not in text
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert results_table(run) in text


def test_a_readme_without_marks_is_left_alone(tmp_path: Path) -> None:
    run = _run(tmp_path, "2026-01-02T000000Z-test", [], 3)
    readme = tmp_path / "README.md"
    readme.write_text("nothing here\n", encoding="utf-8")
    with pytest.raises(RunError, match="no marked place"):
        write_results(run, readme)
    assert readme.read_text(encoding="utf-8") == "nothing here\n"
