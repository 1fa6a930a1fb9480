"""The export gives the reference's vectors and ranks, proves itself, and is not insisted on."""

from __future__ import annotations

import json
import logging
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus import load
from evals.items import load_items
from index import exports
from index.embedder import LocalEmbedder
from index.exports import load_export
from index.fill import embed_all
from index.models import bundled_embedder
from index.open import chunks_of
from index.reference import Reference

ROOT = Path(__file__).resolve().parents[2]
#: Cosines nearer to each other than this are equal: it is what the last bits of a float32 come to.
SAME = 1e-6


@pytest.fixture
def copy(embedder: LocalEmbedder, tmp_path: Path) -> Path:
    """A folder of exports of its own, to be broken."""
    assert embedder.exports is not None
    embedder.embed(["made where it was not"])
    return Path(shutil.copytree(embedder.exports, tmp_path / "models"))


@pytest.fixture
def no_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LocalEmbedder, "_reference", lambda self: pytest.fail("sentence-transformers"))


def test_questions_have_the_references_vectors_and_ranks(
    embedder: LocalEmbedder, reference: LocalEmbedder
) -> None:
    questions = list(dict.fromkeys(i.question for t in ("development", "test") for i in load_items(t)))[::5]
    passages = [c.text for c in chunks_of(load())]
    theirs, ours = reference.questions.embed(questions), embed_all(questions, embedder.questions)
    their_passages, our_passages = reference.embed(passages), embed_all(passages, embedder)
    assert (theirs * ours).sum(axis=1).min() >= 0.9999
    assert (their_passages * our_passages).sum(axis=1).min() >= 0.9999
    expected, found = theirs @ their_passages.T, ours @ our_passages.T
    ranks, order = np.argsort(-expected, kind="stable"), np.argsort(-found, kind="stable")
    assert (ranks[:, :10] == order[:, :10]).all()
    in_order = np.take_along_axis(expected, ranks, axis=1)
    in_our_order = np.take_along_axis(expected, order, axis=1)
    assert np.abs(in_order - in_our_order).max() < SAME


def test_it_runs_without_pytorch(embedder: LocalEmbedder) -> None:
    embedder.embed(["made where it was not"])
    code = (
        "import sys; from pathlib import Path; from index.models import bundled_embedder\n"
        "made = bundled_embedder(Path(sys.argv[1])); made.embed(['When?', 'And who?'])\n"
        "heavy = 'torch transformers sentence_transformers langchain_core chromadb'\n"
        "print(made.runtime, [m for m in heavy.split() if m in sys.modules])"
    )
    command = [sys.executable, "-c", code, str(embedder.exports)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("onnxruntime []\n", "")


@pytest.mark.usefixtures("no_reference")
def test_an_export_is_used_again(copy: Path) -> None:
    again = bundled_embedder(copy)
    assert again.runtime == "onnxruntime"
    assert again.embed(["x"]).shape == (1, 384)


@pytest.mark.parametrize("file", ["model.onnx", "model.bin", "tokenizer.json", "export.json"])
@pytest.mark.parametrize("damage", ["missing", "cut", "overwritten"])
def test_a_damaged_export_is_not_used(copy: Path, embedder: LocalEmbedder, file: str, damage: str) -> None:
    path = copy / embedder.digest[:16] / file
    assert load_export(copy, embedder.digest) is not None
    content = path.read_bytes()
    path.unlink()
    if damage == "cut":
        path.write_bytes(content[: len(content) // 2])
    elif damage == "overwritten":
        path.write_bytes(bytes(len(content)))
    assert load_export(copy, embedder.digest) is None


def test_an_export_by_another_version_of_the_runtime_is_not_used(
    copy: Path, embedder: LocalEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "runtime_version", lambda: "0.1")
    assert load_export(copy, embedder.digest) is None


def test_what_cannot_be_exported_is_embedded_by_the_reference_and_that_is_said(
    reference: LocalEmbedder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    loaded = reference._loaded()
    assert isinstance(loaded, Reference)
    monkeypatch.setattr(LocalEmbedder, "_reference", lambda self: loaded)
    monkeypatch.setattr(loaded.model, "default_prompt_name", "query")
    with caplog.at_level(logging.WARNING):
        model = bundled_embedder(tmp_path)
        assert model.runtime == "sentence-transformers"
    assert "cannot be exported to ONNX (it puts its prompt 'query' before each text)" in caplog.text
    assert model.embed(["x"]) == pytest.approx(reference.embed(["x"]), abs=1e-6)
    note = json.loads((tmp_path / model.digest[:16] / "refused.json").read_text(encoding="utf-8"))
    assert "prompt" in note["reason"]


def test_a_graph_with_other_vectors_is_no_export(
    reference: LocalEmbedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = reference._loaded()
    assert isinstance(loaded, Reference)
    tries: list[Path] = []
    write = loaded.export

    def lower_limit(graph: Path, tokenizer: Path) -> tuple[str, ...]:
        tries.append(graph)
        monkeypatch.setattr(loaded.model, "max_seq_length", 16)
        try:
            return write(graph, tokenizer)
        finally:
            monkeypatch.setattr(loaded.model, "max_seq_length", 256)

    monkeypatch.setattr(loaded, "export", lower_limit)
    for _ in range(2):  # the second time it is known to fail, and not tried
        with pytest.raises(exports.NotExported, match="other vectors"):
            exports.make_export(tmp_path, reference.digest, lambda: loaded)
    assert len(tries) == 1
    assert [p.name for p in tmp_path.iterdir()] == [reference.digest[:16]]


def test_a_folder_that_takes_no_export(
    reference: LocalEmbedder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    loaded = reference._loaded()
    assert isinstance(loaded, Reference)
    monkeypatch.setattr(LocalEmbedder, "_reference", lambda self: loaded)
    (tmp_path / "file").write_text("", encoding="utf-8")
    model = bundled_embedder(tmp_path / "file" / "models")
    assert model.runtime == "sentence-transformers"
    assert "does not take it" in caplog.text
