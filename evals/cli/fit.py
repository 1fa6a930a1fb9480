"""``evals fit``: the weights that tell an answer from a passage only near it."""

from __future__ import annotations

import click

from assistant.refusals.signs import Signs
from evals import fitting
from evals.cli.progress import progress
from evals.school import School
from evals.tables import console
from evals.teaching import folds


@click.command()
@click.option(
    "--folds", "number", type=click.IntRange(2), default=3, help="Into how many parts the questions go."
)
def fit(number: int) -> None:
    """Fit the weights that tell an answer from a passage only near it, and show them.

    The questions of each fold are embedded with an adapter learned from the others: with the shipped one, which has
    seen them all, cosines would seem surer than they are.
    """
    school = School.open()
    found: list[tuple[Signs, bool]] = []
    for others, own in folds(school.lessons, number):
        with progress("Steps") as heard:
            made = school.learned(school.examples(others), heard)
        with school.taught(made) as (assistant, _):
            found += fitting.examples(own, assistant)
    fitted = fitting.fit(found)
    console().print(
        f"{fitted.n} drafts; shown of the answerable: {fitted.shown:.1%}; refused of the others: {fitted.refused:.1%}"
    )
    console().print(", ".join(f"{name}={weight:+.2f}" for name, weight in fitted.weights.items()))
