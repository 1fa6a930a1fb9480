from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus import Corpus, load
from index.embedder import LocalEmbedder
from index.open import build_index, index_status, open_index, sentences_of
from index.retrieve import Index
from index.settings import IndexSettings


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load()


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> IndexSettings:
    return IndexSettings(tmp_path_factory.mktemp("home"), None)


@pytest.fixture(scope="module")
def real(corpus: Corpus, settings: IndexSettings, embedder: LocalEmbedder) -> Index:
    return open_index(corpus, settings, embedder)


def test_status_before_and_after(
    corpus: Corpus, settings: IndexSettings, real: Index, tmp_path: Path
) -> None:
    none = index_status(corpus, IndexSettings(tmp_path, None))
    assert none.manifest is None
    assert none.problem == f"No index at {tmp_path / 'index'}. Run: assistant index build"
    assert none.size == 0
    there = index_status(corpus, settings)
    assert there.manifest == real.manifest
    assert there.problem is None
    assert there.sentences == len(sentences_of(corpus))
    assert there.size > 100_000


def test_every_passage_of_the_corpus_is_indexed(corpus: Corpus, real: Index) -> None:
    dense, _lexical = real.scores("child protection", limit=10_000)
    assert set(dense) == set(corpus.by_id)


def test_sentences_lie_beside_the_passages_and_are_near_to_questions(corpus: Corpus, real: Index) -> None:
    assert real.sentences is not None
    assert real.sentences.manifest.count == len(sentences_of(corpus)) > len(corpus.passages)
    near = real.near("When will somebody be Chief Social Worker?", 20)
    assert len(near) == 20
    assert sorted(near.values(), reverse=True) == list(near.values())
    passage, _, _ = next(iter(near)).rpartition("#")
    assert corpus.by_id[passage].recommendation == 15
    assert real.near(" ") == {}


def test_an_index_without_its_sentences_is_told_and_built(
    corpus: Corpus, embedder: LocalEmbedder, tmp_path: Path
) -> None:
    settings = IndexSettings(tmp_path, None)
    done: list[tuple[int, int]] = []
    open_index(corpus, settings, embedder, lambda *so_far: done.append(so_far)).close()
    whole = len(corpus.passages) + len(sentences_of(corpus))
    assert done[0] == (0, whole)
    assert done[-1] == (whole, whole)
    assert done == sorted(done)
    shutil.rmtree(settings.sentences)
    assert index_status(corpus, settings).problem == (
        f"No index at {settings.sentences}. Run: assistant index build"
    )
    again = open_index(corpus, settings, embedder)
    assert again.sentences is not None
    again.close()
    assert index_status(corpus, settings).problem is None


def test_every_passage_finds_itself(corpus: Corpus, real: Index) -> None:
    long = [p for p in corpus.passages if len(p.text.split()) > 12]
    found = [p.id in {h.passage_id for h in real.search(p.text, 3)} for p in long]
    assert sum(found) / len(found) > 0.98  # items of a list that other sentences tell as well


@pytest.mark.parametrize(
    ("question", "recommendation", "part"),
    [
        (
            "By what date should every council have a Principal Child and Family Social Worker?",
            14,
            "timescale",
        ),
        ("why did Munro want a chief social worker", 15, "munro_argument"),
        ("recommendation 9 timescale", 9, "timescale"),
        ("what did munro recommend about annual reports of LSCBs", 5, "recommendation"),
    ],
)
def test_practitioners_questions_reach_their_part(
    corpus: Corpus, real: Index, question: str, recommendation: int, part: str
) -> None:
    places = [
        (p.recommendation, p.part.value)
        for h in real.search(question, 6)
        for p in [corpus.by_id[h.passage_id]]
    ]
    assert (recommendation, part) in places


def test_building_again_gives_the_same_index(
    corpus: Corpus, settings: IndexSettings, real: Index, embedder: LocalEmbedder
) -> None:
    before = real.search("serious case reviews", 8)
    build_index(corpus, settings, embedder)
    again = open_index(corpus, settings, embedder, lambda *_: pytest.fail("built"))
    found = again.search("serious case reviews", 8)
    assert [h.passage_id for h in found] == [h.passage_id for h in before]
    assert [h.score for h in found] == pytest.approx([h.score for h in before], abs=1e-5)
    again.close()
