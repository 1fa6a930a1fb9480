from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from corpus import load
from evals.bench import measuring, scaling
from evals.bench.command import bench
from evals.bench.lookalikes import lookalikes
from evals.bench.machine import PINNED, machine
from evals.bench.process import BenchError, run
from evals.bench.starts import starts
from evals.bench.table import markdown
from evals.items import load_items
from index.chunks import Chunk
from index.embedder import LocalEmbedder
from index.kinds import NO_KINDS, Kinds
from index.models import bundled_embedder
from index.open import open_index
from index.settings import IndexSettings

TIMES = {"n": 300, "p50": 0.004, "p95": 0.008, "p99": 0.01}
COST = {"n": 5, "seconds": 1.25, "processor": 1.1, "memory": 210_000_000, "fastest": 1.2}


def measured() -> dict[str, Any]:
    return {
        "machine": machine(),
        "load_after": [0.5, 0.4, 0.3],
        "start": {"floor": COST, "free": COST, "named": COST | {"seconds": 0.4}, "ratio": 1.1, "processor_ratio": 1.2},
        "warm": {
            "question": TIMES, "floor": TIMES, "named": TIMES, "without_search": TIMES,
            "stages": {"embedding": TIMES, "rest": TIMES}, "ratio": 1.4, "ratio_p95": 1.9,
        },
        "batch": {"n": 400, "threads": 3, "a_second": 123.4, "processor": 0.01},
        "people": TIMES | {"people": 50, "wrong": 0, "a_second": 99.0, "memory": 300_000_000},
        "scaling": [
            {
                "passages": 10_000,
                "build": {"embedding": 60.0, "embedded": 9_000, "rest": 9.5, "memory": 3e8, "disk": 4e7},
                "ask": {"times": {"all": TIMES, "vectors": TIMES}, "recall": 0.996, "found_10": 0.62, "memory": 2e8},
                "change": {"seconds": 1.5, "embedded": 8, "memory": 2e8},
            }
        ],
    }  # fmt: skip


def test_the_tables_show_what_was_measured() -> None:
    table = markdown(measured())
    assert "| `assistant ask`, recommendation and part named | 5 | 0.40 | 1.10 | 210 |" in table
    assert "| question over floor, times |  | 1.40 | 1.90 |  |" in table
    assert "| question that searches | 300 | 4.0 | 8.0 | 10.0 |" in table
    assert "50 people at once" in table
    assert "0 wrong or mixed answers" in table
    assert (
        "| 10,000 | 60 | 9,000 | 9.50 | 300 | 40 | 4.0 | 8.0 | 4.0 | 0.996 | 0.62 | 200 | 1.50 (8) |" in table
    )


def test_what_was_not_measured_is_left_out() -> None:
    some = measured()
    table = markdown({name: some[name] for name in ("machine", "load_after", "batch")})
    assert "123 questions a second" in table
    assert "people" not in table
    assert "passages" not in table


def test_an_earlier_run_is_shown_and_written_into_the_readme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures, readme = tmp_path / "figures.json", tmp_path / "README.md"
    figures.write_text(json.dumps(measured()), encoding="utf-8")
    readme.write_text("before\n<!-- bench: here -->\nold\n<!-- end of bench -->\nafter\n", encoding="utf-8")
    monkeypatch.setattr("evals.readme.README", readme)
    monkeypatch.setattr(measuring, "run", lambda *_, **__: pytest.fail("measured"))
    done = CliRunner().invoke(bench, ["--from", str(figures), "--readme"])
    assert done.exit_code == 0, done.output
    assert done.stdout.strip() == markdown(measured())
    assert readme.read_text(encoding="utf-8") == (
        f"before\n<!-- bench: here -->\n{markdown(measured())}\n<!-- end of bench -->\nafter\n"
    )


@pytest.mark.slow
def test_a_process_costs_what_it_takes() -> None:
    cost = run(
        [
            "python3",
            "-c",
            "import os, time; x = bytearray(80_000_000); time.sleep(0.2); print(os.environ['OMP_NUM_THREADS'])",
        ]
    )
    assert cost.output == f"{PINNED['OMP_NUM_THREADS']}\n"
    assert 0.2 <= cost.seconds < 30
    assert 80_000_000 <= cost.memory < 200_000_000


def test_a_process_that_fails_is_told() -> None:
    with pytest.raises(BenchError, match=r"Run: python3 -c raise SystemExit\(3\)$"):
        run(["python3", "-c", "raise SystemExit(3)"])


def test_lookalikes_are_many_different_and_the_same_each_time() -> None:
    corpus = load()
    first, again = ([c for d in islice(lookalikes(corpus), 120) for c in d] for _ in range(2))
    assert first == again
    assert len(first) > 500
    assert len({c.passage_id for c in first}) == len({c.text for c in first}) == len(first)
    guidance = {p.text for p in corpus.passages}
    assert not guidance & {c.text.split("\n")[0] for c in first if len(c.text) > 60}
    assert sum("child" in c.text.lower() for c in first) < len(first) / 20


class _Letters:
    name, digest, dimension = "letters", "0" * 64, 26

    @property
    def questions(self) -> _Letters:
        return self

    @property
    def kinds(self) -> Kinds:
        return NO_KINDS

    @property
    def turn(self) -> None:
        return None

    def embed(self, texts: list[str]) -> Any:
        import numpy as np

        rows = np.array([[1 + t.lower().count(chr(97 + i)) for i in range(26)] for t in texts])
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@pytest.mark.slow
def test_a_size_is_built_asked_and_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scaling, "QUESTIONS", 5)
    monkeypatch.setattr(scaling, "WARM_UPS", 2)
    letters: Any = _Letters()
    built = scaling.build_step(400, tmp_path, letters)
    assert built["embedded"] == 400
    assert built["disk"] > 400 * 26 * 4
    asked = scaling.ask_step(400, tmp_path, letters)
    assert asked["n"] == 5
    assert asked["recall"] == 1.0
    assert asked["times"]["all"]["p50"] >= asked["times"]["words"]["p50"]
    assert 0 < scaling.change_step(400, tmp_path, letters)["embedded"] < 40
    assert scaling.build_step(500, tmp_path, letters)["embedded"] in range(100, 140)


def test_passages_begin_with_the_guidance() -> None:
    some = scaling.passages(400)
    assert len(some) == 400
    assert all(isinstance(c, Chunk) for c in some)
    assert [c.passage_id for c in some[:351]] == [p.id for p in load().passages]
    assert scaling.passages(60) == some[:60]


@pytest.mark.slow
def test_the_start_of_a_process_beside_its_floor(home: Path) -> None:
    settings = IndexSettings(home, None)
    embedder: LocalEmbedder = bundled_embedder(settings.exports)
    open_index(load(), settings, embedder).close()
    found = starts(settings, 1, lambda *_: None)
    assert found["floor"]["seconds"] > 0.1
    assert found["ratio"] == found["free"]["seconds"] / found["floor"]["seconds"]
    assert found["named"]["processor"] < found["floor"]["processor"]
    assert found["free"]["memory"] <= 300_000_000


@pytest.mark.slow
def test_people_at_once_get_the_answers_that_each_would_get_alone(home: Path) -> None:
    from evals.bench.warm import people_at_once

    items = [i for i in load_items("development") if not i.history][:20]
    found = people_at_once(IndexSettings(home, None), items, people=10)
    assert (found["people"], found["n"], found["wrong"]) == (10, 20, 0)
