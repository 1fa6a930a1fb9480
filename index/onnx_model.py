"""The embedding model without PyTorch: a graph and a tokenizer. The one home of onnxruntime and tokenizers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.reference import OUTPUT

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

GRAPH, WEIGHTS, TOKENIZER = "model.onnx", "model.bin", "tokenizer.json"
_PADDING = 0
#: Texts in one run of the graph: with more, padding and attention cost more time and memory than they save.
_AT_ONCE = 4


class OnnxModel:
    """A graph from tokens to vectors, loaded; threads may use it at once."""

    runtime = "onnxruntime"

    def __init__(self, folder: Path, inputs: Sequence[str]) -> None:
        """Load what ``optimise`` and the reference wrote; raises whatever the libraries make of other files."""
        import onnxruntime  # type: ignore[import-untyped,unused-ignore]
        from tokenizers import Tokenizer

        self._inputs = tuple(inputs)
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._session = onnxruntime.InferenceSession(
            str(folder / GRAPH), _options(optimise=False), providers=["CPUExecutionProvider"]
        )

    def embed(self, texts: list[str]) -> Vectors:
        """Vectors of shape (number of texts, dimension), float32, each of length 1; at least one text."""
        import numpy as np

        some = [texts[start : start + _AT_ONCE] for start in range(0, len(texts), _AT_ONCE)]
        return np.concatenate([self._run(s) for s in some])

    def _run(self, texts: list[str]) -> Vectors:
        # One by one: to read several at once the tokenizer lets go of Python, and has to wait for its next turn.
        read = [self._tokenizer.encode(text) for text in texts]
        columns = {
            "input_ids": [r.ids for r in read],
            "attention_mask": [r.attention_mask for r in read],
            "token_type_ids": [r.type_ids for r in read],
        }
        given = {name: _rows(columns[name]) for name in self._inputs}
        vectors: Vectors = self._session.run([OUTPUT], given)[0]
        return vectors


def optimise(graph: Path, folder: Path) -> None:
    """Write a graph with its operations fused, its weights in a file beside it.

    Such weights are mapped into memory as they stand: the graph loads in a quarter of the time and in half of
    the memory. What is fused does not depend on the processor.
    """
    import onnxruntime

    options = _options(optimise=True)
    options.optimized_model_filepath = str(folder / GRAPH)
    for name, value in (("file_name", WEIGHTS), ("min_size_in_bytes", "1024")):
        options.add_session_config_entry(f"session.optimized_model_external_initializers_{name}", value)
    onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])


def runtime_version() -> str:
    """The version of ONNX Runtime; a graph is read by the version that fused it."""
    import onnxruntime

    return str(onnxruntime.__version__)


def _options(*, optimise: bool) -> Any:
    import onnxruntime

    levels, options = onnxruntime.GraphOptimizationLevel, onnxruntime.SessionOptions()
    options.graph_optimization_level = levels.ORT_ENABLE_EXTENDED if optimise else levels.ORT_DISABLE_ALL
    # One thread a text: beside other work a second one costs more in waiting than it saves. Callers that have
    # many texts use threads of their own.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return options


def _rows(values: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    """Rows of unlike length as one array; what is missing at the end is masked padding."""
    import numpy as np

    made = np.full((len(values), max(map(len, values), default=0)), _PADDING, dtype=np.int64)
    for row, some in zip(made, values, strict=True):
        row[: len(some)] = some
    return made
