"""``evals floor``: warm questions beside their floor."""

from __future__ import annotations

import sys

import click

from corpus import load
from evals.cli.progress import progress
from evals.floor import LEAST, measure
from evals.items import load_items
from evals.tables import console, floor_table


@click.command()
@click.option("--n", type=click.IntRange(1), default=LEAST, show_default=True, help="Questions that search.")
@click.option("--fail-over", type=float, metavar="RATIO", help="Exit 1 if the median takes more than RATIO floors.")  # fmt: skip
def floor(n: int, fail_over: float | None) -> int:
    """Time warm questions beside their floor: one embedding and one query."""
    questions = [item.question for item in load_items("development") if not item.history]
    with progress("Questions") as heard:
        measured = measure(load(), questions, least=n, heard=heard)
    console().print(floor_table(measured))
    missed = fail_over is not None and not measured.ratio <= fail_over
    if missed:
        print(f"Over the {fail_over} floors asked for. Run: python -m evals floor", file=sys.stderr)
    return 1 if missed else 0
