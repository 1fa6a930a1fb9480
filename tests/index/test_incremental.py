"""A build takes over what has not changed, and gives what a build from nothing gives."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index import layout
from index.build import build
from index.chunks import Chunk
from index.embedder import Embedder
from index.kept import Kept
from index.kinds import NO_KINDS
from index.manifest import Manifest, manifest_for, read_manifest
from index.retrieve import KEPT, VECTORS, Index

pytestmark = pytest.mark.slow

QUESTIONS = ("passage 7 about meals", "roads 31", "the letter to schools", "120")


class Letters:
    """Counts letters, which needs no model, and how many texts it was given."""

    name, digest, dimension = "letters", "0" * 64, 26

    def __init__(self) -> None:
        self.texts = 0
        self.questions: Embedder = self
        self.kinds = NO_KINDS
        self.turn = None

    def embed(self, texts: list[str]) -> Any:
        self.texts += len(texts)
        rows = np.array([[1 + t.lower().count(chr(97 + i)) for i in range(26)] for t in texts])
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def chunks(count: int, word: str = "roads") -> list[Chunk]:
    return [
        Chunk(f"p{n}", f"passage {n} about {word} {'abcdefghijklm'[n % 13] * (n % 17)}") for n in range(count)
    ]


def opened(location: Path, some: Sequence[Chunk], digest: str = "a" * 64) -> Index:
    return Index.open(location, Letters(), expected(some, digest))


def expected(some: Sequence[Chunk], digest: str = "a" * 64) -> Manifest:
    return manifest_for(some, digest, Letters())


def assert_like_new(location: Path, some: Sequence[Chunk], tmp_path: Path) -> None:
    """What is found at a location is what is found in an index made from nothing."""
    fresh = tmp_path / "fresh"
    build(some, "a" * 64, fresh, Letters())
    one, other = opened(location, some), opened(fresh, some)
    try:
        for question in QUESTIONS:
            dense, lexical = one.scores(question, limit=len(some))
            theirs, their_words = other.scores(question, limit=len(some))
            assert dense == pytest.approx(theirs, abs=1e-6)
            assert lexical == pytest.approx(their_words, rel=1e-6)
            assert list(lexical) == list(their_words)
        stored = one._store.get([c.passage_id for c in some])
        for chunk in some:
            assert stored[chunk.passage_id] == pytest.approx(Letters().embed([chunk.text])[0], abs=1e-6)
    finally:
        one.close()
        other.close()


@pytest.fixture
def location(tmp_path: Path) -> Path:
    build(chunks(200), "a" * 64, tmp_path / "index", Letters())
    return tmp_path / "index"


def test_only_what_changed_is_embedded(location: Path, tmp_path: Path) -> None:
    some = chunks(200)
    some[7] = Chunk("p7", "another text about meals")
    del some[31]
    some += [Chunk("p-new", "a letter to schools"), Chunk("p-again", "a letter to schools")]
    embedder, heard = Letters(), []
    build(some, "a" * 64, location, embedder, lambda done, whole: heard.append((done, whole)))
    assert embedder.texts == 3
    assert heard == [(198, 201), (201, 201)]
    assert read_manifest(layout.live(location)).removed == 2
    assert_like_new(location, some, tmp_path)


def test_a_text_under_another_id_keeps_its_vector(location: Path, tmp_path: Path) -> None:
    some = [Chunk(f"q{n}", c.text) for n, c in enumerate(chunks(200))]
    embedder = Letters()
    build(some, "a" * 64, location, embedder)
    assert embedder.texts == 0
    assert read_manifest(layout.live(location)).removed == 0  # too many for the graph to be changed
    assert_like_new(location, some, tmp_path)


def test_passages_in_another_order(location: Path, tmp_path: Path) -> None:
    some = chunks(200)[::-1]
    embedder = Letters()
    build(some, "a" * 64, location, embedder)
    assert embedder.texts == 0
    assert_like_new(location, some, tmp_path)


def test_change_after_change_makes_the_graph_anew_before_it_fills_with_what_is_gone(location: Path) -> None:
    taken = []
    for number in range(7):
        some = chunks(200)
        some[:8] = chunks(8, f"round {number}")
        build(some, "a" * 64, location, Letters())
        taken.append(read_manifest(layout.live(location)).removed)
    assert taken == [8, 16, 24, 32, 40, 0, 8]


def test_a_build_before_by_another_model_gives_nothing(location: Path) -> None:
    class Other(Letters):
        digest = "1" * 64

    embedder = Other()
    build(chunks(200), "a" * 64, location, embedder)
    assert embedder.texts == 200


@pytest.mark.parametrize("file", ["vectors.npy", "hashes.npy", "ids.npy"])
def test_damaged_vectors_are_not_taken_over(location: Path, tmp_path: Path, file: str) -> None:
    path = layout.live(location) / KEPT / file
    content = bytearray(path.read_bytes())
    content[-3] ^= 0x40
    path.write_bytes(bytes(content))
    embedder = Letters()
    build(chunks(200), "a" * 64, location, embedder)
    assert embedder.texts == 200
    assert_like_new(location, chunks(200), tmp_path)


def test_a_damaged_graph_is_made_anew_from_the_vectors(location: Path, tmp_path: Path) -> None:
    (layout.live(location) / VECTORS / "chroma.sqlite3").write_bytes(b"junk" * 5000)
    some = [*chunks(200), Chunk("more", "one more")]
    embedder = Letters()
    build(some, "a" * 64, location, embedder)
    assert embedder.texts == 1
    assert_like_new(location, some, tmp_path)


def test_the_store_before_stays_as_it_was(location: Path) -> None:
    before = layout.live(location)
    copy = location.parent / "copy"
    shutil.copytree(before, copy)
    build([*chunks(200), Chunk("more", "one more")], "a" * 64, location, Letters())
    kept = Kept.open(before / KEPT, read_manifest(before).kept_sha256)
    assert kept is not None
    assert len(kept.ids) == 200
    for path in sorted(p for p in copy.rglob("*.bin")):
        assert (before / path.relative_to(copy)).read_bytes() == path.read_bytes()
