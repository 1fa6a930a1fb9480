"""The same index with its vectors on a real Chroma server, which other processes share."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from index.build import build, ensure
from index.chroma import drop
from index.chunks import Chunk
from index.embedder import Embedder, LocalEmbedder
from index.errors import DamagedIndex, NoServer, StaleIndex
from index.kinds import NO_KINDS
from index.manifest import Manifest, manifest_for
from index.retrieve import Index
from index.settings import IndexSettings, SettingError
from index.store import VectorStore

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = ("When do the new school menus come out?", "why do holes in the street hurt people", "libraries")


def _port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Chroma server on this machine."""
    port, folder = _port(), tmp_path_factory.mktemp("server")
    command = Path(sys.executable).with_name("chroma")
    process = subprocess.Popen(
        [str(command), "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(200):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        else:
            pytest.fail("the server does not start")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


class Counting:
    """The real embedder, with a count of the texts it was given."""

    def __init__(self, embedder: LocalEmbedder) -> None:
        self._embedder, self.texts = embedder, 0
        self.questions: Embedder = self
        self.kinds = NO_KINDS
        self.turn = None
        self.name, self.digest, self.dimension = embedder.name, embedder.digest, embedder.dimension

    def embed(self, texts: list[str]) -> Any:
        self.texts += len(texts)
        return self._embedder.embed(texts)


@pytest.fixture
def expected_there(
    chunks: tuple[Chunk, ...], corpus_hash: str, embedder: LocalEmbedder, server: str
) -> Manifest:
    return manifest_for(chunks, corpus_hash, embedder, server)


def test_the_same_answers_as_beside_the_program(
    tmp_path: Path,
    chunks: tuple[Chunk, ...],
    corpus_hash: str,
    embedder: LocalEmbedder,
    index: Index,
    server: str,
) -> None:
    there = ensure(chunks, corpus_hash, tmp_path, embedder, server=server)
    for question in QUESTIONS:
        hits, here = there.search(question, 8), index.search(question, 8)
        assert [(h.passage_id, h.channel) for h in hits] == [(h.passage_id, h.channel) for h in here]
        assert [h.score for h in hits] == pytest.approx([h.score for h in here], abs=1e-5)
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda q: there.search(q, 8), QUESTIONS * 8))
    assert together == [there.search(q, 8) for q in QUESTIONS] * 8
    there.close()


def test_another_process_finds_them_there_and_embeds_nothing(
    tmp_path: Path, chunks: tuple[Chunk, ...], corpus_hash: str, embedder: LocalEmbedder, server: str
) -> None:
    build(chunks, corpus_hash, tmp_path / "one", embedder, server=server)
    counting = Counting(embedder)
    other = ensure(chunks, corpus_hash, tmp_path / "other", counting, server=server)
    assert counting.texts == 0
    assert other.search(QUESTIONS[0], 1)[0].passage_id.endswith("new-menus-will-be")
    other.close()


@pytest.mark.slow
def test_two_that_fill_a_server_at_once_share_one_collection(tmp_path: Path, server: str) -> None:
    code = """
import sys
from pathlib import Path
import numpy as np
from index.build import ensure
from index.chunks import Chunk
from index.kinds import NO_KINDS

class Letters:
    name, digest, dimension = "letters", "0" * 64, 26
    @property
    def questions(self):
        return self
    kinds = NO_KINDS
    turn = None
    def embed(self, texts):
        rows = np.array([[1 + t.lower().count(chr(97 + i)) for i in range(26)] for t in texts])
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

chunks = [Chunk(f"p{n}", f"passage {n} " + "abcdefghij"[n % 10] * (n % 17)) for n in range(300)]
index = ensure(chunks, "b" * 64, Path(sys.argv[1]), Letters(), server=sys.argv[2])
print(index.manifest.collection, index.search("passage 7", 1)[0].passage_id)
"""
    both = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / name), server],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "other")
    ]
    printed = [process.communicate(timeout=120)[0].split() for process in both]
    assert printed[0] == printed[1]
    assert printed[0][1] == "p7"
    import chromadb

    port = int(server.rsplit(":", 1)[1])
    names = [c.name for c in chromadb.HttpClient("127.0.0.1", port).list_collections()]
    assert [n for n in names if n.startswith(printed[0][0])] == [printed[0][0]]


def test_a_collection_that_is_gone_is_filled_again(
    tmp_path: Path,
    chunks: tuple[Chunk, ...],
    corpus_hash: str,
    embedder: LocalEmbedder,
    expected_there: Manifest,
) -> None:
    build(chunks, corpus_hash, tmp_path, embedder, server=expected_there.server)
    drop(expected_there.server, expected_there.collection)
    with pytest.raises(DamagedIndex, match=r"Run: assistant index build$"):
        Index.open(tmp_path, embedder, expected_there)
    counting = Counting(embedder)
    ensure(chunks, corpus_hash, tmp_path, counting, server=expected_there.server).close()
    assert counting.texts == 0  # the build before kept them


def test_vectors_elsewhere_are_another_index(
    built: Path, embedder: LocalEmbedder, expected_there: Manifest
) -> None:
    with pytest.raises(
        StaleIndex, match=rf"made from server none; this program has server {expected_there.server}"
    ):
        Index.open(built, embedder, expected_there)


def test_no_server_is_told_and_nothing_is_built(
    tmp_path: Path, chunks: tuple[Chunk, ...], corpus_hash: str, embedder: LocalEmbedder
) -> None:
    nowhere = f"http://127.0.0.1:{_port()}"
    with pytest.raises(
        NoServer, match=rf"server at {nowhere} cannot be used .* Run: unset CHROMA_URL$"
    ) as raised:
        ensure(chunks, corpus_hash, tmp_path, embedder, server=nowhere)
    assert "\n" not in str(raised.value)
    assert [p.name for p in tmp_path.iterdir() if p.is_dir()] == []


def test_a_server_that_goes_away_is_told(
    tmp_path: Path, chunks: tuple[Chunk, ...], corpus_hash: str, embedder: LocalEmbedder, server: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    index = ensure(chunks, corpus_hash, tmp_path, embedder, server=server)

    def refused(*_: object, **__: object) -> None:
        raise ConnectionError("connection refused")

    monkeypatch.setattr(index._store._collection, "query", refused)
    with pytest.raises(NoServer, match=r"connection refused"):
        index.search("a question asked now", 3)


@pytest.mark.parametrize("given", ["localhost:8000", "ftp://somewhere", "http://", "8000"])
def test_an_address_that_is_none_is_told(given: str) -> None:
    with pytest.raises(SettingError, match=r"Run: export CHROMA_URL=http://localhost:8000$"):
        IndexSettings.from_environment({"CHROMA_URL": given})


def test_the_address_of_the_settings() -> None:
    assert IndexSettings.from_environment({"CHROMA_URL": " http://box:8000/ "}).server == "http://box:8000"
    assert IndexSettings.from_environment({}).server is None


def test_a_collection_that_is_not_whole_is_replaced(
    tmp_path: Path,
    chunks: tuple[Chunk, ...],
    corpus_hash: str,
    embedder: LocalEmbedder,
    expected_there: Manifest,
) -> None:
    build(chunks, corpus_hash, tmp_path, embedder, server=expected_there.server)
    broken = VectorStore.open(expected_there.server, len(chunks), expected_there.collection)
    broken.remove([chunks[0].passage_id])
    broken.close()
    again = ensure(chunks, corpus_hash, tmp_path, embedder, server=expected_there.server)
    assert set(again.scores(QUESTIONS[0])[0]) == {c.passage_id for c in chunks}
    again.close()
