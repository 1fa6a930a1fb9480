from __future__ import annotations

from threading import Event
from typing import Any

import numpy as np
import pytest

from index.embedder import Embedder
from index.kinds import NO_KINDS
from index.query_vectors import QueryVectors


class Held:
    """An embedder that waits until it is let go, and counts what it was given."""

    name, digest, dimension = "held", "0", 2

    def __init__(self, fails: int = 0) -> None:
        self.free, self.begun, self.texts, self._fails = Event(), Event(), list[str](), fails
        self.questions: Embedder = self
        self.kinds = NO_KINDS
        self.turn = None

    def embed(self, texts: list[str]) -> Any:
        self.begun.set()
        self.free.wait(10)
        self.texts += texts
        if len(self.texts) <= self._fails:
            raise RuntimeError("no vector")
        return np.array([[len(t), 1.0] for t in texts], dtype=np.float32)


def test_what_was_foreseen_is_embedded_once() -> None:
    embedder = Held()
    vectors = QueryVectors(embedder)
    vectors.soon("who must act")
    assert embedder.begun.wait(10)
    embedder.free.set()
    assert vectors.embed("who must act").tolist() == [12, 1]
    vectors.soon("who must act")
    assert vectors.embed("who must act").tolist() == [12, 1]
    assert embedder.texts == ["who must act"]


def test_nothing_begins_while_another_is_on_its_way() -> None:
    embedder = Held()
    vectors = QueryVectors(embedder)
    vectors.soon("one")
    vectors.soon("other")
    embedder.free.set()
    vectors.embed("one")
    assert embedder.texts == ["one"]
    assert vectors.embed("other").tolist() == [5, 1]
    vectors.soon("three")
    assert vectors.embed("three").tolist() == [5, 1]
    assert embedder.texts == ["one", "other", "three"]


def test_a_foreseen_query_that_fails_is_tried_again_by_who_needs_it() -> None:
    embedder = Held(fails=2)
    embedder.free.set()
    vectors = QueryVectors(embedder)
    vectors.soon("one")
    with pytest.raises(RuntimeError, match="no vector"):
        vectors.embed("one")
    assert vectors.embed("one").tolist() == [3, 1]


def test_no_thread_to_spare_costs_nothing_but_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_thread: object) -> None:
        raise RuntimeError("can't start new thread")

    embedder = Held()
    embedder.free.set()
    vectors = QueryVectors(embedder)
    monkeypatch.setattr("index.query_vectors.Thread.start", none)
    vectors.soon("one")
    assert vectors.embed("one").tolist() == [3, 1]


def test_the_oldest_are_forgotten() -> None:
    embedder = Held()
    embedder.free.set()
    vectors = QueryVectors(embedder)
    for n in range(300):
        vectors.embed(str(n))
    vectors.embed("299")
    vectors.embed("0")
    assert embedder.texts == [*map(str, range(300)), "0"]
