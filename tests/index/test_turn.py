"""Questions are turned towards the sentence that answers: the turn in its file, and learned."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.adapter import Adapter
from index.embedder import LocalEmbedder
from index.errors import ModelUnavailable
from index.low_rank import LowRank
from index.models import bundled_embedder
from index.turn import SHIPPED, Turn, read_turn, write_turn
from index.turning import Said, TurnCourse, teach_turn

QUARTER = Turn(LowRank(np.array([[1.0, 0.0]], np.float32), np.array([[-1.0], [1.0]], np.float32)))
"""Turns the first direction into the second and leaves that as it is."""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    write_turn(tmp_path / "new" / "sentences.npz", QUARTER, "a" * 64)
    return tmp_path / "new" / "sentences.npz"


def test_it_turns_as_it_was_written(written: Path) -> None:
    read = read_turn("a" * 64, written)
    assert read is not None
    assert read.of(np.array([1, 0], np.float32)) == pytest.approx([0, 1])
    assert read.of(np.array([0, 1], np.float32)) == pytest.approx([0, 1])
    both = read.of_all(np.array([[1, 0], [0.6, 0.8]], np.float32))
    assert np.linalg.norm(both, axis=1) == pytest.approx([1, 1])


def test_one_that_was_learned_for_another_model_turns_nothing(written: Path) -> None:
    assert read_turn("b" * 64, written) is None


def test_one_that_cannot_be_read_is_named_with_what_brings_it_back(written: Path) -> None:
    written.write_bytes(written.read_bytes()[:40])
    with pytest.raises(ModelUnavailable, match=r"missing or damaged.*Run: git checkout -- .*sentences\.npz"):
        read_turn("a" * 64, written)


def test_what_is_shipped_was_learned_for_the_adapter_that_is_shipped() -> None:
    questions = bundled_embedder().questions
    assert read_turn(questions.digest, SHIPPED) is not None
    assert questions.turn is not None
    assert bundled_embedder().turn is None


def test_another_adapter_is_not_turned(tmp_path: Path) -> None:
    other = tmp_path / "other.npz"
    other.write_bytes(b"another")
    assert bundled_embedder().with_adapter(Adapter(other)).turn is None


def test_questions_come_to_lie_where_their_sentences_do() -> None:
    """Sentences along two directions, questions along two others; none answers the third kind of question."""
    sentences = np.eye(4, dtype=np.float32)[:2]
    chance = np.random.default_rng(1)
    kinds = [(2, (0,)), (3, (1,)), (-1, (2,))]
    rows, said = [], []
    for n in range(240):
        at, right = kinds[n % 3]
        row = chance.normal(0, 0.1, 4) + (np.eye(4)[at] if at > 0 else np.ones(4) / 2)
        rows.append(row / np.linalg.norm(row))
        said.append(Said(f"question {n}", right))
    made = teach_turn(
        np.array(rows, np.float32),
        said,
        sentences,
        TurnCourse(rank=4, rounds=30, dropout=0.0, batch=24, rate=0.02),
    )
    asked = np.array([[0, 0, 1, 0], [0, 0, 0, 1], [0.5, 0.5, 0.5, 0.5]], np.float32)
    cosines = made.of_all(asked) @ sentences.T
    assert cosines[0].argmax() == 0
    assert cosines[1].argmax() == 1
    assert cosines[0].max() > cosines[2].max() < cosines[1].max()
    before = asked @ sentences.T
    assert cosines[0, 0] > before[0, 0] + 0.3


@pytest.mark.slow
def test_a_deed_never_asked_about_lies_nearer_to_its_own_sentence(embedder: LocalEmbedder) -> None:
    """Two sentences of a document that the model was never taught from: the deed asked about is the second."""
    sentences = [
        "The harbour board will report on dredging by March 2031.",
        "The harbour board will also repaint the old lighthouse.",
    ]
    questions = embedder.questions
    assert questions.turn is not None
    asked = questions.turn.of(questions.embed(["when does the lighthouse get its new coat of paint?"])[0])
    own, other = embedder.embed(sentences)[::-1] @ asked
    assert own > other
