"""The tasks of inspect_ai, where it is installed: the same items, the same scores."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.items import load_items
from evals.opening import Opener
from evals.running import ask
from evals.suites import suites

inspect_ai = pytest.importorskip(
    "inspect_ai", reason="inspect_ai is not installed. Run: pip install -e '.[inspect]'"
)

EVERY = 20


@pytest.mark.slow
def test_a_task_scores_as_a_run_does(tmp_path: Path) -> None:
    from evals import inspecting

    (log,) = inspect_ai.eval(
        inspecting.status(every=EVERY), model="none", log_dir=str(tmp_path), display="none"
    )
    assert log.status == "success"
    opener = Opener()
    (suite, *_) = suites("test", opener.corpus, ["status"])
    opened = opener(suite)
    lines = {f"{suite.name}/{i.id}": ask(i, suite.name, opened) for i in suite.items[::EVERY]}
    assert {s.id: s.scores["judged"].value == "C" for s in log.samples} == {
        n: x.right for n, x in lines.items()
    }
    assert {s.id: s.scores["judged"].metadata["checks"] for s in log.samples} == {
        n: x.checks for n, x in lines.items()
    }


def test_every_set_has_a_task() -> None:
    from evals import inspecting

    sets = {i.set for i in load_items("test")}
    assert {name.replace("-", "_") for name in sets} <= set(vars(inspecting))
