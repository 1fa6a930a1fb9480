"""How an index grows: time, memory, disk, recall and accuracy, from 60 passages to as many as are asked for.

Each size is built, and asked, in a process of its own, so that memory is its own too. What a size has in common
with the one before is not embedded again; its graph of vectors is made anew.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus import load
from evals.bench.lookalikes import lookalikes
from evals.bench.process import run
from evals.items import Item, load_items
from evals.measures import percentile
from index import layout
from index.build import build
from index.chunks import Chunk
from index.embedder import LocalEmbedder
from index.kept import Kept
from index.manifest import manifest_for, read_manifest
from index.models import embedder_for
from index.open import chunks_of
from index.retrieve import KEPT, Index
from index.settings import IndexSettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SIZES = (60, 351, 1_000, 10_000, 100_000)
QUESTIONS, WARM_UPS = 300, 20
NEAREST = 10
_DIGEST = "0" * 64
#: Cosines nearer to each other than this stand for the same rank.
_SAME = 1e-6


def scaling(
    home: Path, exports: Path, sizes: Sequence[int], heard: Callable[[int, int], None]
) -> list[dict[str, Any]]:
    """One row a size, ascending.

    Args:
        home: folder where the indexes are built, one over the other.
        exports: folder of the exported model.
        sizes: numbers of passages.
        heard: hears how many sizes are done.
    """
    rows = []
    for done, size in enumerate(sorted(sizes)):
        heard(done, len(sizes))
        row: dict[str, Any] = {"passages": size}
        for step in ("build", "ask", "change"):
            command = [sys.executable, "-m", "evals.bench.scaling", step, str(size), str(home), str(exports)]
            cost = run(command)
            row[step] = json.loads(cost.output) | {"memory": cost.memory}
        rows.append(row)
    heard(len(sizes), len(sizes))
    return rows


def passages(size: int) -> list[Chunk]:
    """The first passages of the guidance, and after its last one look-alikes."""
    corpus = load()
    own = list(chunks_of(corpus))[:size]
    more = (chunk for document in lookalikes(corpus) for chunk in document)
    return own + list(islice(more, size - len(own)))


def build_step(size: int, home: Path, embedder: LocalEmbedder) -> dict[str, Any]:
    """Build the index of so many passages; how long the vectors took that were not there, and the rest."""
    chunks = passages(size)
    heard: list[tuple[int, float]] = []
    start = time.perf_counter()
    build(
        chunks,
        _DIGEST,
        home / "index",
        embedder,
        lambda done, _all: heard.append((done, time.perf_counter())),
    )
    seconds = time.perf_counter() - start
    embedding = heard[-1][1] - heard[0][1]
    files = [p for p in layout.live(home / "index").rglob("*") if p.is_file()]
    return {
        "seconds": seconds,
        "embedded": size - heard[0][0],
        "embedding": embedding,
        "rest": seconds - embedding,
        "disk": sum(p.stat().st_size for p in files),
    }


def change_step(size: int, home: Path, embedder: LocalEmbedder) -> dict[str, Any]:
    """Replace the passages of one document, the last; how long that takes, and how many were embedded."""
    chunks = passages(size)
    document = chunks[-1].passage_id.rsplit("/", 1)[0]
    changed = [
        Chunk(c.passage_id, f"Amended. {c.text}") if c.passage_id.startswith(f"{document}/") else c
        for c in chunks
    ]
    heard: list[int] = []
    start = time.perf_counter()
    build(changed, _DIGEST, home / "index", embedder, lambda done, _all: heard.append(done))
    return {"seconds": time.perf_counter() - start, "embedded": size - heard[0]}


def ask_step(size: int, home: Path, embedder: LocalEmbedder) -> dict[str, Any]:
    """Ask the development questions: times in seconds, recall against exact search, places found."""
    chunks = passages(size)
    location = home / "index"
    index = Index.open(location, embedder, manifest_for(chunks, _DIGEST, embedder))
    folder = layout.live(location)
    kept = Kept.open(folder / KEPT, read_manifest(folder).kept_sha256)
    assert kept is not None
    items = [i for i in load_items("development") if not i.history and i.outcome == "answered" and i.places]
    asked = list({i.question: i for i in items}.values())[: WARM_UPS + QUESTIONS]
    times, recalls, found = [], [], []
    for n, item in enumerate(asked):
        some = _timed(index, embedder, item.question)
        if n >= WARM_UPS:
            times.append(some)
            vector = embedder.questions.embed([item.question])[0]
            recalls.append(_recall(kept, vector, index._store.query(vector, NEAREST)[0]))
            found.append(_place_rank(index, item))
    return {
        "n": len(times),
        "times": {name: _percentiles([t[name] for t in times]) for name in times[0]},
        "recall": sum(recalls) / len(recalls),
        "found_4": sum(rank <= 4 for rank in found) / len(found),
        "found_10": sum(rank <= 10 for rank in found) / len(found),
    }


def _timed(index: Index, embedder: LocalEmbedder, question: str) -> dict[str, float]:
    start = time.perf_counter()
    vector = embedder.questions.embed([question])[0]
    embedded = time.perf_counter()
    index._store.query(vector, 100)
    queried = time.perf_counter()
    index.scores("", lexical_query=question, limit=100)
    ended = time.perf_counter()
    return {
        "embedding": embedded - start,
        "vectors": queried - embedded,
        "words": ended - queried,
        "all": ended - start,
    }


def _recall(kept: Kept, vector: NDArray[np.float32], ids: Sequence[str]) -> float:
    """Share of those found that are as near as the nearest by exact search."""
    import numpy as np

    cosines = np.asarray(kept.vectors @ vector)
    least = np.sort(cosines)[-min(NEAREST, len(cosines))]
    rows = kept.rows_of(np.array([i.encode() for i in ids]))
    return float((cosines[rows] >= least - _SAME).sum() / min(NEAREST, len(cosines)))


def _place_rank(index: Index, item: Item) -> int:
    """Rank of the first hit at a place that the item accepts; more than any where there is none."""
    accepted = {(p.document, p.recommendation, p.part) for p in item.places}
    by_id = _places()
    for hit in index.search(item.question, NEAREST):
        if by_id.get(hit.passage_id) in accepted:
            return hit.rank
    return sys.maxsize


@cache
def _places() -> dict[str, tuple[str, int | None, str]]:
    return {p.id: (p.document, p.recommendation, p.part.value) for p in load().passages}


def _percentiles(values: Sequence[float]) -> dict[str, float]:
    return {f"p{p}": percentile(values, p) for p in (50, 95, 99)}


_STEPS = {"build": build_step, "ask": ask_step, "change": change_step}


def main(step: str, size: str, home: str, exports: str) -> None:
    """One step for one size in this process; prints what it measured as JSON."""
    embedder = embedder_for(IndexSettings(Path(home), None).model, Path(exports))
    print(json.dumps(_STEPS[step](int(size), Path(home), embedder)))


if __name__ == "__main__":
    main(*sys.argv[1:])
