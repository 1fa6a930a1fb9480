"""``evals gate``: does the gate catch what is false, and let pass what is true?"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from assistant.gate import faults
from evals.cli.asking import asked
from evals.mutation import corrupted_claims, tally, true_claims
from evals.opening import Opener
from evals.suites import TIERS
from evals.tables import console, gate_table

CAUGHT, FLAGGED = 0.99, 0.005


@click.command()
@click.argument("tier", type=click.Choice(TIERS), default="test")
@click.option("--every", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Only each Nth item.")  # fmt: skip
@click.option("--list", "listed", is_flag=True, help="Show the claims that were judged wrongly.")
@click.option("--json", "file", type=click.Path(path_type=Path), help="Also write the counts here.")
def gate(tier: str, every: int, listed: bool, file: Path | None) -> int:
    """Corrupt true claims in one place each, and count what the gate catches and what it wrongly flags."""
    opener = Opener(retrieval=False)
    corpus = opener.corpus
    true = true_claims([a.answer for a in asked(tier, every, opener)], corpus)
    false = tuple(corrupted_claims(true, corpus))
    counts = tally((*true, *false), faults, corpus)
    console().print(gate_table(counts))
    if file:
        file.write_text(json.dumps({k: asdict(v) for k, v in counts.items()}, indent=2), encoding="utf-8")
    for claim in (*true, *false) if listed else ():
        if bool(faults(claim.answer, corpus)) != bool(claim.corrupted):
            own = claim.answer.text.split("\n\n")[0]
            console().print(
                f"{claim.corrupted or 'true'} {claim.change}: {own}", soft_wrap=True, markup=False
            )
    caught = sum(t.flagged for k, t in counts.items() if k != "true") / max(1, len(false))
    flagged = counts["true"].flagged / counts["true"].n
    if caught >= CAUGHT and flagged <= FLAGGED:
        return 0
    again = f"python -m evals gate {tier} --list"
    print(
        f"At least {CAUGHT:.1%} must be caught and at most {FLAGGED:.1%} flagged. Run: {again}",
        file=sys.stderr,
    )
    return 1
