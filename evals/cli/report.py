"""``evals report``: the report of a run, written anew."""

from __future__ import annotations

import click

from evals.record import found_run, latest_run
from evals.report import write_report


@click.command()
@click.argument("run", required=False)
def report(run: str | None) -> None:
    """Write the HTML report of RUN (the newest, without one) and say where it is."""
    print(write_report(found_run(run) if run else latest_run()))
