from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from corpus.errors import CorpusError
from index import layout
from index.build import build, ensure
from index.chunks import Chunk
from index.embedder import Embedder, LocalEmbedder
from index.errors import DamagedIndex, MissingIndex, StaleIndex, UnwritableIndex
from index.kinds import NO_KINDS
from index.manifest import Manifest, manifest_for, read_manifest
from index.retrieve import VECTORS, WORDS, Index

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "When do the new school menus come out?"

#: A child process: an embedder that counts letters, which needs no model, and the chunks that it indexes.
CHILD = """
import sys, time
from pathlib import Path
import numpy as np
from corpus.errors import FixableError
from index.build import build, ensure
from index.chunks import Chunk
from index.kinds import NO_KINDS
from index.manifest import manifest_for
from index.retrieve import Index

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

def said(done, whole):
    print("progress", done, whole, flush=True)

location = Path(sys.argv[1])
chunks = [Chunk(f"p{n}", f"passage {n} " + "abcdefghij"[n % 10] * (n % 17)) for n in range(200)]
"""


def child(code: str, location: Path, *before: str) -> list[str]:
    return [*before, sys.executable, "-c", CHILD + textwrap.dedent(code), str(location)]


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


def builds(location: Path) -> list[str]:
    return sorted(p.name for p in location.iterdir() if p.is_dir())


def answers(location: Path, embedder: Any, expected: Manifest) -> list[str]:
    index = Index.open(location, embedder, expected)
    try:
        return [h.passage_id for h in index.search(QUESTION, 5)]
    finally:
        index.close()


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "index"))


class Renamed:
    """The real embedder under the name of another."""

    def __init__(self, embedder: LocalEmbedder, digest: str) -> None:
        self.name, self.digest, self.dimension = "other-model", digest, embedder.dimension
        self.embed = embedder.embed
        self.questions: Embedder = self
        self.kinds = NO_KINDS
        self.turn = None


class Broken:
    """An embedder that must not be asked."""

    def __init__(self, embedder: LocalEmbedder) -> None:
        self.name, self.digest, self.dimension = embedder.name, embedder.digest, embedder.dimension
        self.questions: Embedder = self
        self.kinds = NO_KINDS
        self.turn = None

    def embed(self, texts: list[str]) -> Any:
        raise AssertionError("asked to embed")


def test_each_passage_has_its_own_vector_and_progress_runs_to_the_end(
    tmp_path: Path, embedder: LocalEmbedder
) -> None:
    chunks = [Chunk(f"p{n}", "word " * (70 - n) + str(n)) for n in range(70)]
    heard: list[tuple[int, int]] = []
    made = build(chunks, "c" * 64, tmp_path, embedder, lambda done, whole: heard.append((done, whole)))
    assert heard == [(0, 70), (32, 70), (64, 70), (70, 70)]
    index = Index.open(tmp_path, embedder, manifest_for(chunks, "c" * 64, embedder))
    stored = index._store.get([c.passage_id for c in chunks])
    for chunk in chunks:
        assert stored[chunk.passage_id] == pytest.approx(embedder.embed([chunk.text])[0], abs=1e-5)
    assert index.manifest == made
    index.close()


def test_reopened_it_answers_the_same(
    built: Path, index: Index, embedder: LocalEmbedder, expected: Manifest
) -> None:
    assert answers(built, embedder, expected) == [h.passage_id for h in index.search(QUESTION, 5)]


def test_no_index(tmp_path: Path, embedder: LocalEmbedder, expected: Manifest) -> None:
    with pytest.raises(MissingIndex, match=r"^No index at .*\. Run: assistant index build$"):
        Index.open(tmp_path / "none", embedder, expected)


@pytest.mark.parametrize(
    ("field", "value", "sides"),
    [
        ("corpus", "b" * 64, "corpus aaaaaaaaaaaa….*corpus bbbbbbbbbbbb…"),
        ("model", "e5-base", "model all-MiniLM-L6-v2.*model e5-base"),
        ("model_sha256", "d" * 64, "model weights 53aa51172d14….*model weights dddddddddddd…"),
        ("dimension", 768, "dimension 384.*dimension 768"),
        ("chunks", "e" * 64, "chunks .*chunks eeeeeeeeeeee…"),
        ("chunks_version", 99, "chunk rules .*chunk rules 99"),
        ("words_version", 99, "word rules .*word rules 99"),
        ("chromadb", "0.1", "chromadb .*chromadb 0.1"),
    ],
)
def test_an_index_of_something_else_is_refused(
    built: Path, embedder: LocalEmbedder, expected: Manifest, field: str, value: object, sides: str
) -> None:
    other: Manifest = replace(expected, **{field: value})  # type: ignore[arg-type]
    with pytest.raises(StaleIndex, match=rf"was made from {sides}\. Run: assistant index build$"):
        Index.open(built, embedder, other)


def test_a_layout_of_another_version_is_refused(
    copy: Path, embedder: LocalEmbedder, expected: Manifest
) -> None:
    path = layout.live(copy) / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"schema": 2', '"schema": 99'), encoding="utf-8")
    with pytest.raises(StaleIndex, match=r"layout 99, this program has 2\. Run: assistant index build$"):
        Index.open(copy, embedder, expected)


def test_a_good_index_is_opened_without_the_model(
    built: Path, chunks: tuple[Chunk, ...], corpus_hash: str, embedder: LocalEmbedder
) -> None:
    before = builds(built)
    ensure(chunks, corpus_hash, built, Broken(embedder), lambda *_: pytest.fail("built")).close()
    assert builds(built) == before


def test_first_use_builds(
    tmp_path: Path, chunks: tuple[Chunk, ...], corpus_hash: str, embedder: LocalEmbedder, index: Index
) -> None:
    made = ensure(chunks, corpus_hash, tmp_path / "a" / "b", embedder)
    assert made.search(QUESTION, 5) == index.search(QUESTION, 5)
    made.close()


def test_a_stale_index_is_rebuilt_and_earlier_builds_go(
    copy: Path, chunks: tuple[Chunk, ...], corpus_hash: str, embedder: LocalEmbedder
) -> None:
    first = layout.live(copy)
    ensure(chunks, "b" * 64, copy, embedder).close()
    second = layout.live(copy)
    assert builds(copy) == sorted([first.name, second.name])
    ensure(chunks, corpus_hash, copy, Renamed(embedder, "d" * 64)).close()
    assert builds(copy) == sorted([second.name, layout.live(copy).name])
    assert read_manifest(layout.live(copy)).model == "other-model"


def test_a_reader_keeps_its_index_while_another_is_put_in_use(
    copy: Path, chunks: tuple[Chunk, ...], embedder: LocalEmbedder, expected: Manifest
) -> None:
    reader = Index.open(copy, embedder, expected)
    before = reader.search(QUESTION, 5)
    build(chunks[:3], "b" * 64, copy, embedder)
    assert reader.search(QUESTION, 5) == before
    assert len(reader.search("councils and roads", 99)) == len(chunks)
    reader.close()


@pytest.mark.parametrize("error", [KeyboardInterrupt, BrokenPipeError, MemoryError])
def test_a_build_that_fails_leaves_the_index_before(
    copy: Path,
    chunks: tuple[Chunk, ...],
    embedder: LocalEmbedder,
    expected: Manifest,
    error: type[BaseException],
) -> None:
    before, folders = answers(copy, embedder, expected), builds(copy)

    def progress(done: int, _whole: int) -> None:
        if done:
            raise error

    with pytest.raises(error):
        build(chunks, "b" * 64, copy, embedder, progress)
    assert builds(copy) == folders
    assert answers(copy, embedder, expected) == before
    build(chunks, "b" * 64, copy, embedder)  # the lock is free again


def test_a_build_that_is_killed_leaves_the_index_before(
    copy: Path, chunks: tuple[Chunk, ...], corpus_hash: str, embedder: LocalEmbedder, expected: Manifest
) -> None:
    before, folders = answers(copy, embedder, expected), builds(copy)
    code = """
        class Slow(Letters):
            def embed(self, texts):
                time.sleep(0.5)
                return super().embed(texts)
        build(chunks, "b" * 64, location, Slow(), said)
    """
    process = subprocess.Popen(child(code, copy), cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "progress 0 200\n"
    assert process.stdout.readline() == "progress 32 200\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    left = set(builds(copy)) - set(folders)
    assert len(left) == 1, "the kill came too late to test anything"
    assert answers(copy, embedder, expected) == before
    build(chunks, "c" * 64, copy, embedder, wait=5)
    assert not left & set(builds(copy))
    assert answers(copy, embedder, replace(expected, corpus="c" * 64)) == before


DAMAGE: dict[str, Callable[[Path], object]] = {
    "pointer to nothing": lambda at: (at / "current").write_text("build-000000000000\n", encoding="utf-8"),
    "pointer elsewhere": lambda at: (at / "current").write_text("../index\n", encoding="utf-8"),
    "pointer not text": lambda at: (at / "current").write_bytes(b"\xff\xfe\x00"),
    "no manifest": lambda at: (layout.live(at) / "manifest.json").unlink(),
    "manifest cut": lambda at: _cut(layout.live(at) / "manifest.json", 40),
    "manifest not an object": lambda at: (layout.live(at) / "manifest.json").write_text(
        "[]", encoding="utf-8"
    ),
    "no vectors": lambda at: shutil.rmtree(layout.live(at) / VECTORS),
    "no database": lambda at: (layout.live(at) / VECTORS / "chroma.sqlite3").unlink(),
    "database cut": lambda at: _cut(layout.live(at) / VECTORS / "chroma.sqlite3", 100_000),
    "database junk": lambda at: (layout.live(at) / VECTORS / "chroma.sqlite3").write_bytes(b"junk" * 5000),
    "database overwritten": lambda at: _overwrite(layout.live(at) / VECTORS / "chroma.sqlite3"),
    "no words": lambda at: shutil.rmtree(layout.live(at) / WORDS),
    "a word score changed": lambda at: _flip(layout.live(at) / WORDS / "weights.npy"),
    "a word file missing": lambda at: (layout.live(at) / WORDS / "ids.npy").unlink(),
}


def _cut(path: Path, size: int) -> None:
    os.truncate(path, size)


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-3] ^= 0x40
    path.write_bytes(bytes(content))


def _overwrite(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8192:120_000] = bytes(range(256)) * 437
    path.write_bytes(bytes(content))


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_index_is_an_error_in_words_and_first_use_mends_it(
    copy: Path,
    chunks: tuple[Chunk, ...],
    corpus_hash: str,
    embedder: LocalEmbedder,
    expected: Manifest,
    kind: str,
) -> None:
    before = answers(copy, embedder, expected)
    DAMAGE[kind](copy)
    with pytest.raises(DamagedIndex, match=r"Run: assistant index build$") as raised:
        Index.open(copy, embedder, expected)
    assert "\n" not in str(raised.value)
    ensure(chunks, corpus_hash, copy, embedder).close()
    assert answers(copy, embedder, expected) == before


def test_a_database_of_other_vectors_is_damage(
    copy: Path, chunks: tuple[Chunk, ...], embedder: LocalEmbedder, expected: Manifest
) -> None:
    good = layout.live(copy)
    build(chunks[:5], "b" * 64, copy, embedder)
    shutil.rmtree(good / VECTORS)
    shutil.copytree(layout.live(copy) / VECTORS, good / VECTORS)
    (copy / "current").write_text(good.name, encoding="utf-8")
    with pytest.raises(DamagedIndex, match=r"holds 5 vectors where 12 belong\. Run: assistant index build$"):
        Index.open(copy, embedder, expected)


@pytest.mark.slow
def test_of_two_that_find_no_index_one_builds_and_the_other_waits(tmp_path: Path) -> None:
    code = """
        index = ensure(chunks, "b" * 64, location, Letters(), said)
        print("first", index.search("passage 7", 1)[0].passage_id)
    """
    both = [
        subprocess.Popen(child(code, tmp_path), cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    printed = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert all(p.endswith("first p7\n") for p in printed)
    assert len(builds(tmp_path)) == 1
    assert sum("progress 200 200" in p for p in printed) == 1


def test_a_lock_that_is_not_given_up_is_an_error(
    tmp_path: Path, chunks: tuple[Chunk, ...], corpus_hash: str, embedder: LocalEmbedder
) -> None:
    with (
        FileLock(tmp_path / layout.LOCK),
        pytest.raises(UnwritableIndex, match=r"Another process .*index build$"),
    ):
        build(chunks, corpus_hash, tmp_path, embedder, wait=0.1)
    assert builds(tmp_path) == []


def bound_by_permissions() -> list[str]:
    """What makes a child process of a superuser heed the permissions of files."""
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("a superuser writes into read-only folders")
    return ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]


def make_read_only(location: Path) -> None:
    for path in [location, *location.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)


def make_writable(location: Path) -> None:
    for path in [location, *location.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)


FIXABLE = """
    try:
        build(chunks, "b" * 64, location, Letters())
    except FixableError as error:
        print(type(error).__name__, error)
"""


@pytest.mark.slow
def test_a_read_only_folder_takes_no_index(tmp_path: Path) -> None:
    before = bound_by_permissions()
    make_read_only(tmp_path)
    try:
        done = run(child(FIXABLE, tmp_path, *before))
    finally:
        make_writable(tmp_path)
    assert done.stdout.startswith("UnwritableIndex The index cannot be written at "), done.stderr
    assert "Permission denied" in done.stdout
    assert done.stdout.endswith("Run: ASSISTANT_HOME=FOLDER assistant index build\n")
    assert done.stdout.count("\n") == 1


@pytest.mark.slow
def test_an_index_in_a_read_only_folder_is_read(tmp_path: Path) -> None:
    before = bound_by_permissions()
    location, scratch = tmp_path / "index", tmp_path / "scratch"
    scratch.mkdir()
    assert run(child('build(chunks, "b" * 64, location, Letters())', location)).returncode == 0
    make_read_only(location)
    code = """
        index = ensure(chunks, "b" * 64, location, Letters(), said)
        print(index.search("passage 7", 1)[0].passage_id)
        index.close()
    """
    try:
        done = subprocess.run(
            child(code, location, *before), cwd=ROOT, capture_output=True, text=True, check=False,
            env={**os.environ, "TMPDIR": str(scratch)}, timeout=120,
        )  # fmt: skip
    finally:
        make_writable(location)
    assert done.stdout == "p7\n", done.stderr
    assert list(scratch.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("room", [500, 150_000, 400_000])
def test_a_full_disk_is_an_error_and_leaves_the_index_before(tmp_path: Path, room: int) -> None:
    code = f"""
        build(chunks[:3], "a" * 64, location, Letters())
        import resource, signal
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))
        many = [Chunk(f"p{{n}}", f"passage {{n}}") for n in range(3000)]
        try:
            build(many, "b" * 64, location, Letters())
        except FixableError as error:
            print(type(error).__name__, error)
    """
    done = run(child(code, tmp_path))
    assert done.stdout.startswith("UnwritableIndex The index cannot be written at "), done.stderr
    assert done.stdout.endswith("Run: ASSISTANT_HOME=FOLDER assistant index build\n")
    assert len(builds(tmp_path)) == 1
    expected = 'manifest_for(chunks[:3], "a" * 64, Letters())'
    opened = run(child(f"print(Index.open(location, Letters(), {expected}).manifest.count)", tmp_path))
    assert opened.stdout == "3\n", opened.stderr


def test_a_location_below_a_file(tmp_path: Path, chunks: tuple[Chunk, ...], embedder: LocalEmbedder) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UnwritableIndex, match=r"assistant index build$"):
        ensure(chunks, "a" * 64, tmp_path / "file" / "index", embedder)


def test_nothing_to_index(tmp_path: Path, embedder: LocalEmbedder) -> None:
    with pytest.raises(CorpusError, match=r"no passages .* Run: assistant corpus check$"):
        build([], "a" * 64, tmp_path, embedder)


def test_an_id_that_comes_twice(tmp_path: Path, embedder: LocalEmbedder) -> None:
    with pytest.raises(CorpusError, match=r"same id\. Run: assistant corpus check$"):
        build([Chunk("p", "one"), Chunk("p", "two")], "a" * 64, tmp_path, embedder)


def test_a_stray_env_file_changes_nothing(
    tmp_path: Path, chunks: tuple[Chunk, ...], embedder: LocalEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("CHROMA_API_IMPL=chromadb.api.fastapi.FastAPI\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ensure(chunks, "a" * 64, tmp_path / "index", embedder).close()
