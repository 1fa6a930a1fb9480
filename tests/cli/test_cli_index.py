from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from assistant.cli import main
from tests.cli.command import one_line, run


def test_status_without_an_index(tmp_path: Path) -> None:
    done = run("index", "status", ASSISTANT_HOME=str(tmp_path))
    assert done.returncode == 1
    assert re.search(r"^usable +no$", done.stdout, re.MULTILINE)
    assert str(tmp_path / "index") in done.stdout
    assert one_line(done.stderr)
    assert done.stderr.rstrip().endswith("Run: assistant index build")


@pytest.mark.slow
def test_build_then_status_then_search(tmp_path: Path) -> None:
    home = str(tmp_path)
    built = run("index", "build", ASSISTANT_HOME=home)
    assert built.returncode == 0
    assert re.fullmatch(r"Indexed \d+ passages with all-MiniLM-L6-v2 .* s at .*\n", built.stdout)
    assert built.stderr.startswith("Building the index of ")
    status = run("index", "status", ASSISTANT_HOME=home)
    assert (status.returncode, status.stderr) == (0, "")
    assert re.search(r"^usable +yes$", status.stdout, re.MULTILINE)
    found = run("index", "search", "principal", "social", "worker", "-k", "3", ASSISTANT_HOME=home)
    assert (found.returncode, found.stderr) == (0, "")
    assert re.findall(r"^(\d)\. Recommendation 14", found.stdout, re.MULTILINE)
    assert re.findall(r"^(\d)\. ", found.stdout, re.MULTILINE) == ["1", "2", "3"]
    assert "government-response/rec-14/" in found.stdout


@pytest.mark.parametrize("harm", ["pointer", "vectors"])
def test_a_damaged_index_is_told_and_mended(harm: str, built_home: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(built_home, home)
    index = home / "index"
    live = index / (index / "current").read_text(encoding="utf-8").strip()
    if harm == "pointer":
        (index / "current").write_text("nowhere", encoding="utf-8")
    else:
        (live / "vectors" / "chroma.sqlite3").write_bytes(b"no database")
    if harm == "pointer":  # status opens neither vectors nor words
        told = run("index", "status", ASSISTANT_HOME=str(home))
        assert (told.returncode, one_line(told.stderr)) == (1, True)
    done = run("ask", "Who speaks up for children in care homes?", "--json", ASSISTANT_HOME=str(home))
    assert done.returncode == 0
    assert json.loads(done.stdout)["outcome"]
    assert done.stderr.startswith("Building the index of ")
    assert run("index", "status", ASSISTANT_HOME=str(home)).returncode == 0


def test_a_home_that_cannot_be_written_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "file" / "home"))
    assert main(["index", "build"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert one_line(shown.err)
    assert shown.err.rstrip().endswith("Run: ASSISTANT_HOME=FOLDER assistant index build")


@pytest.mark.parametrize("words", ["", "  ", "?"])
def test_a_search_for_nothing_is_wrong_usage(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "search", words]) == 2
    assert one_line(capsys.readouterr().err)
