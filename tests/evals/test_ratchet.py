from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evals.aggregates import aggregates
from evals.lines import Line, RunError
from evals.ratchet import below, gated, read_baseline, sample_name, write_baseline

Make = Callable[..., Line]


@pytest.fixture
def baseline(make_line: Make, tmp_path: Path) -> Path:
    path = tmp_path / "baseline.json"
    write_baseline("test", aggregates([good(make_line, n) for n in range(4)]), path)
    return path


def good(make_line: Make, n: int, **scores: float) -> Line:
    return make_line(id=str(n), scores={"wrong_recommendation": 0.0, "target_f1": 1.0} | scores)


def test_as_good_as_before_is_good_enough(make_line: Make, baseline: Path) -> None:
    now = aggregates([good(make_line, n) for n in range(4)])
    assert below(read_baseline(baseline), "test", now) == ()


def test_less_is_told_with_both_figures(make_line: Make, baseline: Path) -> None:
    now = aggregates([good(make_line, n, target_f1=0.5) for n in range(4)])
    assert below(read_baseline(baseline), "test", now) == ("all/target_f1 is 0.5000, the baseline 1.0000",)


def test_more_of_what_should_be_little_is_worse(make_line: Make, baseline: Path) -> None:
    now = aggregates([good(make_line, n, wrong_recommendation=float(n == 0)) for n in range(4)])
    (fault,) = below(read_baseline(baseline), "test", now)
    assert fault == "all/wrong_recommendation is 0.2500, the baseline 0.0000"


def test_a_figure_that_is_gone_counts_as_lost(make_line: Make, baseline: Path) -> None:
    now = aggregates([make_line(id=str(n), scores={"wrong_recommendation": 0.0}) for n in range(4)])
    assert below(read_baseline(baseline), "test", now) == ("all/target_f1 is undefined, the baseline 1.0000",)


def test_other_items_need_another_baseline(make_line: Make, baseline: Path) -> None:
    now = aggregates([good(make_line, n) for n in range(5)])
    with pytest.raises(RunError, match=r"of 4 items, the run of 5\. Run: python -m evals baseline"):
        below(read_baseline(baseline), "test", now)
    with pytest.raises(RunError, match=r"nothing for 'development'\. Run: "):
        below(read_baseline(baseline), "development", now)


def test_a_baseline_that_does_not_count_its_items_says_what_mends_it(make_line: Make) -> None:
    now = aggregates([good(make_line, 0)])
    with pytest.raises(RunError, match=r"'test' does not say of how many .* Run: python -m evals baseline$"):
        below({"test": {"all/right": 1.0}}, "test", now)


def test_samples_have_baselines_of_their_own(make_line: Make, baseline: Path) -> None:
    write_baseline(sample_name("test", True, 6), aggregates([good(make_line, 0)]), baseline)
    assert set(read_baseline(baseline)) == {"test", "test, typed, one in 6"}


def test_what_is_undefined_is_not_gated(make_line: Make) -> None:
    found = gated(aggregates([make_line()]))
    assert found["all/right"] == 1.0
    assert "all/target_f1" not in found
    assert "consistency" not in found


@pytest.mark.parametrize("text", ["", "[]", '{"test": 3}', '{"test": {"all/right": "much"}}'])
def test_a_damaged_baseline_is_told_in_a_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RunError, match=r"baseline\.json cannot be read .* Run: git checkout"):
        read_baseline(path)


def test_the_committed_baseline_can_be_read() -> None:
    assert all("all/right" in figures for figures in read_baseline().values())
