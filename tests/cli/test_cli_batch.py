from __future__ import annotations

import json
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main
from assistant.cli.batch import Asked, Unreadable, in_order, read_line, read_lines
from tests.cli.command import COMMAND, ROOT, environment, one_line, run


def lines(*values: Any) -> str:
    return "".join((v if isinstance(v, str) else json.dumps(v)) + "\n" for v in values)


GOOD: list[dict[str, Any]] = [
    {"id": "a", "question": "Was recommendation 6 accepted?"},
    {"id": "b", "question": "and when?", "history": ["Was recommendation 6 accepted?"]},
    {"id": "c", "question": "What does recommendation 16 say?", "history": []},
]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (b'{"id": "q", "question": "when?"}', Asked(1, "q", "when?", ())),
        (b'{"question": "when?"}', Asked(1, None, "when?", ())),
        (b'{"id": 7, "question": "", "history": ["a", "b"]}', Asked(1, 7, "", ("a", "b"))),
        (b'{"id": null, "question": "when?", "history": null, "set": "x"}', Asked(1, None, "when?", ())),
        (b"when?", Unreadable(1, None, "not JSON: Expecting value at column 1")),
        (b'{"question": "when?"', Unreadable(1, None, "not JSON: Expecting ',' delimiter at column 21")),
        (b'"when?"', Unreadable(1, None, 'not an object with a "question"')),
        (b"[]", Unreadable(1, None, 'not an object with a "question"')),
        (b'{"id": "q"}', Unreadable(1, "q", 'there is no "question"')),
        (b'{"id": "q", "question": null}', Unreadable(1, "q", '"question" is not a text')),
        (b'{"id": "q", "question": 6}', Unreadable(1, "q", '"question" is not a text')),
        (
            b'{"id": "q", "question": "x", "history": "y"}',
            Unreadable(1, "q", '"history" is not a list of texts'),
        ),
        (
            b'{"id": "q", "question": "x", "history": [1]}',
            Unreadable(1, "q", '"history" is not a list of texts'),
        ),
        (b'{"question": "\xe9"}', Unreadable(1, None, "not UTF-8")),
    ],
)
def test_a_line_is_a_question_or_says_why_not(line: bytes, read: Asked | Unreadable) -> None:
    assert read_line(1, line) == read


def test_lines_that_would_break_a_reader_do_not() -> None:
    deep, long = b"[" * 100_000, b'{"question": ' + b"9" * 5000 + b"}"
    for line in (deep, long):
        assert isinstance(read_line(1, line), Unreadable)


def test_empty_lines_count_and_a_byte_order_mark_does_not() -> None:
    read = list(
        read_lines([b'\xef\xbb\xbf{"question": "a"}\n', b"\n", b" \r\n", b'{"question": "b"}\r\n', b"x"])
    )
    assert read[:2] == [Asked(1, None, "a", ()), Asked(4, None, "b", ())]
    assert [r.number for r in read] == [1, 4, 5]


@pytest.mark.slow
def test_answers_come_in_order_with_their_ids(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(lines(*GOOD), encoding="utf-8")
    done = run("ask", "--json", "--batch", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["id"] for a in answers] == ["a", "b", "c"]
    assert [a["outcome"] for a in answers] == ["answered", "answered", "not_in_guidance"]
    assert [a["recommendations"] for a in answers[:2]] == [[6], [6]]


@pytest.mark.slow
def test_each_answer_is_that_of_the_single_question(capsys: pytest.CaptureFixture[str]) -> None:
    answers = [
        json.loads(line) for line in run("ask", "--batch", "-", stdin=lines(*GOOD)).stdout.splitlines()
    ]
    for item, answer in zip(GOOD, answers, strict=True):
        history = [a for h in item.get("history", []) for a in ("--history", h)]
        main(["ask", "--json", str(item["question"]), *history])
        alone = json.loads(capsys.readouterr().out)
        assert answer | {"seconds": 0} == alone | {"id": item["id"], "seconds": 0}


@pytest.mark.slow
def test_a_bad_line_costs_the_others_nothing() -> None:
    done = run("ask", "--json", "--batch", "-", stdin=lines(GOOD[0], "not json", {"id": 2}, "", GOOD[2]))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["id"] for a in answers] == ["a", None, 2, "c"]
    assert answers[1] == {"id": None, "line": 2, "error": "not JSON: Expecting value at column 1"}
    assert answers[2] == {"id": 2, "line": 3, "error": 'there is no "question"'}
    assert [a.get("outcome") for a in answers] == ["answered", None, None, "not_in_guidance"]
    assert done.returncode == 1
    assert one_line(done.stderr)
    assert "2 lines were not answered (line 2: not JSON" in done.stderr


@pytest.mark.slow
def test_an_empty_or_endless_question_is_refused_in_its_turn() -> None:
    odd = [{"id": 1, "question": ""}, {"id": 2, "question": "when " * 3000}, GOOD[0]]
    done = run("ask", "--json", "--batch", "-", stdin=lines(*odd))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(a["id"], a["outcome"], "error" in a) for a in answers] == [
        (1, "clarify", True),
        (2, "clarify", True),
        ("a", "answered", False),
    ]
    assert done.returncode == 0


@pytest.mark.slow
def test_text_that_utf8_cannot_say_stays_json() -> None:
    done = run("ask", "--batch", "-", stdin='{"id": "\\ud800", "question": "Was rec 6 accepted?\\u2028"}\n')
    assert done.returncode == 0
    assert json.loads(done.stdout)["id"] == "\ud800"
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.slow
def test_an_answer_is_there_before_the_next_question_is_asked() -> None:
    with subprocess.Popen(
        [*COMMAND, "ask", "--json", "--batch", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=environment(),
    ) as process:
        assert process.stdin
        assert process.stdout
        for item in GOOD:
            process.stdin.write(lines(item).encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == item["id"]
        process.stdin.close()
        assert process.wait(60) == 0


@pytest.mark.slow
def test_a_reader_that_leaves_is_no_error_to_report() -> None:
    with subprocess.Popen(
        [*COMMAND, "ask", "--json", "--batch", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment(),
    ) as process:
        assert process.stdout
        process.stdout.close()
        _, said = process.communicate(lines(*GOOD * 20).encode(), timeout=60)
    assert said == b""
    assert process.returncode == 141


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_is_one_line() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*COMMAND, "ask", "Was recommendation 6 accepted?"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=environment(),
            check=False,
        )
    assert done.returncode == 1
    assert one_line(done.stderr.decode())
    assert "Run: df -h" in done.stderr.decode()


@pytest.mark.usefixtures("built_home")
def test_the_model_is_loaded_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from index import exports

    loads: list[Path] = []
    load = exports.load_export
    monkeypatch.setattr(
        exports,
        "load_export",
        lambda folder, digest: loads.append(folder) or load(folder, digest),  # type: ignore[func-returns-value]
    )
    topics = ["early help", "serious case reviews", "the college of social work", "inspection by Ofsted"]
    file = tmp_path / "questions.jsonl"
    file.write_text(lines(*({"question": f"What is said about {t}?"} for t in topics)), encoding="utf-8")
    assert main(["ask", "--batch", str(file)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(topics)
    assert len(loads) == 1


def _asked(count: int) -> list[Asked]:
    return [Asked(n, n, f"question {n}", ()) for n in range(count)]


def test_answers_come_in_the_order_of_their_questions_whatever_takes_long() -> None:
    def ask(question: str, _history: tuple[str, ...]) -> str:
        number = int(question.split()[1])
        time.sleep(0.02 * (number % 3))
        return f"answer {number}"

    lines: list[Asked | Unreadable] = [*_asked(20), Unreadable(21, None, "no question")]
    found = list(in_order(lines, ask, threads=4))
    assert [line for line, _ in found] == lines
    assert [answer for _, answer in found] == [f"answer {n}" for n in range(20)] + [None]


def test_several_are_answered_at_once() -> None:
    together = threading.Barrier(3, timeout=20)
    found = list(in_order(_asked(6), lambda _question, _history: together.wait(), threads=3))
    assert len(found) == 6


def test_each_question_is_looked_at_ahead_and_a_failure_there_costs_nothing() -> None:
    seen: list[str] = []

    def look_ahead(question: str, _history: tuple[str, ...]) -> None:
        seen.append(question)
        if len(seen) == 2:
            raise RuntimeError("this is told when the question is answered, or not at all")

    lines: list[Asked | Unreadable] = [*_asked(3), Unreadable(4, None, "not JSON"), *_asked(2)]
    found = list(in_order(lines, lambda question, _history: question, look_ahead))
    questions = [line.question for line in lines if isinstance(line, Asked)]
    assert seen == [answer for _, answer in found if answer] == questions


def test_the_next_question_may_wait_for_the_answer_before() -> None:
    answered = threading.Semaphore(1)

    def lines() -> Iterator[Asked]:
        for line in _asked(5):
            assert answered.acquire(timeout=20)
            yield line

    for _ in in_order(lines(), lambda question, _history: question, threads=2):
        answered.release()


@pytest.mark.parametrize("where", ["answer", "lines"])
def test_what_goes_wrong_in_a_thread_is_told(where: str) -> None:
    def lines() -> Iterator[Asked]:
        yield from _asked(3)
        if where == "lines":
            raise OSError("the file is gone")

    def ask(question: str, _history: tuple[str, ...]) -> str:
        if where == "answer" and question.endswith("1"):
            raise OSError("the file is gone")
        return question

    made = in_order(lines(), ask, threads=2)
    assert next(made)[1] == "question 0"
    with pytest.raises(OSError, match="the file is gone"):
        list(made)
