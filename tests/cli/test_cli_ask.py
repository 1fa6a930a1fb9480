from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.language.clean import MAX_CHARACTERS
from corpus import load
from tests.cli.command import one_line, run

QUESTION = "What is the timescale for recommendation 14?"
CITATION = {"n", "document", "recommendation", "part", "paragraph", "quote", "speaker", "locator", "passage"}


@pytest.mark.slow
def test_json_is_the_object_of_the_contract() -> None:
    done = run("ask", QUESTION, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert len(done.stdout.splitlines()) == 1
    assert {"id", "question", "outcome", "answer", "citations", "recommendations", "dates"} <= set(answer)
    assert {"notices", "reason", "model", "seconds"} <= set(answer)
    assert (answer["id"], answer["question"], answer["outcome"]) == (None, QUESTION, "answered")
    assert (answer["recommendations"], answer["reason"], answer["model"]) == ([14], None, "quotes")
    assert {"wording": "by July 2012", "edtf": "../2012-07"} in answer["dates"]
    assert 0 < answer["seconds"] < 10
    corpus = load()
    for citation in answer["citations"]:
        assert set(citation) >= CITATION
        assert citation["quote"] in corpus.editions[citation["document"]]
        assert citation["quote"] in corpus.by_id[citation["passage"]].text
        assert f"[{citation['n']}]" in answer["answer"]


def test_a_pipe_gets_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", QUESTION]) == 0
    shown = capsys.readouterr()
    assert "by July 2012" in shown.out
    assert "> [1] “" in shown.out
    assert not {"\x1b", "│"} & set(shown.out)
    assert "**" not in shown.out
    assert shown.err == ""


def test_words_need_no_quotation_marks(capsys: pytest.CaptureFixture[str]) -> None:
    main(["ask", "--json", *QUESTION.split()])
    assert json.loads(capsys.readouterr().out)["question"] == QUESTION


def test_history_makes_a_follow_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "and when?", "--history", "Was recommendation 6 accepted?", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["recommendations"] == [6]
    main(["ask", "and when?", "--history", "Was recommendation 6 accepted?"])
    assert capsys.readouterr().out.startswith(f"Read as: {answer['understood']}\n")


def test_a_refusal_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "What does recommendation 16 say?", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["outcome"], answer["reason"]) == ("not_in_guidance", "out_of_range")


@pytest.mark.parametrize(
    "question", ["", "   ", "\n\t", "\x00\x07", "?!", "x" * (MAX_CHARACTERS + 1), "when " * 3000]
)
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_no_question_or_far_too_much_of_one(
    question: str, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", *options, question]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert one_line(shown.err)
    assert "assistant ask" in shown.err


@pytest.mark.slow
def test_control_characters_neither_matter_nor_come_back() -> None:
    done = run("ask", "What is the timescale\x07 for recommendation \x1b14?\u200b", "--json")
    assert done.returncode == 0
    answer = json.loads(done.stdout)
    assert answer["recommendations"] == [14]
    assert not any(ord(c) < 32 for c in answer["question"])


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["C", "POSIX", "en_GB.ISO-8859-1"])
def test_output_is_utf8_whatever_the_locale(locale: str) -> None:
    done = run("ask", QUESTION, LC_ALL=locale, LANG=locale, PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "“" in done.stdout


@pytest.mark.slow
def test_bytes_that_are_no_text_do_no_harm() -> None:
    done = run("ask", "--json", "recommendation 14 timescale \udce9\udcff")
    assert done.returncode == 0
    assert json.loads(done.stdout)["outcome"] == "answered"


@pytest.mark.slow
def test_a_question_that_names_its_place_needs_no_index(tmp_path: Path) -> None:
    done = run("ask", QUESTION, ASSISTANT_HOME=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    # What is read from the corpus is kept for the next start; no model and no vectors are made.
    assert [p.name for p in (tmp_path / "index").iterdir()] == ["prepared"]


def test_an_index_is_built_where_a_question_needs_one(exported_home: Path) -> None:
    done = run(
        "ask", "Who speaks up for children in care homes?", "--json", ASSISTANT_HOME=str(exported_home)
    )
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.startswith("Building the index of ")
    assert "\x1b" not in done.stderr
    assert (exported_home / "index" / "current").is_file()


@pytest.mark.slow
def test_a_home_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    home = str(tmp_path / "file" / "home")
    done = run("ask", "Who speaks up for children in care homes?", ASSISTANT_HOME=home)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1].endswith("Run: ASSISTANT_HOME=FOLDER assistant index build")
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_model_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    question = "Who speaks up for children in care homes?"
    done = run(
        "ask", question, ASSISTANT_EMBEDDING_MODEL=str(tmp_path), ASSISTANT_HOME=str(tmp_path / "home")
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert one_line(done.stderr)
    assert done.stderr.rstrip().endswith("Run: unset ASSISTANT_EMBEDDING_MODEL")


def test_an_error_that_nobody_foresaw_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("assistant.opening.prepared", broken)
    with pytest.raises(ZeroDivisionError):
        main(["ask", QUESTION])


@pytest.mark.slow
def test_a_live_concern_in_a_question_too_long_to_read_is_met_all_the_same() -> None:
    filler = "The minutes of the last meeting were agreed and the next agenda was drawn up. " * 160
    done = run("ask", filler + "My neighbour is hitting her little boy right now and he is screaming.")
    assert done.returncode == 2
    assert "call 999" in done.stderr
    assert "characters" in done.stderr
    assert "call 999" not in run("ask", filler).stderr
