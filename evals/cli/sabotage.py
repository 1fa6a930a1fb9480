"""``evals sabotage``: can the suite fail?"""

from __future__ import annotations

import sys

import click

from evals.cli.asking import asked
from evals.opening import Opener
from evals.sabotage import sabotages
from evals.suites import TIERS
from evals.tables import console, sabotage_table


@click.command()
@click.argument("tier", type=click.Choice(TIERS), default="test")
@click.option("--every", type=click.IntRange(1), default=3, show_default=True, metavar="N", help="Only each Nth item.")  # fmt: skip
def sabotage(tier: str, every: int) -> int:
    """Spoil the assistant in six ways; each must turn the suite red."""
    opener = Opener(retrieval=False)
    answers = asked(tier, every, opener)
    found = sabotages(answers, opener.corpus)
    console().print(sabotage_table(found, len(answers)))
    green = [s.name for s in found if not s.red]
    if green:
        again = f"python -m evals sabotage {tier} --every 1"
        print(f"Not noticed: {', '.join(green)}. Run: {again}", file=sys.stderr)
    return 1 if green else 0
