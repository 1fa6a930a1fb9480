from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assistant.cli import main
from assistant.quiz.formats import FORMATS
from assistant.quiz.formats.kahoot import HEADER_ROW
from tests.cli.command import one_line, run

KEYS = set("id kind stem options key explanation citations recommendation difficulty level".split())


def made(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> dict[str, object]:
    assert main(["quiz", *arguments]) == 0
    shown = capsysbinary.readouterr()
    assert shown.err == b""
    quiz = json.loads(shown.out.decode("utf-8"))
    assert isinstance(quiz, dict)
    return quiz


def test_json_on_standard_output_is_that_of_the_contract(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    quiz = made(capsysbinary, "--count", "12", "--seed", "7")
    assert set(quiz) == {"items", "seed"}
    assert quiz["seed"] == 7
    items = quiz["items"]
    assert isinstance(items, list)
    assert len(items) == 12
    assert all(set(i) == KEYS for i in items)
    assert all(c["quote"] in i["explanation"] for i in items for c in i["citations"])


def test_what_is_chosen_is_what_comes(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    arguments = ("--count", "20", "--theme", "3", "--kind", "choice", "--seed", "7")
    items = made(capsysbinary, *arguments)["items"]
    assert isinstance(items, list)
    assert len(items) == 20
    assert {i["kind"] for i in items} == {"choice"}
    assert {i["recommendation"] for i in items} <= {11, 12, 14, 15, None}
    assert items == made(capsysbinary, *arguments)["items"]


def test_names_may_have_hyphens_or_underscores_and_be_several(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    arguments = "--recommendation 14 --kind true-false --kind GAP_FILL --level recall --difficulty medium --difficulty hard"
    items = made(capsysbinary, *arguments.split())["items"]
    assert isinstance(items, list)
    assert {i["kind"] for i in items} <= {"true_false", "gap_fill"}
    assert {i["recommendation"] for i in items} == {14}
    assert {i["level"] for i in items} == {"recall"}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_a_file(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / f"quiz{FORMATS[name].suffix}"
    assert main(["quiz", "--count", "6", "--kind", "choice", "--format", name, "--output", str(target)]) == 0
    assert target.stat().st_size > 100
    assert list(tmp_path.iterdir()) == [target]
    shown = capsys.readouterr()
    assert shown.out == ""
    assert f"Written to {target}." in shown.err


def test_every_format_is_named_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    main(["quiz", "--help"])
    shown = " ".join(capsys.readouterr().out.split()).replace("- ", "-")
    named = shown.split("Formats: ")[1].split(".")[0].split(", ")
    assert set(named) == set(FORMATS)


@pytest.mark.parametrize("name", ["aiken", "kahoot"])
def test_a_quiz_is_drawn_from_what_its_format_can_hold(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "quiz"
    assert main(["quiz", "--count", "30", "--format", name, "--output", str(target)]) == 0
    told = capsys.readouterr().err
    assert f"{name} can hold " in told
    assert "left out" not in told
    if name == "aiken":
        assert target.read_text(encoding="utf-8").count("ANSWER: ") == 30
    else:
        rows = (
            load_workbook(target.open("rb")).worksheets[0].iter_rows(min_row=HEADER_ROW + 1, values_only=True)
        )
        assert sum(row[1] is not None for row in rows) == 30


def test_more_than_a_format_can_hold_says_how_many_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quiz", "--count", "600", "--format", "kahoot"]) == 1
    shown = capsys.readouterr()
    assert (shown.out, one_line(shown.err)) == ("", True)
    there = shown.err.split("There are ")[1].split()[0]
    assert int(there) >= 100
    assert "that kahoot can hold, not 600." in shown.err
    assert shown.err.rstrip().endswith(f"Run: assistant quiz --format kahoot --count {there}")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("--theme 9", "There is no theme 9; there are 1, 2, 3, 4."),
        ("--recommendation 16", "There is no recommendation 16; there are 1, 2, 3"),
        ("--document letters/nhs", "There is no document 'letters/nhs'; there are government-response, "),
        ("--count 0", "0 is not in the range x>=1"),
        ("--count many", "'many' is not a valid integer"),
        ("--kind riddle", "there is no kind 'riddle'; there are choice, multiple-response, "),
        ("--level expert", "there is no level 'expert'; there are recall, understanding."),
        ("--difficulty insane", "there is no difficulty 'insane'; there are easy, medium, hard."),
        ("--format docx/pdf", "There is no format 'docx/pdf'; there are moodle-xml, "),
        ("surplus", "unexpected extra argument"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(
    arguments: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["quiz", *arguments.split()]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert one_line(shown.err)
    assert says in shown.err
    assert shown.err.rstrip().endswith("Run: assistant quiz --help")


@pytest.mark.parametrize("count", ["2000", "1000000"])
def test_more_than_there_is_says_how_many_there_are(count: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quiz", "--count", count, "--theme", "2"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert one_line(shown.err)
    there = shown.err.split("There are ")[1].split()[0]
    assert shown.err.rstrip().endswith(f"not {count}. Run: assistant quiz --count {there}")
    assert main(["quiz", "--count", there, "--theme", "2"]) == 0


@pytest.mark.parametrize("where", ["no-such-folder/quiz.json", "", "file/quiz.json"])
def test_an_output_that_cannot_be_written_is_one_line_and_nothing_is_left(
    where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    assert main(["quiz", "--output", str(tmp_path / where)]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert one_line(shown.err)
    assert "cannot be written" in shown.err
    assert [p.name for p in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


def test_a_file_is_replaced_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "quiz.json"
    target.write_text("x" * 1_000_000, encoding="utf-8")
    assert main(["quiz", "--count", "1", "--output", str(target)]) == 0
    assert len(json.loads(target.read_text(encoding="utf-8"))["items"]) == 1
    capsys.readouterr()


@pytest.mark.slow
def test_as_people_run_it() -> None:
    done = run("quiz", "--count", "2", "--kind", "short-answer")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout)["items"]) == 2
