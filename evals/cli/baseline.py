"""``evals baseline``: make a run's figures the ones that must not be lost."""

from __future__ import annotations

import click

from evals.lines import RunError
from evals.ratchet import BASELINE, sample_name, write_baseline
from evals.record import found_run, latest_run


@click.command()
@click.argument("run", required=False)
def baseline(run: str | None) -> None:
    """Make the figures of RUN (the newest whole test run) the committed baseline."""
    found = found_run(run) if run else latest_run("test", whole=True)
    c = found.configuration
    if c.sets:
        raise RunError(f"{found.folder.name} asked only some sets. Run: python -m evals run {c.tier}")
    write_baseline(sample_name(c.tier, c.typed, c.every), found.aggregates)
    print(f"Written to {BASELINE}")
