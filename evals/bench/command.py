"""``evals bench``: start, warm questions, batches, people at once, and growth, each beside its floor."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TextIO

import click

from evals.bench.measuring import PARTS, run
from evals.bench.scaling import QUESTIONS, SIZES
from evals.bench.table import markdown
from evals.readme import write_between


@click.command()
@click.option(
    "--part", "parts", type=click.Choice(PARTS), multiple=True, help="Only this; may be given again."
)
@click.option("--size", "sizes", type=click.IntRange(20), multiple=True, help=f"Passages; else {SIZES}.")
@click.option(
    "--n", type=click.IntRange(1), default=QUESTIONS, show_default=True, help="Questions that search."
)
@click.option("--json", "kept", type=click.File("w", encoding="utf-8"), help="Write all figures here.")
@click.option(
    "--from", "earlier", type=click.Path(exists=True, path_type=Path), help="Figures of an earlier run."
)
@click.option("--readme", is_flag=True, help="Write the tables into the README.")
def bench(
    parts: tuple[str, ...],
    sizes: tuple[int, ...],
    n: int,
    kept: TextIO | None,
    earlier: Path | None,
    readme: bool,
) -> None:
    """Measure start, warm questions, batches, people at once and growth, beside their floors.

    It takes some minutes, and most of an hour for the growth to 100,000 passages. Run it on a machine that does
    nothing else. With --from, nothing but the parts given is measured, and the others are taken over.
    """
    before = json.loads(earlier.read_text(encoding="utf-8")) if earlier else {}
    chosen = parts or (() if earlier else PARTS)
    measured = before | run(chosen, sizes or SIZES, n, heard=_tell) if chosen else before
    if kept:
        json.dump(measured, kept, indent=1)
    table = markdown(measured)
    if readme:
        write_between("bench", table)
    click.echo(table)


def _tell(what: str, done: int, whole: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == whole else ""
        print(f"\r{what}: {done} of {whole}   ", end=end, file=sys.stderr, flush=True)
