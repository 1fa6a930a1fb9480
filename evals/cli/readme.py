"""``evals readme``: the newest whole test run's table goes into the README."""

from __future__ import annotations

import click

from evals.readme import results_table, write_between
from evals.record import latest_run


@click.command()
def readme() -> None:
    """Write the newest whole test run's table into the README."""
    write_between("results", results_table(latest_run("test", whole=True)))
