"""The index as a LangChain retriever. The one home of LangChain in this package."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from corpus.model import Passage
from index.retrieve import Hit, Index

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever


def retriever(index: Index, passages: Iterable[Passage], k: int = 8) -> BaseRetriever:
    """A LangChain retriever over an open index.

    Args:
        index: where to search.
        passages: those that the index was built from; their exact words become the documents.
        k: how many documents to return, at least 1.
    """
    by_id = {p.id: p for p in passages}
    made: BaseRetriever = _retriever_class()(index=index, passages=by_id, k=k)
    return made


def metadata(passage: Passage, hit: Hit) -> dict[str, Any]:
    """Where a passage stands, who speaks and how well it was found, in values that can be written as JSON."""
    return {
        "passage": passage.id,
        "document": passage.document,
        "recommendation": passage.recommendation,
        "part": passage.part.value,
        "paragraph": passage.place.paragraph,
        "span": [passage.place.span.start, passage.place.span.end],
        "speaker": passage.speaker,
        "score": hit.score,
        "rank": hit.rank,
        "channel": hit.channel.value,
    }


@cache
def _retriever_class() -> Any:
    from langchain_core.callbacks import CallbackManagerForRetrieverRun
    from langchain_core.documents import Document
    from langchain_core.retrievers import BaseRetriever

    class PassageRetriever(BaseRetriever):
        """Returns passages as documents, best first."""

        index: Index
        passages: dict[str, Passage]
        k: int

        def _get_relevant_documents(
            self, query: str, *, run_manager: CallbackManagerForRetrieverRun
        ) -> list[Document]:
            found = ((hit, self.passages[hit.passage_id]) for hit in self.index.search(query, self.k))
            return [Document(id=p.id, page_content=p.text, metadata=metadata(p, hit)) for hit, p in found]

    return PassageRetriever
