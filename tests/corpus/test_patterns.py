"""Patterns that are compiled late, and kept for the next process."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

from corpus import patterns
from corpus.patterns import compiled, keep, lazy_regex, recall
from corpus.whole_files import write_whole

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_recalled", {})
    monkeypatch.setattr(patterns, "_new", {})


def test_nothing_is_compiled_before_it_is_looked_for() -> None:
    lazy = lazy_regex(r"(?P<day>\d+) july", re.IGNORECASE)
    assert not patterns._new
    found = lazy.search("by 7 July")
    assert found
    assert found["day"] == "7"
    assert [m[0] for m in lazy.finditer("1 july, 2 JULY")] == ["1 july", "2 JULY"]
    assert lazy.sub("x", "on 1 july") == "on x"
    assert lazy.pattern == r"(?P<day>\d+) july"
    assert len(patterns._new) == 1


def test_a_text_that_is_no_pattern_is_told_when_it_is_looked_for() -> None:
    lazy = lazy_regex("(")
    with pytest.raises(re.error):
        lazy.search("x")


def _some() -> list[tuple[str, int]]:
    return [(rf"(?<!\w)(?P<n>\d{{{i}}}|[a-z]+?)(?=\W|$)(?:(x)|y)?", re.IGNORECASE) for i in range(1, 26)]


def _keep_some(folder: Path) -> Path:
    for text, flags in _some():
        compiled(text, flags)
    keep(folder)
    return patterns._file(folder)


def test_what_was_kept_is_recalled_and_finds_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep_some(tmp_path / "new")
    monkeypatch.setattr(patterns, "_new", {})
    recall(tmp_path / "new")
    for text, flags in _some():
        ours, theirs = compiled(text, flags), re.compile(text, flags)
        for words in ("", "12 345 abc", "ABC x", "é ß 7y"):
            assert [m.groupdict() for m in ours.finditer(words)] == [
                m.groupdict() for m in theirs.finditer(words)
            ]
        assert (ours.flags, ours.groups, ours.groupindex) == (theirs.flags, theirs.groups, theirs.groupindex)
    assert not patterns._new


def test_a_few_patterns_are_not_worth_a_file(tmp_path: Path) -> None:
    compiled("x")
    keep(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"no pickle", pickle.dumps([1, 2]), pickle.dumps(Path("x"))])
@pytest.mark.parametrize("sealed", [False, True])
def test_a_file_that_cannot_be_read_costs_nothing(tmp_path: Path, content: bytes, sealed: bool) -> None:
    if sealed:
        write_whole(patterns._file(tmp_path), content)
    else:
        patterns._file(tmp_path).write_bytes(content)
    recall(tmp_path)
    assert patterns._recalled == {}
    assert compiled("a+").search("caat")


def test_a_file_in_which_anything_was_changed_is_not_used(tmp_path: Path) -> None:
    kept = _keep_some(tmp_path)
    content = kept.read_bytes()
    kept.write_bytes(content.replace(b"[a-z]+", b"[a-y]+", 1))
    assert kept.read_bytes() != content
    recall(tmp_path)
    assert patterns._recalled == {}


def test_what_two_processes_keep_at_once_is_kept_of_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep_some(tmp_path)
    monkeypatch.setattr(patterns, "_new", {(f"other{i}", 0): None for i in range(25)})  # knows of no file
    keep(tmp_path)
    recall(tmp_path)
    assert len(patterns._recalled) == 50


def test_the_oldest_are_dropped_of_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_MOST", 30)
    _keep_some(tmp_path)
    monkeypatch.setattr(patterns, "_new", {(f"other{i}", 0): None for i in range(25)})
    keep(tmp_path)
    monkeypatch.setattr(patterns, "_recalled", {})
    recall(tmp_path)
    assert [text for text, _ in patterns._recalled] == [t for t, _ in _some()[-5:]] + [
        f"other{i}" for i in range(25)
    ]


def test_a_disk_that_is_full_keeps_what_was_there_and_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = _keep_some(tmp_path)
    before = kept.read_bytes()

    def full(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:10])
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    monkeypatch.setattr(patterns, "_new", {(f"other{i}", 0): None for i in range(25)})
    keep(tmp_path)
    assert list(tmp_path.iterdir()) == [kept]
    assert kept.read_bytes() == before


def test_code_that_the_engine_does_not_take_is_compiled_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_recalled", {("a+", 0): (32, [99_999], 0, {}, (None,))})
    found = compiled("a+").search("caat")
    assert found
    assert found[0] == "aa"


def test_a_place_that_takes_no_files_keeps_nothing(tmp_path: Path) -> None:
    for text, flags in _some():
        compiled(text, flags)
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    keep(tmp_path / "file")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "in the way"


def test_the_second_question_compiles_next_to_nothing_and_what_is_typed_is_not_kept(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from assistant.opening import open_assistant; from corpus import patterns\n"
        "open_assistant().ask('Zebedee Quuxworth, 4 Foxglove Road, asks: what is the status of recommendation 4?')\n"
        "print(len(patterns._new)); patterns.keep(Path(sys.argv[1]) / 'index' / 'prepared')"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    home = {"ASSISTANT_HOME": str(tmp_path), "PATH": "", "PYTHONPATH": str(ROOT)}
    first, second = (
        int(subprocess.run(command, cwd=ROOT, env=home, capture_output=True, text=True, check=True).stdout)
        for _ in range(2)
    )
    assert first > 50
    assert second < 5
    kept = b"".join(p.read_bytes() for p in (tmp_path / "index" / "prepared").glob("*.kept")).lower()
    assert b"recommendation" in kept
    assert not any(word in kept for word in (b"zebedee", b"quuxworth", b"foxglove"))
