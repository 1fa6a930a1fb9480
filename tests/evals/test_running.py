"""Runs that go to their end, and runs that do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.model import Answer
from corpus import Corpus
from evals.items import Item
from evals.lines import Line, RunError
from evals.opening import Opened
from evals.record import Configuration, Run, continued, found_run, latest_run, new_run, read_run, runs_in
from evals.running import Stopped, run_suites
from evals.scores import Reference
from evals.suites import Suite

CONFIGURATION = Configuration(
    "test", (), False, 1, "quotes", 3, "d" * 64, "data", "c" * 64, "home", "model", "a" * 64
)


class Scripted:
    """Gives one answer again and again, until it fails."""

    def __init__(self, answer: Answer, fails_at: int | None = None) -> None:
        self.answer, self.fails_at = answer, fails_at
        self.asked: list[str] = []

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        if len(self.asked) == self.fails_at:
            raise ConnectionError("the model\nhung up")
        self.asked.append(question)
        return self.answer


@pytest.fixture
def suite(make_item: Callable[..., Item]) -> Suite:
    return Suite("guidance", tuple(make_item(id=f"i{n}", question=f"q{n}") for n in range(3)), None)


def run(
    suite: Suite, assistant: Scripted, corpus: Corpus, kept: Run, model: str = "ollama:small"
) -> list[int]:
    heard: list[int] = []
    run_suites(
        [suite],
        lambda _: Opened(assistant, Reference(corpus)),
        kept.append,
        {line.key for line in kept.lines},
        lambda done, total: heard.append(done),
        "python -m evals run --resume FOLDER",
        model,
    )
    return heard


def test_every_item_leaves_a_line(suite: Suite, corpus: Corpus, right_answer: Answer, tmp_path: Path) -> None:
    kept = new_run(CONFIGURATION, tmp_path)
    assert run(suite, Scripted(right_answer), corpus, kept) == [0, 1, 2, 3]
    assert [(line.id, line.right) for line in kept.lines] == [("i0", True), ("i1", True), ("i2", True)]
    assert kept.lines[0].scores["quote_fidelity"] == 1.0


def test_a_model_that_fails_is_told_in_a_line_and_nothing_is_asked_twice(
    suite: Suite, corpus: Corpus, right_answer: Answer, tmp_path: Path
) -> None:
    kept = new_run(CONFIGURATION, tmp_path)
    with pytest.raises(Stopped) as raised:
        run(suite, Scripted(right_answer, fails_at=2), corpus, kept)
    assert str(raised.value) == (
        "Stopped at item 3 of 3, i2: ConnectionError: the model hung up. "
        "Run: python -m evals run --resume FOLDER"
    )
    assert not kept.finished
    again = Scripted(right_answer)
    run(suite, again, corpus, continued(kept.folder, CONFIGURATION))
    assert again.asked == ["q2"]
    assert len(kept.lines) == 3


def test_a_fault_of_the_assistant_keeps_its_traceback(
    suite: Suite, corpus: Corpus, right_answer: Answer, tmp_path: Path
) -> None:
    kept = new_run(CONFIGURATION, tmp_path)
    with pytest.raises(ConnectionError) as raised:
        run(suite, Scripted(right_answer, fails_at=1), corpus, kept, "quotes")
    (note,) = raised.value.__notes__
    assert note.startswith("Stopped at item 2 of 3, i1; what is answered is kept. Run: ")
    assert len(kept.lines) == 1


def test_a_line_that_was_cut_off_is_asked_again(
    suite: Suite, corpus: Corpus, right_answer: Answer, tmp_path: Path
) -> None:
    kept = new_run(CONFIGURATION, tmp_path)
    run(suite, Scripted(right_answer), corpus, kept)
    path = kept.folder / "items.jsonl"
    path.write_bytes(path.read_bytes()[:-100])
    again = Scripted(right_answer)
    run(suite, again, corpus, continued(kept.folder, CONFIGURATION))
    assert again.asked == ["q2"]
    assert [line.id for line in kept.lines] == ["i0", "i1", "i2"]


def test_a_suite_that_is_done_is_not_opened(suite: Suite, tmp_path: Path) -> None:
    def never(suite: Suite) -> Opened:
        raise AssertionError("opened")

    run_suites([suite], never, lambda line: None, {("guidance", f"i{n}") for n in range(3)})


@pytest.mark.parametrize("changes", [{"items_digest": "e" * 64}, {"corpus_hash": "f" * 64}, {"model": "x:y"}])
def test_a_run_of_something_else_is_not_continued(tmp_path: Path, changes: dict[str, Any]) -> None:
    kept = new_run(CONFIGURATION, tmp_path)
    (name,) = changes
    with pytest.raises(RunError, match=rf"cannot be continued: {name} changed since\. Run: "):
        continued(kept.folder, replace(CONFIGURATION, **changes))


def test_a_run_may_be_continued_in_another_place(tmp_path: Path) -> None:
    kept = new_run(CONFIGURATION, tmp_path)
    assert continued(kept.folder, replace(CONFIGURATION, home="elsewhere")).folder == kept.folder


def test_a_run_explains_itself(lines: tuple[Line, ...], tmp_path: Path) -> None:
    kept = new_run(CONFIGURATION, tmp_path / "runs")
    for line in lines:
        kept.append(line)
    kept.finish(lines)
    assert kept.folder.name.endswith("Z-test")
    names = {p.name for p in kept.folder.iterdir()}
    assert names == {"configuration.json", "versions.json", "items.jsonl", "aggregates.json"}
    assert '"chromadb": "1' in (kept.folder / "versions.json").read_text(encoding="utf-8")
    read = found_run(kept.folder.name, tmp_path / "runs")
    assert read.configuration == CONFIGURATION
    assert read.aggregates["sets"]["all"]["figures"]["right"]["value"] == 0.75
    assert read.lines == tuple(kept.lines)


def test_two_runs_in_one_second_have_folders_of_their_own(tmp_path: Path) -> None:
    assert len({new_run(CONFIGURATION, tmp_path).folder for _ in range(3)}) == 3


def test_the_newest_finished_run_is_taken(lines: tuple[Line, ...], tmp_path: Path) -> None:
    whole = new_run(CONFIGURATION, tmp_path)
    whole.finish(lines)
    some = new_run(replace(CONFIGURATION, sets=("status",)), tmp_path)
    some.finish(lines)
    new_run(CONFIGURATION, tmp_path)
    assert len(runs_in(tmp_path)) == 3
    assert latest_run("test", tmp_path).folder == some.folder
    assert latest_run("test", tmp_path, whole=True).folder == whole.folder
    with pytest.raises(RunError, match=r"No run of the development items in .* Run: python -m evals run"):
        latest_run("development", tmp_path)


def test_an_unfinished_run_has_no_figures(tmp_path: Path) -> None:
    kept = new_run(CONFIGURATION, tmp_path)
    with pytest.raises(RunError, match=r"was interrupted\. Run: python -m evals run --resume "):
        _ = kept.aggregates


def test_a_folder_of_another_version_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "configuration.json").write_text('{"tier": "test"}', encoding="utf-8")
    with pytest.raises(
        RunError, match=r"holds a run of format 1, this version reads 2\. Run: python -m evals run"
    ):
        read_run(tmp_path / "old")
    assert runs_in(tmp_path) == []


@pytest.mark.parametrize("text", ["[]", "{", '{"format": 2, "sets": []}'])
def test_a_damaged_folder_is_told_in_a_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "configuration.json").write_text(text, encoding="utf-8")
    with pytest.raises(RunError, match=r"configuration\.json is damaged.* Run: python -m evals run"):
        read_run(tmp_path / "run")


def test_no_folder_is_told_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"No run at .*nowhere\. Run: python -m evals run"):
        found_run("nowhere", tmp_path)


def test_a_place_that_takes_no_files_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("a file", encoding="utf-8")
    with pytest.raises(RunError, match=r"cannot be written at .*runs .*Run: "):
        new_run(CONFIGURATION, tmp_path / "runs")
