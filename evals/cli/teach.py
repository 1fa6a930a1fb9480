"""``evals teach``: the adapter with which questions are embedded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.opening import open_assistant
from evals.cli.progress import progress
from evals.items import load_items
from evals.tables import console
from evals.teaching import Lesson, Standing, example, folds, from_items, standing, written
from index.adapter import SHIPPED, LowRank, write_adapter
from index.embedder import LocalEmbedder, embedder_for
from index.fill import embed_all
from index.open import chunks_of
from index.settings import IndexSettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.teaching import Example

    Vectors = NDArray[np.float32]


@click.command()
@click.option(
    "--folds", "number", type=click.IntRange(2), help="Only try: learn from all folds but one, in turn."
)
@click.option("--to", type=click.Path(path_type=Path), default=SHIPPED, help="Where the adapter is written; the program's own place by default.")  # fmt: skip
def teach(number: int | None, to: Path) -> None:
    """Learn how questions are worded, from the development questions and those written for it; write the adapter."""
    assistant = open_assistant()
    corpus = assistant.library.corpus
    settings = IndexSettings.from_environment()
    embedder = embedder_for(settings.model, settings.exports)
    passages = embed_all([c.text for c in chunks_of(corpus)], embedder)

    def examples(some: Sequence[Lesson]) -> list[Example]:
        return [e for x in some if (e := example(x, assistant.library, assistant.speller))]

    lessons = [*from_items(load_items("development"), corpus), *written(corpus)]
    if number is None:
        learned = examples(lessons)
        write_adapter(to, _learned(embedder, learned, passages), embedder.digest)
        console().print(f"{len(learned)} questions learned from; written to {to}")
        return
    for others, own in folds(lessons, number):
        tried = examples(own)
        questions = [e.question for e in tried]
        before = standing(tried, embed_all(questions, embedder), passages)
        vectors = _embedded(embedder, _learned(embedder, examples(others), passages), questions)
        _say(before, standing(tried, vectors, passages))


def _learned(embedder: LocalEmbedder, examples: Sequence[Example], passages: Vectors) -> dict[str, LowRank]:
    from index.teaching import teach as learn

    with progress("Steps") as heard:
        return learn(embedder.folder, examples, passages, heard=heard)


def _embedded(embedder: LocalEmbedder, added: dict[str, LowRank], questions: list[str]) -> Vectors:
    from index.reference import Reference

    return Reference(embedder.folder, added).embed(questions)


def _say(before: Standing, after: Standing) -> None:
    console().print(
        f"{after.n} answered, {after.unanswered} not: nearest passage right {before.first:.1%} -> {after.first:.1%}, "
        f"among five {before.among_five:.1%} -> {after.among_five:.1%}, "
        f"with and without an answer told apart {before.told_apart:.3f} -> {after.told_apart:.3f}"
    )
