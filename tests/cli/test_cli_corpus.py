from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from assistant.cli import main
from corpus import load
from tests.cli.command import one_line, run

EDITION = "editions/government-response.md"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def use(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_CORPUS", str(folder))


def test_check_prints_what_it_compared(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "check"]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    for document, edition in load().editions.items():
        row = re.search(rf"^{document} +([\d,]+) +([\d,]+) +(\d+) +(\d+) +0$", shown.out, re.MULTILINE)
        assert row
        assert int(row[2].replace(",", "")) == pytest.approx(len(edition.split()), rel=0.05)
    assert "15 recommendations with four parts each" in shown.out


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("by July 2012", "by June 2012", ["“june”", "“july”"]),
        ("by July 2012", "by 2012", ["“july”"]),
        ("by July 2012", "by early July 2012", ["“early”"]),
        (
            "by April 2012 and that all will have chosen to so by July 2012",
            "by July 2012 and that all will have chosen to so by April 2012",
            ["“july”", "“april”"],
        ),
    ],
    ids=["changed", "lost", "added", "moved"],
)
def test_check_names_the_words(
    old: str,
    new: str,
    words: list[str],
    corpus_copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    use(corpus_copy, monkeypatch)
    change(corpus_copy / EDITION, old, new)
    assert main(["corpus", "check"]) == 1
    shown = capsys.readouterr()
    assert one_line(shown.err)
    assert "government-response" in shown.err
    for word in words:
        assert word in shown.out.lower()


@pytest.mark.parametrize(
    "arguments", [["corpus", "show"], ["ask", "When is recommendation 14 due?"], ["index", "build"]]
)
def test_nothing_is_answered_from_an_edition_that_strays(
    arguments: list[str],
    corpus_copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    use(corpus_copy, monkeypatch)
    change(corpus_copy / EDITION, "by July 2012", "by June 2012")
    assert main(arguments) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert one_line(shown.err)
    assert shown.err.rstrip().endswith("Run: assistant corpus check")


@pytest.mark.slow
def test_an_altered_source_is_not_indexed(
    corpus_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(corpus_copy, monkeypatch)
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    change(corpus_copy / "sources" / "press-release.txt", "2012", "2013")
    change(corpus_copy / "editions" / "press-release.md", "2012", "2013")
    for arguments in (["index", "build"], ["ask", "Who speaks up for children in care homes?"]):
        assert main(arguments) == 1
        shown = capsys.readouterr()
        assert shown.out == ""
        assert "press-release: the source was altered" in shown.err
        assert shown.err.rstrip().endswith("Run: assistant corpus check")
    assert not list((tmp_path / "home").rglob("manifest.json"))


@pytest.mark.parametrize(
    "file", ["catalogue.yaml", "titles.yaml", "corrections.yaml", EDITION, "sources/press-release.txt"]
)
@pytest.mark.parametrize("damage", ["missing", "no text", "nonsense"])
def test_a_damaged_corpus_is_one_line(
    file: str,
    damage: str,
    corpus_copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    use(corpus_copy, monkeypatch)
    path = corpus_copy / file
    path.unlink()
    if damage != "missing":
        path.write_bytes(b"\xff\xfe\x00" if damage == "no text" else b"a: [b\n")
    for arguments in (["corpus", "check"], ["corpus", "show"], ["ask", "When is recommendation 14 due?"]):
        assert main(arguments) == 1
        assert one_line(capsys.readouterr().err)


def test_show_lists_recommendations_and_documents(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "show"]) == 0
    rows = capsys.readouterr().out.splitlines()
    corpus = load()
    for number, made in corpus.recommendations.items():
        status = made.status.value.replace("_", " ")
        assert any(re.match(rf"{number} +{re.escape(made.title)} +{made.theme} +{status} ", r) for r in rows)
    for document in corpus.documents:
        assert any(r.startswith(document.id) and document.title in r for r in rows)


def test_show_one_recommendation(capsys: pytest.CaptureFixture[str]) -> None:
    corpus = load()
    for number, made in corpus.recommendations.items():
        assert main(["corpus", "show", str(number)]) == 0
        shown = capsys.readouterr().out
        assert f"Recommendation {number}: {made.title}" in shown
        for part in made.passages:
            for passage in made.passages[part]:
                assert passage.text.replace("*", "") in shown.replace("*", "")
        others = [c for c in corpus.commitments if c.place.recommendation == number]
        assert all(c.when.wording in shown for c in others)


def test_show_a_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "show", "press-release"]) == 0
    shown = capsys.readouterr().out
    assert load().editions["press-release"].strip().replace("*", "") in shown.replace("*", "")


def test_show_json_is_the_object_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "show", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    corpus = load()
    assert list(shown) == ["recommendations", "passages", "commitments"]
    fourteen = next(r for r in shown["recommendations"] if r["number"] == 14)
    assert list(fourteen) == ["number", "title", "theme", "status", "parts"]
    assert (fourteen["theme"], fourteen["status"]) == (3, "accept")
    assert list(fourteen["parts"]) == ["recommendation", "munro_argument", "government_response", "timescale"]
    assert fourteen["parts"]["timescale"].endswith("by July 2012.")
    assert [p["id"] for p in shown["passages"]] == [p.id for p in corpus.passages]
    for passage in shown["passages"]:
        start, end = passage["span"]
        assert corpus.editions[passage["document"]][start:end] == passage["text"]
        assert {"recommendation", "part", "paragraph", "speaker", "lines", "headings"} <= set(passage)
    ids = {p["id"] for p in shown["passages"]}
    assert all(c["passage"] in ids for c in shown["commitments"])
    july = next(
        c for c in shown["commitments"] if (c["recommendation"], c["wording"]) == (14, "by July 2012")
    )
    assert july["what"] in july["sentence"]
    assert {k: july[k] for k in ("document", "part", "modality", "first", "last", "edtf", "past")} == {
        "document": "government-response",
        "part": "timescale",
        "modality": "by",
        "first": None,
        "last": "2012-07-31",
        "edtf": "../2012-07",
        "past": False,
    }


@pytest.mark.parametrize(
    ("what", "key", "value"), [("14", "recommendation", 14), ("press-release", "document", "press-release")]
)
def test_show_json_of_one_thing(
    what: str, key: str, value: object, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["corpus", "show", "--json"])
    everything = json.loads(capsys.readouterr().out)
    main(["corpus", "show", what, "--json"])
    some = json.loads(capsys.readouterr().out)
    assert some["passages"] == [p for p in everything["passages"] if p[key] == value]
    assert some["commitments"] == [c for c in everything["commitments"] if c[key] == value]
    assert len(some["recommendations"]) == (1 if what == "14" else 0)


def test_align_records_an_order_that_passes(
    corpus_copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(corpus_copy, monkeypatch)
    record = corpus_copy / "reading-order" / "government-response.json"
    before = record.read_bytes()
    record.unlink()
    assert main(["corpus", "check"]) == 1
    assert main(["corpus", "align", "government-response"]) == 0
    assert record.read_bytes() == before
    assert main(["corpus", "check"]) == 0
    capsys.readouterr()


def test_align_refuses_an_edition_with_other_words(
    corpus_copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(corpus_copy, monkeypatch)
    change(corpus_copy / EDITION, "by July 2012", "by June 2012")
    assert main(["corpus", "align", "government-response"]) == 1
    shown = capsys.readouterr()
    assert one_line(shown.err)
    assert "“july” stands 6 times in the corrected source" in shown.err.lower()


@pytest.mark.slow
def test_numbers_are_read_as_ascii_digits_only() -> None:
    for odd in ("²", "٣", "-1", "1" * 5000):
        done = run("corpus", "show", "--", odd)
        assert done.returncode == 2
        assert one_line(done.stderr)
