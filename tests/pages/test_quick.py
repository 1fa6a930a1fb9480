"""A rerun without a question costs next to nothing."""

from __future__ import annotations

import statistics
import time

import pytest

from tests.pages.screen import asked, opened

#: Milliseconds, at the median.
QUICK = 50
RUNS = 9


@pytest.mark.slow
@pytest.mark.parametrize("page", ["ask", "guidance", "timeline", "recommendations"])
def test_a_rerun_without_a_question_is_quick(page: str) -> None:
    screen = opened(page)
    if page == "ask":
        asked(asked(screen, "What is the timescale for recommendation 14?"), "and 12?")
    screen.run()
    taken = []
    for _ in range(RUNS):
        begun = time.process_time()
        screen.run()
        taken.append((time.process_time() - begun) * 1000)
    print(f"{page}: median {statistics.median(taken):.0f} ms, n={RUNS}")
    assert statistics.median(taken) < QUICK
