from __future__ import annotations

import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from evals import checking, commands, items, opening, ratchet, record, suites
from evals.commands import main

command = importlib.import_module("evals.cli.run")

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
PLAIN = ("--typed", "--no-retrieval")


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Three items that are answered without the index, and a place for the runs."""
    for tier in ("development", "test"):
        (tmp_path / "sets" / tier).mkdir(parents=True)
        lines = "\n".join(json.dumps(i) for i in (FINE, REFUSED, FAILING))
        (tmp_path / "sets" / tier / "some.jsonl").write_text(lines, encoding="utf-8")
    monkeypatch.setattr(items, "SETS", tmp_path / "sets")
    monkeypatch.setattr(record, "RUNS", tmp_path / "runs")
    monkeypatch.setattr(ratchet, "BASELINE", tmp_path / "baseline.json")
    monkeypatch.setattr(opening, "warm_up", lambda assistant: None)
    return tmp_path / "runs"


def test_a_run_prints_its_tables_and_leaves_a_folder(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", *PLAIN]) == 0
    out, _ = capsys.readouterr()
    rows = {line.split("│")[1].strip(): line.split("│") for line in out.splitlines() if line.startswith("│")}
    assert [rows[name][3].strip() for name in ("timescales", "refuse", "failing", "all")] == [
        "100",
        "100",
        "0",
        "66.7",
    ]
    assert "2 of 3 right; 1 not." in out
    (folder,) = runs.iterdir()
    assert str(folder) in out
    assert len((folder / "items.jsonl").read_text(encoding="utf-8").splitlines()) == 3
    assert (folder / "report.html").is_file()


def test_sets_are_chosen_by_name(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "test", "timescales", "refuse", *PLAIN, "--no-html", "--fail-under", "1"]) == 0
    assert "2 of 2 right" in capsys.readouterr().out
    assert main(["run", "nowhere", *PLAIN]) == 1
    assert "there are: timescales, refuse, failing" in capsys.readouterr().err


def test_too_few_right_fails_the_command(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", *PLAIN, "--no-html", "--fail-under", "0.66"]) == 0
    assert main(["run", *PLAIN, "--no-html", "--fail-under", "0.67"]) == 1
    err = capsys.readouterr().err
    assert "Below the 0.67 asked for. Run: python -m evals run development --failures" in err


def test_failures_are_shown_with_answer_and_gold(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", *PLAIN, "--no-html", "--failures"]) == 0
    out = capsys.readouterr().out
    assert "x3 [failing]: recommendations, dates, no_wrong_date" in out
    assert "gold  answered, recommendations [3], one of government-response:14:timescale" in out
    assert "x1 [" not in out


def test_damaged_gold_is_told_in_a_line(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (items.SETS / "development" / "more.jsonl").write_text('{"id": "y", "sets": 1}', encoding="utf-8")
    assert main(["run", *PLAIN]) == 1
    err = capsys.readouterr().err
    assert err == "more.jsonl:1 has unknown keys ['sets']. Mend the line and run: python -m evals check\n"


def test_an_interrupted_run_is_continued(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", *PLAIN, "--no-html"]) == 0
    (folder,) = runs.iterdir()
    path = folder / "items.jsonl"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    (folder / "aggregates.json").unlink()
    capsys.readouterr()
    assert main(["run", "--resume", str(folder), "--no-retrieval", "--no-html"]) == 0
    assert "2 of 3 right" in capsys.readouterr().out
    assert list(runs.iterdir()) == [folder]


def test_whoever_interrupts_a_run_is_told_how_to_go_on(
    runs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "run_suites", interrupted)
    assert main(["run", *PLAIN]) == 130
    (folder,) = runs.iterdir()
    assert f"Run: python -m evals run --resume {folder}" in capsys.readouterr().err


def test_the_baseline_is_a_ratchet(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["run", "test", *PLAIN, "--no-html"]
    assert main(arguments) == 0
    (folder,) = runs.iterdir()
    assert main(["baseline", folder.name]) == 0
    assert main([*arguments, "--gate"]) == 0
    better = json.loads(ratchet.BASELINE.read_text(encoding="utf-8"))
    better["test, typed"]["all/right"] = 1.0
    ratchet.BASELINE.write_text(json.dumps(better), encoding="utf-8")
    capsys.readouterr()
    assert main([*arguments, "--gate"]) == 1
    assert "all/right is 0.6667, the baseline 1.0000" in capsys.readouterr().err


def test_report_and_comparison(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert main(["run", *PLAIN, "--no-html"]) == 0
    first, second = sorted(runs.iterdir())
    capsys.readouterr()
    assert main(["report"]) == 0
    assert capsys.readouterr().out.strip() == str(second / "report.html")
    assert main(["compare", first.name, str(second), "--items"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"all\s+│\s+0 │\s+0 │\s+3 │\s+1\.0000 │", out)
    assert "won: none" in out
    assert main(["compare", first.name, "nowhere"]) == 1
    assert "No run at" in capsys.readouterr().err


def test_an_unknown_model_is_told_in_a_line(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", *PLAIN, "--model", "nobody"]) == 1
    assert "'nobody' names no model" in capsys.readouterr().err


def test_check_exits_with_what_it_finds(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "development").mkdir()
    some = tmp_path / "development" / "a.jsonl"
    monkeypatch.setattr(checking.check, "__defaults__", (tmp_path, None, tmp_path))
    some.write_text(json.dumps(FINE), encoding="utf-8")
    assert main(["check"]) == 0
    assert "; 0 problems" in capsys.readouterr().out
    some.write_text(json.dumps(FINE | {"dates": ["by 2031"]}), encoding="utf-8")
    assert main(["check"]) == 1
    assert "x1: date is not in government-response: 'by 2031'" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [[], ["walk"], ["run", "--fail-under", "98"], ["floor", "--n", "0"], ["run", "test", "development"]],
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "Usage: python -m evals" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], *([name] for name in commands._COMMANDS if name != "bench")])
def test_every_command_has_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--help"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 4
    assert suites.TIERS == ("development", "test")
