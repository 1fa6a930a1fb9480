"""The peers: each with its own splitter and number of chunks, all with the same MiniLM weights.

Settings are the defaults of the projects: LangChain's tutorial (recursive 1000/200, k 4), Open WebUI (recursive
1000/100, k 3), private-gpt (sentence windows, k 2), LlamaIndex (1024 tokens, overlap 200, k 2), Haystack (200 words,
BM25, k 10), txtai (paragraphs, k 3). Open WebUI and private-gpt are applications: their settings are reproduced with
the libraries they are built on.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.errors import FixableError
from evals.peers.chunks import Chunk, Retrieve
from index.embedder import Embedder


class PeerMissing(FixableError):
    """A peer's package is not installed."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A way to retrieve."""

    name: str
    build: Callable[[dict[str, str], Embedder], Retrieve]
    """Given the sources by document and the embedder."""
    cites: str
    """The finest place that it can cite."""
    how: str = "run"
    """Whether it was run with its own package, or stands for something else."""


def langchain(size: int, overlap: int, k: int) -> Callable[[dict[str, str], Embedder], Retrieve]:
    """Recursive character splitting and nearest vectors."""

    def build(texts: dict[str, str], embedder: Embedder) -> Retrieve:
        splitters = _imported("langchain_text_splitters")
        splitter = splitters.RecursiveCharacterTextSplitter(
            chunk_size=size, chunk_overlap=overlap, add_start_index=True
        )
        chunks = [
            Chunk(document, d.page_content, int(d.metadata["start_index"]))
            for document, text in texts.items()
            for d in splitter.create_documents([text])
        ]
        return _nearest(chunks, embedder, k)

    return build


def llama_index(texts: dict[str, str], embedder: Embedder) -> Retrieve:
    """LlamaIndex's own splitter; its default of two nodes."""
    core, parsing = _imported("llama_index.core"), _imported("llama_index.core.node_parser")
    nodes = parsing.SentenceSplitter().get_nodes_from_documents(
        [core.Document(text=text, metadata={"document": name}) for name, text in texts.items()]
    )
    chunks = [Chunk(n.metadata["document"], n.text, n.start_char_idx or 0) for n in nodes]
    return _nearest(chunks, embedder, 2)


def private_gpt(texts: dict[str, str], embedder: Embedder) -> Retrieve:
    """A vector for each sentence; what is handed on is the window of sentences around it."""
    core, parsing = _imported("llama_index.core"), _imported("llama_index.core.node_parser")
    nodes = parsing.SentenceWindowNodeParser.from_defaults().get_nodes_from_documents(
        [core.Document(text=text, metadata={"document": name}) for name, text in texts.items()]
    )
    sentences = [Chunk(n.metadata["document"], n.text, n.start_char_idx or 0) for n in nodes]
    windows = {
        (c.document, c.start): Chunk(c.document, n.metadata["window"], c.start)
        for c, n in zip(sentences, nodes, strict=True)
    }
    nearest = _nearest(sentences, embedder, 2)
    return lambda question: [windows[c.document, c.start] for c in nearest(question)]


def haystack(texts: dict[str, str], embedder: Embedder) -> Retrieve:
    """Haystack's splitter and its BM25 in memory."""
    os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"
    base = _imported("haystack")
    splitting = _imported("haystack.components.preprocessors")
    stores = _imported("haystack.document_stores.in_memory")
    retrievers = _imported("haystack.components.retrievers.in_memory")
    documents = [base.Document(content=text, meta={"document": name}) for name, text in texts.items()]
    store = stores.InMemoryDocumentStore()
    store.write_documents(splitting.DocumentSplitter().run(documents=documents)["documents"])
    retriever = retrievers.InMemoryBM25Retriever(store)

    def retrieve(question: str) -> list[Chunk]:
        found = retriever.run(query=question)["documents"]
        return [Chunk(d.meta["document"], d.content, int(d.meta["split_idx_start"])) for d in found]

    return retrieve


def txtai(texts: dict[str, str], embedder: Embedder) -> Retrieve:
    """txtai's index over paragraphs; its default of three results."""
    library = _imported("txtai")
    chunks = paragraphs(texts)
    index = library.Embeddings(method="external", transform=lambda some: embedder.embed(list(some)))
    index.index([(n, c.text, None) for n, c in enumerate(chunks)])
    return lambda question: [chunks[int(n)] for n, _ in index.search(question, 3)]


def bm25_alone(texts: dict[str, str], embedder: Embedder) -> Retrieve:
    """bm25s with its own tokens over paragraphs."""
    library = _imported("bm25s")
    chunks = paragraphs(texts)
    index = library.BM25()
    index.index(library.tokenize([c.text for c in chunks], show_progress=False), show_progress=False)

    def retrieve(question: str) -> list[Chunk]:
        tokens = library.tokenize([question], show_progress=False)
        if not len(tokens.ids[0]):
            return []
        found, _ = index.retrieve(tokens, k=4, show_progress=False)
        return [chunks[int(n)] for n in found[0]]

    return retrieve


def whole_documents(texts: dict[str, str], embedder: Embedder) -> Retrieve:
    """Every document, every time: nobody may win by retrieving everything."""
    chunks = [Chunk(document, text, 0) for document, text in texts.items()]
    return lambda question: chunks


def nothing(texts: dict[str, str], embedder: Embedder) -> Retrieve:
    """Nothing, ever: nobody may win by refusing."""
    return lambda question: ()


def paragraphs(texts: dict[str, str]) -> list[Chunk]:
    """Stretches between empty lines."""
    return [
        Chunk(document, m[0], m.start())
        for document, text in texts.items()
        for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)
    ]


PEERS = (
    Peer("LangChain, recursive 1000/200, k 4", langchain(1000, 200, 4), "chunk"),
    Peer("Open WebUI's settings, 1000/100, k 3", langchain(1000, 100, 3), "file", how="settings reproduced"),
    Peer("private-gpt's settings, sentence windows, k 2", private_gpt, "file", how="settings reproduced"),
    Peer("LlamaIndex, 1024 tokens, k 2", llama_index, "chunk"),
    Peer("Haystack, BM25, k 10", haystack, "chunk"),
    Peer("txtai, paragraphs, k 3", txtai, "chunk"),
    Peer("bm25s alone, paragraphs, k 4", bm25_alone, "chunk"),
    Peer("whole documents", whole_documents, "file", how="a bound"),
    Peer("always refuse", nothing, "nothing", how="a bound"),
)


def _nearest(chunks: Sequence[Chunk], embedder: Embedder, k: int) -> Retrieve:
    import numpy as np

    texts = [c.text for c in chunks]
    vectors = np.concatenate([embedder.embed(texts[n : n + 32]) for n in range(0, len(texts), 32)])

    def retrieve(question: str) -> list[Chunk]:
        likeness = vectors @ embedder.embed([question])[0]
        return [chunks[int(n)] for n in np.argsort(-likeness)[:k]]

    return retrieve


def _imported(module: str) -> Any:
    import importlib

    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise PeerMissing(f"{module} is not installed. Run: pip install -e '.[peers]'") from error
