from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from index.chunks import Chunk
from index.embedder import Embedder, LocalEmbedder
from index.fusion import Channel
from index.kinds import NO_KINDS
from index.manifest import Manifest
from index.retrieve import Index


class Counting:
    """The real embedder, with a count of the texts it was given."""

    def __init__(self, embedder: LocalEmbedder) -> None:
        self._embedder = embedder
        self.name, self.digest, self.dimension = embedder.name, embedder.digest, embedder.dimension
        self.questions: Embedder = self
        self.kinds = NO_KINDS
        self.turn = None
        self.texts: list[str] = []

    def embed(self, texts: list[str]) -> Any:
        self.texts += texts
        return self._embedder.embed(texts)


def _text(chunks: Sequence[Chunk], passage_id: str) -> str:
    return next(c.text for c in chunks if c.passage_id == passage_id)


def test_the_right_passage_comes_first(index: Index, chunks: tuple[Chunk, ...]) -> None:
    for question, words in [
        ("When do the new school menus come out?", "by May 2013"),
        ("why do holes in the street hurt people on bikes", "Potholes"),
        ("recommendation 6 timescale", "Repairs begin"),
        ("Who says thank you to people working in libraries?", "thank librarians"),
    ]:
        assert words in _text(chunks, index.search(question, 3)[0].passage_id), question


def test_hits_are_ranked_and_say_where_they_were_found(index: Index) -> None:
    hits = index.search("Recommendation 5 meals", 6)
    assert [h.rank for h in hits] == [1, 2, 3, 4, 5, 6]
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)
    for hit in hits:
        assert (hit.dense is not None) == (hit.channel in (Channel.DENSE, Channel.BOTH))
        assert (hit.lexical is not None) == (hit.channel in (Channel.LEXICAL, Channel.BOTH))
        assert hit.lexical is None or hit.lexical > 0


def test_dense_scores_are_cosines_of_all_passages(
    index: Index, chunks: tuple[Chunk, ...], embedder: LocalEmbedder
) -> None:
    question = "What about cyclists?"
    dense, _lexical = index.scores(question)
    exact = embedder.embed([c.text for c in chunks]) @ embedder.questions.embed([question])[0]
    by_hand = {c.passage_id: float(s) for c, s in zip(chunks, exact, strict=True)}
    assert dense == pytest.approx(by_hand, abs=1e-4)
    assert list(dense) == sorted(dense, key=lambda i: -dense[i])


def test_the_limit_holds_for_both_channels(index: Index) -> None:
    dense, lexical = index.scores("the Government and councils", limit=2)
    assert len(dense) == 2
    assert len(lexical) == 2


def test_words_may_be_searched_apart(index: Index, chunks: tuple[Chunk, ...]) -> None:
    dense, lexical = index.scores("a question about food", lexical_query="bicycles")
    assert "bicycles" in _text(chunks, next(iter(lexical)))
    assert dense == index.scores("a question about food")[0]
    assert index.scores("bicycles", lexical_query="")[1] == {}


def test_more_than_there_are(index: Index, chunks: tuple[Chunk, ...]) -> None:
    hits = index.search("councils", 500)
    assert {h.passage_id for h in hits} == {c.passage_id for c in chunks}


@pytest.mark.parametrize("blank", ["", "  \n\t "])
def test_a_blank_question_finds_nothing(index: Index, blank: str) -> None:
    assert index.search(blank, 5) == []


@pytest.mark.parametrize(
    "odd",
    [
        "x" * 10_000,
        "roads " * 2_000,
        "Wann werden die Straßen repariert?",
        "\x00\x1b[31m roads",
        "道路",
        "?!…",
        "🚲",
    ],
    ids=["one long word", "many words", "German", "control", "Chinese", "marks", "emoji"],
)
def test_odd_questions_are_searched_like_others(index: Index, odd: str) -> None:
    assert len(index.search(odd, 3)) == 3


def test_one_embedding_a_question_and_none_for_one_asked_before(
    built: Path, embedder: LocalEmbedder, expected: Manifest
) -> None:
    counting = Counting(embedder)
    index = Index.open(built, counting, expected)
    assert counting.texts == []
    first = index.search("roads", 3)
    assert index.search("roads", 3) == first
    index.scores("roads", lexical_query="meals")
    index.search("meals", 3)
    assert counting.texts == ["roads", "meals"]
    index.close()


def test_the_memory_of_questions_is_bounded(
    built: Path, embedder: LocalEmbedder, expected: Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting, vector = Counting(embedder), embedder.embed(["any"])
    monkeypatch.setattr(embedder, "embed", lambda _texts: vector)
    index = Index.open(built, counting, expected)
    for number in range(300):
        index.scores(f"question {number}")
    index.scores("question 299")
    assert len(counting.texts) == 300
    index.scores("question 0")
    assert len(counting.texts) == 301
    index.close()


def test_threads_may_share_it(index: Index) -> None:
    questions = [f"recommendation {n % 7} about roads or meals {n}" for n in range(40)]
    alone = [index.search(q, 4) for q in questions]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda q: index.search(q, 4), questions)) == alone
