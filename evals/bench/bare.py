"""The floor of a start: interpreter, ONNX Runtime, tokenizers and Chroma imported, one embedding, one query.

Run as a file of its own, with the folder of the exported model, that of the vectors and a question.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main(model: str, vectors: str, question: str) -> None:
    """Print the ids of the nearest passages."""
    import chromadb
    import numpy as np
    import onnxruntime  # type: ignore[import-untyped,unused-ignore]
    from chromadb.config import Settings
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        str(Path(model) / "model.onnx"), options, providers=["CPUExecutionProvider"]
    )
    read = Tokenizer.from_file(str(Path(model) / "tokenizer.json")).encode(question)
    columns = {"input_ids": read.ids, "attention_mask": read.attention_mask, "token_type_ids": read.type_ids}
    given = {i.name: np.array([columns[i.name]], dtype=np.int64) for i in session.get_inputs()}
    client = chromadb.PersistentClient(path=vectors, settings=Settings(anonymized_telemetry=False))
    collection = client.get_collection("passages", embedding_function=None)
    found = collection.query(query_embeddings=session.run(None, given)[0], n_results=10)
    print(found["ids"][0])


if __name__ == "__main__":
    main(*sys.argv[1:])
