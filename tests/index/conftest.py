"""Passages made by hand, the real embedder, and an index built once from both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.model import Part, Passage, PassageKind, Place, Span
from index.build import build
from index.chunks import Chunk, Titles, make_chunks
from index.embedder import LocalEmbedder
from index.manifest import Manifest, manifest_for
from index.models import bundled_embedder
from index.retrieve import Index
from index.settings import IndexSettings

CORPUS_HASH = "a" * 64


def _passage(
    text: str,
    *,
    recommendation: int | None = None,
    part: Part = Part.NARRATIVE,
    document: str = "response",
    headings: tuple[str, ...] = ("A response",),
    kind: PassageKind = PassageKind.PARAGRAPH,
    lead_in: str | None = None,
) -> Passage:
    where = f"rec-{recommendation}/{part.value}" if recommendation else "narrative"
    if recommendation:
        headings = (*headings, f"Recommendation {recommendation}", _HEADINGS[part])
    place = Place(document, recommendation, part, None, Span(0, len(text)), ())
    name = "-".join(text.lower().split()[:4])
    return Passage(f"{document}/{where}/{name}", place, text, kind, "The Government", headings, lead_in, None)


_HEADINGS = {
    Part.RECOMMENDATION: "Recommendation",
    Part.MUNRO_ARGUMENT: "Munro's argument",
    Part.GOVERNMENT_RESPONSE: "Government response - Accept in principle.",
    Part.TIMESCALE: "Timescale",
}


@pytest.fixture(scope="session")
def passages() -> tuple[Passage, ...]:
    return (
        _passage("Few things matter more than protecting children.", headings=("A response", "Foreword")),
        _passage(
            "Councils should look at the kitchens of schools.", recommendation=5, part=Part.RECOMMENDATION
        ),
        _passage("Hot meals help pupils to learn.", recommendation=5, part=Part.MUNRO_ARGUMENT),
        _passage(
            "The Government will ask cooks for their views.", recommendation=5, part=Part.GOVERNMENT_RESPONSE
        ),
        _passage("New menus will be published by May 2013.", recommendation=5, part=Part.TIMESCALE),
        _passage("Councils should mend the roads.", recommendation=6, part=Part.RECOMMENDATION),
        _passage("Potholes damage bicycles and hurt riders.", recommendation=6, part=Part.MUNRO_ARGUMENT),
        _passage("Engineers will be consulted.", recommendation=6, part=Part.GOVERNMENT_RESPONSE),
        _passage("Repairs begin in the autumn.", recommendation=6, part=Part.TIMESCALE),
        _passage(
            "the surface of every cycle path;",
            recommendation=6,
            part=Part.RECOMMENDATION,
            kind=PassageKind.LIST_ITEM,
            lead_in="Councils should survey:",
        ),
        _passage("Ministers thank librarians for their work.", document="letter", headings=()),
        _passage("Please write to the libraries team.", document="letter", headings=()),
    )


@pytest.fixture(scope="session")
def titles() -> Titles:
    return Titles(
        {"response": "The response", "letter": "The letter"}, {5: "School meals", 6: "Road repairs"}
    )


@pytest.fixture(scope="session")
def chunks(passages: tuple[Passage, ...], titles: Titles) -> tuple[Chunk, ...]:
    return make_chunks(passages, titles)


@pytest.fixture(scope="session")
def corpus_hash() -> str:
    return CORPUS_HASH


@pytest.fixture(scope="session")
def embedder(home: Path) -> LocalEmbedder:
    """The bundled model as the program runs it; its export is made once for all tests."""
    return bundled_embedder(IndexSettings(home, None).exports)


@pytest.fixture(scope="session")
def reference() -> LocalEmbedder:
    """The bundled model as sentence-transformers runs it."""
    return bundled_embedder()


@pytest.fixture(scope="session")
def expected(chunks: tuple[Chunk, ...], corpus_hash: str, embedder: LocalEmbedder) -> Manifest:
    return manifest_for(chunks, corpus_hash, embedder)


@pytest.fixture(scope="session")
def built(
    tmp_path_factory: pytest.TempPathFactory,
    chunks: tuple[Chunk, ...],
    corpus_hash: str,
    embedder: LocalEmbedder,
) -> Path:
    """Location of an index; tests that change it work on a copy."""
    location = tmp_path_factory.mktemp("built") / "index"
    build(chunks, corpus_hash, location, embedder)
    return location


@pytest.fixture(scope="session")
def index(built: Path, embedder: LocalEmbedder, expected: Manifest) -> Iterator[Index]:
    opened = Index.open(built, embedder, expected)
    yield opened
    opened.close()
