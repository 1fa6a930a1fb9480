from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals import checking, commands, items, record
from evals.commands import main

FINE: dict[str, Any] = {
    "id": "x1",
    "set": "timescales",
    "question": "What is the timescale for recommendation 14?",
    "outcome": "answered",
    "recommendations": [14],
    "places": [
        {"document": "government-response", "recommendation": 14, "part": "timescale", "paragraph": None}
    ],
    "evidence": ["by April 2012 and that all will have chosen to so by July 2012"],
    "dates": ["by April 2012", "by July 2012"],
}
REFUSED: dict[str, Any] = {
    "id": "x2",
    "set": "refuse",
    "question": "What does recommendation 16 say?",
    "outcome": "not_in_guidance",
    "reason": "out_of_range",
}
#: The gold is wrong on purpose: an item that the assistant cannot get right.
FAILING = FINE | {"id": "x3", "set": "failing", "recommendations": [3], "dates": ["by May 2012"]}


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Three items that are answered without the index, and a place for the runs."""
    (tmp_path / "sets" / "development").mkdir(parents=True)
    lines = "\n".join(json.dumps(i) for i in (FINE, REFUSED, FAILING))
    (tmp_path / "sets" / "development" / "some.jsonl").write_text(lines, encoding="utf-8")
    monkeypatch.setattr(items, "SETS", tmp_path / "sets")
    monkeypatch.setattr(record.write_run, "__defaults__", (tmp_path / "runs",))
    monkeypatch.setattr(commands, "warm_up", lambda assistant: None)
    return tmp_path / "runs"


def test_a_run_prints_its_table_and_leaves_a_folder(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run"]) == 0
    out, _ = capsys.readouterr()
    rows = {line.split("│")[1].strip(): line.split("│") for line in out.splitlines() if line.startswith("│")}
    assert [rows[name][3].strip() for name in ("timescales", "refuse", "failing", "all")] == [
        "100",
        "100",
        "0.0",
        "66.7",
    ]
    assert "2 of 3 right; 1 not." in out
    (folder,) = runs.iterdir()
    assert str(folder) in out
    assert len((folder / "items.jsonl").read_text(encoding="utf-8").splitlines()) == 3


def test_sets_are_chosen_by_name(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "development", "--set", "timescales", "refuse", "--fail-under", "1"]) == 0
    assert "2 of 2 right" in capsys.readouterr().out
    assert main(["run", "--set", "nowhere"]) == 1
    assert "there are: failing, refuse, timescales" in capsys.readouterr().err


def test_too_few_right_fails_the_command(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--fail-under", "0.66"]) == 0
    assert main(["run", "--fail-under", "0.67"]) == 1
    err = capsys.readouterr().err
    assert "Below the 0.67 asked for. Run: python -m evals run development --failures" in err


def test_failures_are_shown_with_answer_and_gold(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--failures"]) == 0
    out = capsys.readouterr().out
    assert "x3 [failing]: recommendations, dates, no_wrong_date" in out
    assert "got   answered, recommendations [14]" in out
    assert "gold  answered, recommendations [3], one of government-response:14:timescale" in out
    assert "x1 [" not in out


def test_check_exits_with_what_it_finds(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 0
    assert "; 0 problems" in capsys.readouterr().out
    (tmp_path / "development").mkdir()
    (tmp_path / "development" / "a.jsonl").write_text(
        json.dumps(FINE | {"dates": ["by 2031"]}), encoding="utf-8"
    )
    monkeypatch.setattr(checking.check, "__defaults__", (tmp_path, None))
    assert main(["check"]) == 1
    assert "x1: date is not in government-response: 'by 2031'" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["walk"], ["run", "--fail-under", "98"], ["floor", "--n", "0"]])
def test_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 2


@pytest.mark.parametrize(
    "arguments", [["--help"], ["run", "--help"], ["check", "--help"], ["floor", "--help"]]
)
def test_every_command_has_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 0
    assert len(capsys.readouterr().out.splitlines()) > 4
