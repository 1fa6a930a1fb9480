"""Texts become vectors: what a model that does so can be asked, and what runs one of a local folder."""

from __future__ import annotations

import hashlib
import logging
import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from index.adapter import SHIPPED, Adapter
from index.errors import ModelUnavailable, one_line
from index.kinds import NO_KINDS, Kinds
from index.settings import MODEL_VARIABLE
from index.turn import Turn, read_turn

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.onnx_model import OnnxModel
    from index.reference import Reference

    Vectors = NDArray[np.float32]

WEIGHTS = "model.safetensors"

UNSET = f"Run: unset {MODEL_VARIABLE}"


class Embedder(Protocol):
    """Anything that turns texts into vectors and can say which model does it; threads may share it."""

    @property
    def name(self) -> str:
        """What people call the model."""

    @property
    def digest(self) -> str:
        """SHA-256 of the weights, hexadecimal."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    @property
    def questions(self) -> Embedder:
        """What embeds questions, to be held against the passages that this one embeds: itself, or a relative."""

    @property
    def kinds(self) -> Kinds:
        """What it tells of a question by its vector."""

    @property
    def turn(self) -> Turn | None:
        """What turns a question's vector towards the sentence that answers; None where it has learned none."""

    def embed(self, texts: list[str]) -> Vectors:
        """Vectors of shape (number of texts, dimension), float32, each of length 1."""


class LocalEmbedder:
    """A sentence-transformers model in a local folder, loaded at the first vector; threads may share it.

    Where it has a folder for exports, ONNX Runtime makes the vectors and PyTorch is needed only once, to make
    the export. Without one, or where the model cannot be exported, sentence-transformers makes them.
    """

    def __init__(
        self,
        folder: Path,
        name: str,
        *,
        sha256: str | None = None,
        dimension: int | None = None,
        mend: str = UNSET,
        exports: Path | None = None,
        adapter: Adapter | None = None,
    ) -> None:
        """Nothing is read yet.

        Args:
            folder: holds the weights, tokenizer and configuration.
            name: what people call the model.
            sha256: what the weights must hash to; None takes them as they are.
            dimension: length of a vector where known; None asks the model, which loads it.
            mend: the command that mends a folder that does not load.
            exports: folder of exported models; None uses sentence-transformers.
            adapter: is added to the weights.
        """
        self.folder, self.name, self.exports, self.adapter = folder, name, exports, adapter
        self._sha256, self._dimension, self._mend = sha256, dimension, mend
        self._model: OnnxModel | Reference | None = None
        self._lock = threading.Lock()

    @property
    def digest(self) -> str:
        if self.adapter is not None:
            return hashlib.sha256(f"{self._weights} {self.adapter.digest}".encode()).hexdigest()
        return self._weights

    @property
    def _weights(self) -> str:
        if self._sha256 is None:
            self._sha256 = self._hash()
        return self._sha256

    @cached_property
    def questions(self) -> LocalEmbedder:
        """The same model with the adapter for questions, where there is one for its weights."""
        adapter = Adapter(SHIPPED)
        if self.adapter is not None or not adapter.fits(self._weights):
            return self
        return self.with_adapter(adapter)

    def with_adapter(self, adapter: Adapter) -> LocalEmbedder:
        """The same model with an adapter that was learned for its weights."""
        return LocalEmbedder(
            self.folder,
            f"{self.name}, for questions",
            sha256=self._weights,
            dimension=self._dimension,
            mend=self._mend,
            exports=self.exports,
            adapter=adapter,
        )

    @cached_property
    def kinds(self) -> Kinds:
        """What its adapter tells of questions; nothing without one."""
        return self.adapter.kinds() if self.adapter else NO_KINDS

    @cached_property
    def turn(self) -> Turn | None:
        """What was learned for its adapter; None without one."""
        return read_turn(self.digest) if self.adapter else None

    @property
    def dimension(self) -> int:
        if self._dimension is None:
            self._dimension = int(self.embed([""]).shape[1])
        return self._dimension

    @property
    def runtime(self) -> str:
        """What makes the vectors, loaded where it is not: "onnxruntime" or "sentence-transformers"."""
        return self._loaded().runtime

    def embed(self, texts: list[str]) -> Vectors:
        """See Embedder.

        Raises:
            ModelUnavailable: the weights are missing or are not the expected ones, or do not load.
        """
        return self._loaded().embed(texts)

    def load_soon(self) -> None:
        """Begin to load the model in a thread of its own, if it has an export; else do nothing."""
        import numpy  # noqa: F401  two threads that import it at once can find it half made

        threading.Thread(target=self._load_export, name="load-embedder", daemon=True).start()

    def _loaded(self) -> OnnxModel | Reference:
        if self._model is None:
            self._load_export()
        with self._lock:
            if self._model is None:
                self._model = self._reference() if self.exports is None else self._exported(self.exports)
            return self._model

    def _load_export(self) -> None:
        if self.exports is not None:
            from index.exports import load_export

            with self._lock:
                self._model = self._model or load_export(self.exports, self.digest)

    def _exported(self, exports: Path) -> OnnxModel | Reference:
        from index.exports import NotExported, make_export

        loaded: list[Reference] = []

        def reference() -> Reference:
            loaded.append(self._reference())
            return loaded[0]

        try:
            return make_export(exports, self.digest, reference)
        except NotExported as error:
            logging.getLogger(__name__).warning(
                "%s cannot be exported to ONNX (%s): sentence-transformers embeds, which takes seconds to load.",
                self.name,
                error,
            )
            return loaded[0] if loaded else self._reference()

    def _reference(self) -> Reference:
        from index.reference import Reference

        found = self._hash()
        if found != self._weights:
            raise ModelUnavailable(
                f"{self.folder / WEIGHTS} has SHA-256 {found[:12]}… "
                f"where {self._weights[:12]}… is expected. {self._mend}"
            )
        added = self.adapter.layers() if self.adapter else None
        try:
            return Reference(self.folder, added)
        except Exception as error:  # whatever the libraries make of a folder that is no model
            raise ModelUnavailable(
                f"The embedding model at {self.folder} does not load ({one_line(error)[:200]}). {self._mend}"
            ) from error

    def _hash(self) -> str:
        try:
            with (self.folder / WEIGHTS).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise ModelUnavailable(
                f"No embedding model at {self.folder}: "
                f"{WEIGHTS} cannot be read ({error.strerror}). {self._mend}"
            ) from None
