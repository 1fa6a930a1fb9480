"""``evals teach``: the adapter with which questions are embedded."""

from __future__ import annotations

from pathlib import Path

import click

from evals.cli.progress import progress
from evals.school import School
from evals.tables import console
from evals.teaching import Standing, folds, standing, told
from index.adapter import SHIPPED, write_adapter
from index.fill import embed_all


@click.command()
@click.option(
    "--folds", "number", type=click.IntRange(2), help="Only try: learn from all folds but one, in turn."
)
@click.option("--to", type=click.Path(path_type=Path), default=SHIPPED, help="Where the adapter is written; the program's own place by default.")  # fmt: skip
def teach(number: int | None, to: Path) -> None:
    """Learn how questions are worded, from the development questions and those written for it; write the adapter."""
    school = School.open()
    if number is None:
        learned = school.examples(school.lessons)
        with progress("Steps") as heard:
            made = school.learned(learned, heard)
        write_adapter(to, made.layers, made.kinds, school.embedder.digest)
        console().print(f"{len(learned)} questions learned from; written to {to}")
        return
    for others, own in folds(school.lessons, number):
        tried = school.examples(own)
        questions = [e.question for e in tried]
        before = standing(tried, embed_all(questions, school.embedder), school.passages)
        with progress("Steps") as heard:
            made = school.learned(school.examples(others), heard)
        with school.taught(made) as (_, embedder):
            vectors = embed_all(questions, embedder)
        _say(before, standing(tried, vectors, school.passages))
        for kind, so in told(tried, vectors, made.kinds).items():
            console().print(f"  {kind}: {so.found} of {so.n} found, and {so.others} others")


def _say(before: Standing, after: Standing) -> None:
    console().print(
        f"{after.n} answered, {after.unanswered} not: nearest passage right {before.first:.1%} -> {after.first:.1%}, "
        f"among five {before.among_five:.1%} -> {after.among_five:.1%}, "
        f"with and without an answer told apart {before.told_apart:.3f} -> {after.told_apart:.3f}"
    )
