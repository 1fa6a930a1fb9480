"""``evals fit``: the weights that tell an answer from a passage only near it."""

from __future__ import annotations

import click

from assistant.opening import open_assistant
from evals import fitting
from evals.items import load_items
from evals.tables import console


@click.command()
def fit() -> None:
    """Fit the weights that tell an answer from a passage only near it, and show them."""
    made = fitting.fit(list(fitting.examples(load_items("development"), open_assistant())))
    console().print(
        f"{made.n} drafts; shown of the answerable: {made.shown:.1%}; refused of the others: {made.refused:.1%}"
    )
    console().print(", ".join(f"{name}={weight:+.2f}" for name, weight in made.weights.items()))
