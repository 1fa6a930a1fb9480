"""From the start of a process to its first answer, beside the floor; and what the imports cost."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from evals.bench.process import Cost, run
from index import layout
from index.models import embedder_for
from index.retrieve import VECTORS
from index.settings import IndexSettings

FREE = "What does the guidance say about early help for families?"
NAMED = "What is the timescale for recommendation 14?"
_ENTRIES = {
    "assistant --help": ("-m", "assistant.cli", "--help"),
    "import corpus": ("-c", "import corpus"),
    "import index.open": ("-c", "import index.open"),
    "import assistant.opening": ("-c", "import assistant.opening"),
    "import assistant.chain": ("-c", "import assistant.chain; assistant.chain.make_chain"),
    "import chromadb": ("-c", "import chromadb"),
    "import onnxruntime, tokenizers": ("-c", "import onnxruntime, tokenizers"),
}


def starts(settings: IndexSettings, times: int, heard: Callable[[int, int], None]) -> dict[str, Any]:
    """Seconds, processor seconds and memory of the floor and of ``assistant ask``, run in turns.

    Args:
        settings: where the index lies; it must have been built.
        times: how often each is run.
        heard: hears how many rounds are done.
    """
    embedder = embedder_for(settings.model, settings.exports)
    model = settings.exports / embedder.questions.digest[:16]
    # The floor writes where it reads, so it gets a copy of the vectors.
    with tempfile.TemporaryDirectory() as folder:
        vectors = Path(folder) / "vectors"
        _copy(layout.live(settings.location) / VECTORS, vectors)
        floor = [sys.executable, str(Path(__file__).with_name("bare.py")), str(model), str(vectors), FREE]
        commands = {
            "floor": floor,
            "free": [sys.executable, "-m", "assistant.cli", "ask", "--json", FREE],
            "named": [sys.executable, "-m", "assistant.cli", "ask", "--json", NAMED],
        }
        home = {"ASSISTANT_HOME": str(settings.home)}
        for command in commands.values():  # files are read into memory, modules compiled
            run(command, home)
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for done in range(times):
            heard(done, times)
            for name, command in commands.items():
                costs[name].append(run(command, home))
        heard(times, times)
    made: dict[str, Any] = {name: _summary(some) for name, some in costs.items()}
    made["ratio"] = made["free"]["seconds"] / made["floor"]["seconds"]
    made["processor_ratio"] = made["free"]["processor"] / made["floor"]["processor"]
    return made


def imports(times: int) -> dict[str, Any]:
    """Seconds and memory of a process that imports one thing, the bare interpreter's taken off the seconds."""
    bare = median(run([sys.executable, "-c", ""]).seconds for _ in range(times))
    made = {}
    for name, arguments in _ENTRIES.items():
        costs = [run([sys.executable, *arguments]) for _ in range(times)]
        made[name] = {
            "seconds": max(0.0, median(c.seconds for c in costs) - bare),
            "memory": int(median(c.memory for c in costs)),
        }
    return made


def _summary(costs: list[Cost]) -> dict[str, Any]:
    return {
        "n": len(costs),
        "seconds": median(c.seconds for c in costs),
        "fastest": min(c.seconds for c in costs),
        "processor": median(c.processor for c in costs),
        "memory": max(c.memory for c in costs),
    }


def _copy(folder: Path, target: Path) -> None:
    from index.database import copy_in_use

    copy_in_use(folder, target)
