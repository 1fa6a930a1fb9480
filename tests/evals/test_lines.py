from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evals.lines import Line, RunError, dumped, read_lines


def written(folder: Path, text: str) -> Path:
    path = folder / "items.jsonl"
    path.write_text(text, encoding="utf-8")
    return path


def test_lines_are_read_as_they_were_written(lines: tuple[Line, ...], tmp_path: Path) -> None:
    read = read_lines(written(tmp_path, "".join(dumped(line) + "\n" for line in lines)))
    assert [dumped(line) for line in read] == [dumped(line) for line in lines]
    assert [line.key for line in read] == [("guidance", f"i{n}") for n in (1, 2, 3, 4)]


def test_a_line_that_was_cut_off_is_left_out(lines: tuple[Line, ...], tmp_path: Path) -> None:
    text = "".join(dumped(line) + "\n" for line in lines)
    assert len(read_lines(written(tmp_path, text[:-40]))) == 3


def test_nothing_written_yet_is_no_fault(tmp_path: Path) -> None:
    assert read_lines(tmp_path / "items.jsonl") == ()


@pytest.mark.parametrize("damage", ["{}\n", "no JSON\n", '{"history": 3}\n'])
def test_a_damaged_line_is_named(lines: tuple[Line, ...], tmp_path: Path, damage: str) -> None:
    with pytest.raises(RunError, match=r"items\.jsonl:2 of the run is damaged .* Run: python -m evals run"):
        read_lines(written(tmp_path, dumped(lines[0]) + "\n" + damage))


def test_what_belongs_together_shares_a_cluster(lines: tuple[Line, ...]) -> None:
    assert [line.cluster for line in lines] == ["recommendation 5", "recommendation 5", "i3", "i4"]


def test_checks_and_scores_have_values_by_name(lines: tuple[Line, ...]) -> None:
    right, wrong = lines[:2]
    assert (right.value("place"), wrong.value("place"), right.value("reason")) == (1.0, 0.0, None)
    assert (right.value("quote_fidelity"), wrong.value("quote_fidelity")) == (1.0, 0.0)
    assert right.value("hit@1") is None
    assert "place" in wrong.failed
    assert "right" not in wrong.failed


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_signs_that_unicode_takes_for_line_ends_stay_within_their_line(
    lines: tuple[Line, ...], tmp_path: Path, sign: str
) -> None:
    asked = replace(lines[0], question=f"When?{sign}And who?")
    (read,) = read_lines(written(tmp_path, dumped(asked) + "\n"))
    assert read.question == asked.question
