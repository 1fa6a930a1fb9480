"""``evals check``: are the items and the typed gold sound?"""

from __future__ import annotations

import click

from corpus import load
from evals import checking
from evals.known import check_known


@click.command()
def check() -> int:
    """Check items and gold: that they parse, ids, twins, and that the documents bear them out."""
    corpus = load()
    checked = checking.check(corpus)
    problems = (*checked.problems, *check_known(corpus))
    for problem in problems:
        print(problem)
    for remark in checked.remarks:
        print(f"(remark) {remark}")
    counts = ", ".join(f"{n} in {tier}" for tier, n in checked.items.items())
    print(f"{sum(checked.items.values())} items ({counts}); {len(problems)} problems")
    return 1 if problems else 0
