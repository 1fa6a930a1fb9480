"""``evals teach``: the adapter with which questions are embedded, and their turn towards sentences."""

from __future__ import annotations

from pathlib import Path

import click

from evals.cli.progress import progress
from evals.sayings import Hearing
from evals.school import School
from evals.tables import console
from evals.teaching import Standing, folds, standing, told
from index.adapter import SHIPPED, Adapter, write_adapter
from index.embedder import Embedder
from index.fill import embed_all
from index.turn import SHIPPED as SHIPPED_TURN
from index.turn import write_turn


@click.command()
@click.option(
    "--folds", "number", type=click.IntRange(2), help="Only try: learn from all folds but one, in turn."
)
@click.option("--turn", is_flag=True, help="Leave the adapter as it is: learn only how its questions are turned towards sentences.")  # fmt: skip
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), default=SHIPPED.parent, help="Folder to write to; the program's own by default.")  # fmt: skip
def teach(number: int | None, turn: bool, to: Path) -> None:
    """Learn how questions are worded, from the development questions and those written for it.

    Written are the adapter and the turn. A turn holds for one adapter alone.
    """
    school = School.open()
    if number is not None:
        _try_turn(school, number) if turn else _try_adapter(school, number)
        return
    path = to / SHIPPED.name
    if not turn:
        learned = school.examples(school.lessons)
        with progress("Steps") as heard:
            made = school.learned(learned, heard)
        write_adapter(path, made.layers, made.kinds, school.embedder.digest)
        console().print(f"{len(learned)} questions learned from; written to {path}")
    questions = school.embedder.with_adapter(Adapter(path if path.exists() else SHIPPED))
    said = school.said(school.sayings)
    with console().status("Learning the turn …"):
        write_turn(to / SHIPPED_TURN.name, school.turned(said, questions), questions.digest)
    console().print(f"{len(said)} questions turned; written to {to / SHIPPED_TURN.name}")


def _try_adapter(school: School, number: int) -> None:
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


def _try_turn(school: School, number: int) -> None:
    """Over the shipped adapter, which has seen the questions that are kept from the turn."""
    questions: Embedder = school.embedder.questions
    for others, own in folds(school.sayings, number):
        made = school.turned(school.said(others), questions)
        _say_heard(school.heard(school.said(own), questions, made))


def _say(before: Standing, after: Standing) -> None:
    console().print(
        f"{after.n} answered, {after.unanswered} not: nearest passage right {before.first:.1%} -> {after.first:.1%}, "
        f"among five {before.among_five:.1%} -> {after.among_five:.1%}, "
        f"with and without an answer told apart {before.told_apart:.3f} -> {after.told_apart:.3f}"
    )


def _say_heard(heard: Hearing) -> None:
    console().print(
        f"{heard.n} questions of a time that is told, {heard.untimed} of one that is not: nearest sentence right "
        f"{heard.first:.1%}, told apart {heard.told_apart:.3f}"
    )
