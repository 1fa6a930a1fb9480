"""The embedding model as its makers run it: sentence-transformers on PyTorch. The one home of both.

It is what the export is measured against, it makes the export, and it stands in where there is none.
"""

from __future__ import annotations

import os
import threading
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

    from index.low_rank import LowRank

    Vectors = NDArray[np.float32]

#: Names of the inputs of the exported graph, where the model's tokenizer makes them, and of its output.
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
OUTPUT = "vector"
_OPSET = 17
_LAYERS = "layer."
_OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


class Reference:
    """A sentence-transformers model in a local folder, loaded; threads take turns."""

    runtime = "sentence-transformers"

    def __init__(self, folder: Path, added: Mapping[str, LowRank] | None = None) -> None:
        """Load the model; raises whatever the libraries make of a folder that is no model.

        Args:
            folder: holds the weights, tokenizer and configuration.
            added: what an adapter adds to its layers.

        Raises:
            ValueError: the model has no such layers.
        """
        self.model, self._threads = _load(folder)
        _add(self.model, added or {})
        # Fast tokenizers cannot be borrowed by two threads at once.
        self._lock = threading.Lock()

    def embed(self, texts: list[str]) -> Vectors:
        """Vectors of shape (number of texts, dimension), float32, each of length 1."""
        with self._lock:
            self._use_threads(1 if len(texts) == 1 else self._threads)
            vectors: Vectors = self.model.encode(
                texts, batch_size=32, show_progress_bar=False, normalize_embeddings=True
            )
        return vectors

    def export(self, graph: Path, tokenizer: Path) -> tuple[str, ...]:
        """Write the model as one ONNX graph from tokens to vectors, and its tokenizer; the graph's inputs.

        Raises:
            ValueError: the model does more to a text than the graph and the tokenizer say.
            Exception: whatever PyTorch makes of a model that it cannot trace.
        """
        import torch

        model = self.model
        if model.default_prompt_name:
            raise ValueError(f"it puts its prompt {model.default_prompt_name!r} before each text")
        words = model.tokenizer.backend_tokenizer
        words.no_padding()
        words.enable_truncation(model.max_seq_length or model.tokenizer.model_max_length)
        words.save(str(tokenizer))
        inputs = tuple(n for n in INPUTS if n in model.tokenizer.model_input_names)
        example = model.tokenizer(["two short texts", "one"], padding=True, return_tensors="pt")
        with self._lock, torch.no_grad(), warnings.catch_warnings():
            # The tracer warns of every branch that it follows; the vectors are compared afterwards.
            warnings.simplefilter("ignore")
            torch.onnx.export(
                _graph(model, inputs),
                tuple(example[n] for n in inputs),
                str(graph),
                input_names=list(inputs),
                output_names=[OUTPUT],
                dynamic_axes={n: {0: "texts", 1: "tokens"} for n in inputs} | {OUTPUT: {0: "texts"}},
                opset_version=_OPSET,
                dynamo=False,
            )
        return inputs

    @staticmethod
    def _use_threads(number: int) -> None:
        import torch

        # For one short text a second thread costs more in waiting than it saves.
        if torch.get_num_threads() != number:
            torch.set_num_threads(number)


def _add(model: SentenceTransformer, added: Mapping[str, LowRank]) -> None:
    """Add low-rank matrices to the weights of a model's layers, which are found by the ends of their names."""
    import torch

    layers = linear_layers(model)
    if unknown := added.keys() - layers.keys():
        raise ValueError(f"the model has no layer {min(unknown)}")
    with torch.no_grad():
        for name, one in added.items():
            layers[name].weight += torch.from_numpy(one.up) @ torch.from_numpy(one.down)


def linear_layers(model: SentenceTransformer) -> dict[str, Any]:
    """The linear layers of a model's encoder, by their names from "layer" on."""
    import torch

    linear = ((n, m) for n, m in model.named_modules() if isinstance(m, torch.nn.Linear))
    return {name[at:]: module for name, module in linear if (at := name.find(_LAYERS)) >= 0}


def _graph(model: SentenceTransformer, inputs: tuple[str, ...]) -> Any:
    import torch

    class Graph(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, *given: torch.Tensor) -> torch.Tensor:
            made = self.model(dict(zip(inputs, given, strict=True)))["sentence_embedding"]
            return torch.nn.functional.normalize(made, p=2, dim=1)

    return Graph().eval()


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
