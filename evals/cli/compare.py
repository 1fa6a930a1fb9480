"""``evals compare``: two runs, item by item."""

from __future__ import annotations

import click

from evals.comparing import compare as compared
from evals.record import found_run
from evals.tables import comparison_table, console


@click.command()
@click.argument("first")
@click.argument("second")
@click.option("--items", is_flag=True, help="Name the items that were won and lost.")
def compare(first: str, second: str, items: bool) -> None:
    """Compare two runs on the items that both have: wins, losses, ties and McNemar's exact test."""
    made = compared(found_run(first).lines, found_run(second).lines)
    out = console()
    out.print(comparison_table(made))
    if made.changed:
        out.print(f"{made.changed} items have another gold in the second run and were left out.")
    if items:
        for name, ids in (("won", made.won), ("lost", made.lost)):
            out.print(f"{name}: {', '.join(ids) or 'none'}", soft_wrap=True)
