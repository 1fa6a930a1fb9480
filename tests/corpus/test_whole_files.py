"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpus.whole_files import read_whole, write_whole


def test_it_is_read_as_it_was_written_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "some.kept"
    write_whole(path, b"first")
    write_whole(path, b"second")
    assert read_whole(path) == b"second"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("damage", [b"", b"short", None])
def test_what_was_changed_is_not_read(tmp_path: Path, damage: bytes | None) -> None:
    path = tmp_path / "some.kept"
    write_whole(path, b"some words")
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + b"?" if damage is None else damage)
    assert read_whole(path) is None


def test_a_write_that_fails_leaves_the_file_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "some.kept"
    write_whole(path, b"before")

    def full(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="no space"):
        write_whole(path, b"after")
    assert read_whole(path) == b"before"
    assert list(tmp_path.iterdir()) == [path]
