"""The adapter for questions: in its file, added to the weights, and learned."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from corpus import load
from index.adapter import SHIPPED, Adapter, write_adapter
from index.embedder import LocalEmbedder
from index.errors import ModelUnavailable
from index.kinds import NO_KINDS, Kinds
from index.low_rank import LowRank
from index.models import bundled_embedder
from index.reference import Reference
from index.teaching import Course, Example, teach

LAYER = "layer.0.attention.self.query"
KINDS = Kinds(("rude",), np.array([[3.0, 0.0]], np.float32), np.array([-1.0], np.float32))


@pytest.fixture
def written(tmp_path: Path) -> Path:
    added = LowRank(np.full((2, 384), 0.25, np.float32), np.full((384, 2), -0.5, np.float32))
    write_adapter(tmp_path / "new" / "questions.npz", {LAYER: added}, KINDS, "a" * 64)
    return tmp_path / "new" / "questions.npz"


def test_it_is_read_as_it_was_written(written: Path) -> None:
    read = Adapter(written).layers()
    assert list(read) == [LAYER]
    assert read[LAYER].up.dtype == np.float32
    assert (read[LAYER].up @ read[LAYER].down == -0.25).all()
    kinds = Adapter(written).kinds()
    assert kinds.of(np.array([1, 0], np.float32))["rude"] == pytest.approx(1 / (1 + math.exp(-2)))
    assert kinds.of(np.array([0, 1], np.float32))["rude"] == pytest.approx(1 / (1 + math.exp(1)))


def test_one_without_kinds_tells_none(tmp_path: Path) -> None:
    write_adapter(tmp_path / "plain.npz", {}, NO_KINDS, "a" * 64)
    assert Adapter(tmp_path / "plain.npz").kinds().of(np.array([1, 0], np.float32)) == {}


def test_it_fits_only_the_weights_that_it_was_learned_for(written: Path) -> None:
    assert Adapter(written).fits("a" * 64)
    assert not Adapter(written).fits("b" * 64)


@pytest.mark.parametrize("damage", ["missing", "cut", "other", "a bit"])
def test_one_that_cannot_be_read_is_named_with_what_brings_it_back(written: Path, damage: str) -> None:
    whole = written.read_bytes()
    written.unlink()
    if damage != "missing":
        middle = len(whole) // 2
        flipped = bytes([*whole[:middle], whole[middle] ^ 1, *whole[middle + 1 :]])
        written.write_bytes(
            {"cut": whole[: len(whole) // 2], "other": b"no adapter", "a bit": flipped}[damage]
        )
    with pytest.raises(ModelUnavailable, match=r"missing or damaged.*Run: git checkout -- .*questions\.npz"):
        Adapter(written).layers()


def test_what_is_shipped_fits_the_bundled_model_and_passages_are_embedded_without_it() -> None:
    bundled = bundled_embedder()
    assert Adapter(SHIPPED).fits(bundled.digest)
    assert bundled.adapter is None
    assert bundled.questions.adapter is not None
    assert bundled.questions.digest != bundled.digest
    assert bundled.questions.questions is bundled.questions


@pytest.mark.slow
def test_it_is_added_to_the_weights(written: Path) -> None:
    folder = bundled_embedder().folder
    plain, adapted = Reference(folder), Reference(folder, Adapter(written).layers())
    assert (plain.embed(["When?"]) * adapted.embed(["When?"])).sum() < 0.9995


@pytest.mark.slow
def test_a_model_without_such_a_layer_does_not_take_it(written: Path) -> None:
    added = {"layer.99.dense": Adapter(written).layers()[LAYER]}
    with pytest.raises(ValueError, match=r"no layer layer\.99\.dense"):
        Reference(bundled_embedder().folder, added)


@pytest.mark.slow
def test_questions_come_nearer_to_what_answers_them_and_others_stay_away() -> None:
    folder = bundled_embedder().folder
    passages = Reference(folder).embed(
        ["The herd gives milk twice a day.", "Trains leave at ten.", "Bread is baked."]
    )
    examples = [
        Example("how often are the cows attended to", (0,), {"alarm": False}),
        Example("what time do we set off", (1,), {"alarm": False}),
        Example("where do loaves come from", (2,), {"alarm": False}),
        Example("who painted the ceiling", (), {"alarm": False}),
        Example("the calf is bleeding, what do I do", None, {"alarm": True}),
        Example("who milks, and should I call the vet now", (0,)),
    ]
    made = teach(folder, examples * 10, passages, course=Course(rounds=6, batch=8))
    asked = ["cows attended to how often", "when do we set off", "loaves: where from", "who painted it"]
    adapted = Reference(folder, made.layers)
    before, after = (Reference(folder).embed(asked) @ passages.T, adapted.embed(asked) @ passages.T)
    alarm, calm = adapted.embed(["help, my calf bleeds", "when do we set off"])
    assert made.kinds.names == ("alarm",)
    assert made.kinds.of(alarm)["alarm"] > 0.5 > made.kinds.of(calm)["alarm"]
    assert [int(row.argmax()) for row in after[:3]] == [0, 1, 2]
    assert (after.max(axis=1)[:3] > before.max(axis=1)[:3]).all()
    assert after[3].max() < after[:3].max(axis=1).min()


@pytest.mark.slow
def test_the_shipped_one_finds_what_a_question_never_seen_means(embedder: LocalEmbedder) -> None:
    """Its words stand in no passage: the plain model prefers another."""
    passages = [p for p in load().passages if p.recommendation is not None]
    vectors = embedder.embed([p.text for p in passages])
    asked = "Will somebody at the top of Whitehall speak for the profession?"
    nearest = passages[int((vectors @ embedder.questions.embed([asked])[0]).argmax())]
    assert nearest.recommendation == 15


@pytest.mark.slow
def test_texts_of_other_fields_stay_where_they_were() -> None:
    folder = bundled_embedder().folder
    plain = Reference(folder)
    passages = plain.embed(["The herd gives milk twice a day.", "Trains leave at ten."])
    examples = [
        Example("how often are the cows attended to", (0,), {"alarm": False}),
        Example("what time do we set off", (1,), {"alarm": False}),
    ] * 20
    others = [
        "How is a violin tuned?",
        "which tyres fit in winter",
        "Who may vote by post?",
        "Bread is baked at dawn.",
    ]
    unseen = ["How are pianos tuned?", "may I vote from abroad"]
    moved, held = (
        Reference(folder, teach(folder, examples, passages, some, Course(rounds=4, batch=8)).layers).embed(
            unseen
        )
        for some in ([], others)
    )
    before = plain.embed(unseen)
    assert ((held * before).sum(axis=1) > (moved * before).sum(axis=1)).all()
