from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.measures import Result
from evals.record import Configuration, RunError, write_run

CONFIGURATION = Configuration("development", ("refuse",), 0.98, "data", "c" * 64, "home", "model", "a" * 64)


def test_a_run_explains_itself(results: tuple[Result, ...], tmp_path: Path) -> None:
    folder = write_run(results, CONFIGURATION, tmp_path / "runs")
    assert folder.name.endswith("Z-development")
    read = {p.name: p.read_text(encoding="utf-8") for p in folder.iterdir()}
    assert set(read) == {"configuration.json", "versions.json", "items.jsonl", "aggregates.json"}
    configuration = json.loads(read["configuration.json"])
    assert configuration["corpus_hash"] == "c" * 64
    assert configuration["sets"] == ["refuse"]
    assert json.loads(read["versions.json"])["chromadb"]
    lines = [json.loads(line) for line in read["items.jsonl"].splitlines()]
    assert [(line["id"], line["right"]) for line in lines] == [
        ("i1", True),
        ("i2", False),
        ("i3", True),
        ("i4", True),
    ]
    assert lines[1]["verdict"]["wrong_date"] is True
    assert lines[0]["gold"]["dates"] == ["by May 2013"]
    assert lines[0]["answer"]["citations"][0]["quote"] == "Menus will be published by May 2013."


def test_what_is_undefined_is_null_and_counted(results: tuple[Result, ...], tmp_path: Path) -> None:
    folder = write_run(results, CONFIGURATION, tmp_path)
    text = (folder / "aggregates.json").read_text(encoding="utf-8")
    assert "NaN" not in text
    made = json.loads(text)
    assert list(made) == ["timescales", "refuse", "all"]
    assert made["refuse"]["rates"]["place"] == {
        "right": 0,
        "n": 0,
        "undefined": 2,
        "value": None,
        "low": None,
        "high": None,
    }
    assert made["all"]["rates"]["right"]["value"] == 0.75


def test_two_runs_in_one_second_have_folders_of_their_own(
    results: tuple[Result, ...], tmp_path: Path
) -> None:
    folders = {write_run(results, CONFIGURATION, tmp_path) for _ in range(3)}
    assert len(folders) == 3


def test_a_place_that_takes_no_files_is_told_in_a_line(results: tuple[Result, ...], tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("a file", encoding="utf-8")
    with pytest.raises(RunError, match=r"cannot be written at .*runs .*Run: "):
        write_run(results, CONFIGURATION, tmp_path / "runs")
