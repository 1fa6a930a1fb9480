from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from corpus import Corpus, load
from evals.checking import check
from evals.items import SETS, GoldPlace, Item, ItemError, item_lines, load_items, parse_item


@pytest.fixture(scope="module")
def real() -> Corpus:
    return load()


def item(**changes: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": "x1",
        "set": "timescales",
        "question": "When is recommendation 14 due?",
        "history": [],
        "outcome": "answered",
        "notices": [],
        "recommendations": [14],
        "places": [asdict(GoldPlace("government-response", 14, "timescale", None))],
        "evidence": ["all that   will have\nchosen".replace("all that", "that all")],
        "dates": ["by July 2012"],
    }
    return made | changes


def problems(corpus: Corpus, folder: Path, *items: dict[str, Any] | str) -> tuple[str, ...]:
    tier = folder / "development"
    tier.mkdir(exist_ok=True)
    lines = [i if isinstance(i, str) else json.dumps(i) for i in items]
    (tier / "some.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return check(corpus, folder, teaching=folder / "none").problems


def test_a_sound_item_passes_whatever_its_white_space(real: Corpus, tmp_path: Path) -> None:
    assert problems(real, tmp_path, item()) == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"evidence": ["that all will have chosen to so by July 2013"]},
            "evidence is not in government-response",
        ),
        ({"evidence": [" "]}, "evidence is not in"),
        ({"dates": ["by July 2013"]}, "date is not in government-response: 'by July 2013'"),
        (
            {"places": [asdict(GoldPlace("government-response", 16, "timescale", None))]},
            "no passage stands at",
        ),
        ({"places": [asdict(GoldPlace("letter", None, "narrative", None))]}, "no passage stands at letter"),
        ({"recommendations": [14, 16]}, "no recommendation 16"),
        ({"outcome": "solved", "reason": "unclear"}, "unknown outcome 'solved'"),
        ({"outcome": "clarify"}, "a reason belongs to what is not answered"),
        ({"reason": "unclear"}, "a reason belongs to what is not answered"),
        ({"outcome": "clarify", "reason": "no idea"}, "unknown reason 'no idea'"),
        ({"notices": ["fire"]}, "unknown notice 'fire'"),
        ({"question": " "}, "no question"),
        ({"twin": "x9"}, "its twin x9 is not in the tier"),
        ({"shape": 3}, "unknown keys ['shape']"),
        ({"places": [{"document": "government-response"}]}, "is not an item"),
        ({"dates": "by July 2012"}, "dates must hold a list"),
        ({"question": 14}, "question must hold a text"),
    ],
)
def test_each_fault_is_named(real: Corpus, tmp_path: Path, changes: dict[str, Any], said: str) -> None:
    found = problems(real, tmp_path, item(**changes))
    assert len(found) == 1
    assert said in found[0]


def test_evidence_of_another_document_does_not_count(real: Corpus, tmp_path: Path) -> None:
    councils = [asdict(GoldPlace("letter-to-councils", None, "narrative", None))]
    found = problems(real, tmp_path, item(places=councils, recommendations=[], dates=[]))
    assert len(found) == 1
    assert "letter-to-councils" in found[0]


def test_an_id_that_comes_twice_and_twins_that_disagree(real: Corpus, tmp_path: Path) -> None:
    found = problems(real, tmp_path, item(), item(), item(id="x2", twin="x3"), item(id="x3", twin="x1"))
    assert found == ("x1: the id comes 2 times", "x2: its twin x3 names x1 as twin")


def test_every_bad_line_is_told_with_its_place(real: Corpus, tmp_path: Path) -> None:
    found = problems(real, tmp_path, "{", "[]", item(), "")
    assert [f.split(" ")[0] for f in found] == ["development/some.jsonl:1", "development/some.jsonl:2"]


def test_questions_in_two_tiers_are_remarked(real: Corpus, tmp_path: Path) -> None:
    for tier, name, question in (("development", "a", "When is R14 due?"), ("test", "b", "when is  r14 due")):
        (tmp_path / tier).mkdir()
        line = json.dumps(item(id=name, question=question, other_dates=["by July 2013"]))
        (tmp_path / tier / "some.jsonl").write_text(line, encoding="utf-8")
    checked = check(real, tmp_path, teaching=tmp_path / "none")
    assert checked.items == {"development": 1, "test": 1}
    assert checked.problems == ()
    assert len(checked.remarks) == 2
    assert "development and test" in checked.remarks[0]
    assert "'by July 2013'" in checked.remarks[1]


@pytest.mark.slow
def test_the_items_of_the_repository_are_sound(real: Corpus) -> None:
    checked = check(real)
    assert checked.problems == ()
    assert checked.items["development"] >= 150
    assert not [remark for remark in checked.remarks if remark.startswith("in ")]


def test_what_was_written_for_teaching_is_checked_and_held_against_the_test(
    real: Corpus, tmp_path: Path
) -> None:
    tier = tmp_path / "sets" / "test"
    tier.mkdir(parents=True)
    (tier / "some.jsonl").write_text(json.dumps(item()), encoding="utf-8")
    lesson = {"question": "When is recommendation 14 due", "document": "government-response"}
    file = tmp_path / "lessons" / "one.jsonl"
    file.parent.mkdir()
    file.write_text(json.dumps(lesson | {"evidence": item()["evidence"][0]}), encoding="utf-8")
    checked = check(real, tier.parent, teaching=file.parent)
    assert checked.problems == ()
    assert checked.remarks == ("in teaching and test: when is recommendation 14 due",)
    file.write_text(json.dumps(lesson | {"evidence": "what nobody wrote"}), encoding="utf-8")
    (problem,) = check(real, tier.parent, teaching=file.parent).problems
    assert problem.startswith("one.jsonl:1: its evidence stands in no passage")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ItemError, match=r"some\.jsonl cannot be read .* Run: git checkout -- "):
        item_lines(path)


def test_items_are_read_as_they_were_written() -> None:
    read = parse_item(json.dumps(item()), "here")
    assert isinstance(read, Item)
    assert read.places == (GoldPlace("government-response", 14, "timescale", None),)
    assert read.other_dates == ()
    with pytest.raises(ItemError, match=r"here is not JSON .* python -m evals check"):
        parse_item("{", "here")


def test_a_tier_that_is_not_there_is_told_with_those_that_are() -> None:
    known = sorted(p.name for p in SETS.iterdir() if p.is_dir())
    with pytest.raises(ItemError, match=f"there are: {', '.join(known)}"):
        load_items("nowhere")
