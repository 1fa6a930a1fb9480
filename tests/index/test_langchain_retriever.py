from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda

from corpus.model import Passage
from index.langchain_retriever import retriever
from index.retrieve import Index


@pytest.fixture(scope="module")
def found(index: Index, passages: tuple[Passage, ...]) -> BaseRetriever:
    return retriever(index, passages, k=3)


def test_documents_hold_the_exact_words_and_their_place(
    found: BaseRetriever, passages: tuple[Passage, ...], index: Index
) -> None:
    documents = found.invoke("When do the new school menus come out?")
    hits = index.search("When do the new school menus come out?", 3)
    assert [d.id for d in documents] == [h.passage_id for h in hits]
    first = next(p for p in passages if p.id == documents[0].id)
    assert documents[0].page_content == first.text == "New menus will be published by May 2013."
    assert documents[0].metadata == {
        "passage": first.id,
        "document": "response",
        "recommendation": 5,
        "part": "timescale",
        "paragraph": None,
        "span": [0, len(first.text)],
        "speaker": "The Government",
        "score": hits[0].score,
        "rank": 1,
        "channel": "both",
    }
    json.dumps(documents[0].metadata)


def test_batch_and_async_find_the_same(found: BaseRetriever) -> None:
    questions = ["roads", "meals", "libraries", "recommendation 5"]
    one_by_one = [found.invoke(q) for q in questions]
    assert found.batch(questions) == one_by_one
    with ThreadPoolExecutor(1) as pool:  # a loop of its own, whatever runs in this thread
        assert pool.submit(asyncio.run, found.abatch(questions)).result() == one_by_one


def test_it_joins_a_chain(found: BaseRetriever) -> None:
    def parts(documents: list[Document]) -> list[str]:
        return [d.metadata["part"] for d in documents]

    chain: Runnable[str, list[str]] = found | RunnableLambda(parts)
    assert chain.invoke("recommendation 6 timescale")[0] == "timescale"
    streamed = [part for piece in chain.stream("recommendation 6 timescale") for part in piece]
    assert streamed[0] == "timescale"
