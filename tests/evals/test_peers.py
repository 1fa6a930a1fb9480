"""The peers' common reader and scoring, over sources small enough to see through."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from assistant.model import Answer
from corpus import Corpus, load
from corpus.errors import FixableError
from evals.items import Item
from evals.peers import systems
from evals.peers.chunks import Chunk, heading_above, sources
from evals.peers.reader import common, oracle
from evals.peers.scoring import Row, row, seen_answer, sees, usable
from evals.peers.systems import PEERS, PeerMissing, bm25_alone, nothing, paragraphs, whole_documents
from evals.peers.table import markdown_table, terminal_table

SOURCE = """\
Recommendation 5
Menus will be
published by May 2013. Government response - Accept in principle

Recommendation 6
Roads will be mended in autumn 2014. Accept
"""
TEXTS = {"response": SOURCE}


@pytest.fixture
def chunks() -> list[Chunk]:
    return paragraphs(TEXTS)


def test_paragraphs_know_where_they_stand(chunks: list[Chunk]) -> None:
    assert [c.start for c in chunks] == [0, SOURCE.index("Recommendation 6")]
    assert all(SOURCE[c.start : c.start + len(c.text)] == c.text for c in chunks)


def test_the_nearest_heading_is_all_that_is_known(chunks: list[Chunk]) -> None:
    assert [heading_above(c, TEXTS) for c in chunks] == [5, 6]
    assert heading_above(Chunk("response", "x", -1), TEXTS) is None
    assert heading_above(Chunk("response", "Government", 0), {"response": "Government"}) is None


def test_the_common_reader_takes_what_stands_first(chunks: list[Chunk]) -> None:
    read = common(chunks)
    assert (read.dates, read.statuses) == (("by may 2013",), ("accept_in_principle",))
    assert common(()).dates == ()


def test_the_oracle_reader_takes_everything(chunks: list[Chunk]) -> None:
    assert oracle(chunks).dates == ("by may 2013", "in autumn 2014")
    assert oracle(chunks).statuses == ("accept_in_principle", "accept")


def test_rows_by_hand(make_item: Callable[..., Item], chunks: list[Chunk]) -> None:
    items = [
        make_item(evidence=("published by May 2013",)),
        make_item(
            id="i2", recommendations=(6,), evidence=("Roads will be mended",), dates=("in autumn 2014",)
        ),
        make_item(
            id="i3", set="refuse", outcome="not_in_guidance", recommendations=(), evidence=(), dates=()
        ),
    ]
    found = row("peer", "chunk", "run", items, sees(lambda q: chunks, TEXTS, common))
    assert (found.n, found.dates, found.first, found.found) == (3, 0.5, 0.5, 1.0)
    assert found.under == 1.0
    assert (found.refused, found.over_refused) == (0.0, 0.0)
    best = row("oracle", "chunk", "bound", items, sees(lambda q: chunks, TEXTS, oracle))
    assert best.dates == 1.0
    never = row("never", "nothing", "bound", items, sees(lambda q: (), TEXTS, common))
    assert (never.dates, never.refused, never.over_refused) == (0.0, 1.0, 1.0)
    assert math.isnan(never.density)


def test_the_assistant_is_read_in_the_same_terms(
    corpus: Corpus, right_answer: Answer, refusal: Answer
) -> None:
    found = seen_answer(right_answer, corpus)
    assert (found.dates, found.under) == (("by may 2013",), 5)
    assert seen_answer(refusal, corpus).quotes == ()


def test_only_what_all_can_be_asked(make_item: Callable[..., Item]) -> None:
    items = [
        make_item(),
        make_item(id="i2", history=("before",)),
        make_item(id="i3", all_places=True),
        make_item(id="i4", set="notices"),
    ]
    assert [i.id for i in usable(items)] == ["i1"]


def test_bounds_and_bm25_over_the_real_sources() -> None:
    texts = sources(load())
    embedder: object = None
    assert len(whole_documents(texts, embedder)("anything")) == 5  # type: ignore[arg-type]
    assert list(nothing(texts, embedder)("anything")) == []  # type: ignore[arg-type]
    found = bm25_alone(texts, embedder)("When will a Chief Social Worker be in post?")  # type: ignore[arg-type]
    assert len(found) == 4
    assert any("Chief Social Worker" in c.text for c in found)


def test_a_peer_that_is_not_installed_is_said_so() -> None:
    with pytest.raises(
        PeerMissing, match=r"no_such_package is not installed\. Run: pip install -e '\.\[peers\]'"
    ):
        systems._imported("no_such_package")
    assert issubclass(PeerMissing, FixableError)


def test_tables_name_every_system() -> None:
    rows = [Row(p.name, p.cites, p.how, 3, 0.5, math.nan, 1.0, 1.0, 0.0, 0.1, 0.0, 0.0) for p in PEERS]
    text = markdown_table(rows, "2026-01-01", "test")
    assert all(f"| {p.name} | 50.0 | – | 100 |" in text for p in PEERS)
    assert terminal_table(rows).row_count == len(PEERS)
