"""What the adapter for questions is learned from, and how well it does on questions that it did not learn from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.evidence.queries import dense_query
from assistant.language.clean import QuestionError, clean
from assistant.language.spelling import Speller
from assistant.library.library import Library
from assistant.question.question import read
from evals.items import Item, ItemError, item_lines
from evals.scores.retrieval import passages_with, relevant_passages
from index.teaching import Example

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus import Corpus

    Vectors = NDArray[np.float32]

#: Questions written for teaching alone, each with where its answer stands, or with nothing.
WRITTEN = Path(__file__).parent / "data" / "teaching"
#: Characters of a question at most: what stands in longer ones is mostly no question.
_LONGEST = 400
#: Reasons of refusals that say: nothing in the documents answers this.
_NOTHING = ("not_in_documents", "out_of_scope")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question and what is to be learned from it."""

    hand: str
    """Who wrote it, as far as names tell: questions of one hand are alike."""
    question: str
    """As it was typed."""
    right: tuple[int, ...]
    """Numbers of the passages that answer it; empty where none does."""


def from_items(items: Iterable[Item], corpus: Corpus) -> Iterator[Lesson]:
    """The items that tell which passages answer their question, or that none does.

    Left out are follow-ups, whose question is put together from several, and refusals of another kind.
    """
    rows = {p.id: n for n, p in enumerate(corpus.passages)}
    for item in items:
        if item.history:
            continue
        answered = item.outcome == "answered"
        right = tuple(rows[p.id] for p in relevant_passages(item, corpus)) if answered else ()
        if right or item.reason in _NOTHING:
            yield Lesson(hand_of(item.id), item.question, right)


def written(corpus: Corpus, folder: Path = WRITTEN) -> Iterator[Lesson]:
    """The questions written for teaching.

    Raises:
        ItemError: a line is none, or its evidence stands in no passage; the message says where.
    """
    rows = {p.id: n for n, p in enumerate(corpus.passages)}
    for file in sorted(folder.glob("*.jsonl")):
        for where, line in item_lines(file):
            try:
                given = json.loads(line)
                question, document, evidence = given["question"], given["document"], given["evidence"]
            except (ValueError, TypeError, KeyError) as error:
                raise ItemError(
                    f"{where} is no question with its evidence ({error}). Run: git checkout -- {file}"
                ) from None
            right = tuple(rows[p.id] for p in passages_with(evidence, document, corpus)) if document else ()
            if document and not right:
                raise ItemError(f"{where}: its evidence stands in no passage. Run: git checkout -- {file}")
            yield Lesson(file.stem, question, right)


def example(lesson: Lesson, library: Library, speller: Speller) -> Example | None:
    """A lesson as the program would embed its question; None where it would embed nothing, or very much."""
    try:
        query = dense_query(read(clean(lesson.question), library, speller).focus, library)
    except QuestionError:
        return None
    return Example(query, lesson.right) if 0 < len(query) <= _LONGEST else None


def folds(lessons: Sequence[Lesson], number: int) -> Iterator[tuple[list[Lesson], list[Lesson]]]:
    """So many times the lessons in two: those to learn from, and those to be tried on; one hand is never on both sides."""
    hands = sorted({x.hand for x in lessons})
    for at in range(number):
        tried = set(hands[at::number])
        yield [x for x in lessons if x.hand not in tried], [x for x in lessons if x.hand in tried]


def hand_of(item_id: str) -> str:
    """The letters that the ids of one hand begin with."""
    return item_id.split("-")[0].rstrip("0123456789")


@dataclass(frozen=True, slots=True)
class Standing:
    """How well vectors of questions find the passages that answer."""

    n: int
    """Questions that have an answer."""
    first: float
    """Share of them whose nearest passage answers."""
    among_five: float
    """Share of them of whose five nearest passages one answers."""
    unanswered: int
    """Questions that have none."""
    told_apart: float
    """Of a question with and one without an answer, how often the first has the nearer passage."""


def standing(examples: Sequence[Example], vectors: Vectors, passages: Vectors) -> Standing:
    """How well some vectors, one for each question, do among those of the passages."""
    import numpy as np

    cosines = vectors @ passages.T
    order = np.argsort(-cosines, axis=1)[:, :5].tolist()
    some = [(set(e.right), found) for e, found in zip(examples, order, strict=True) if e.right]
    has = np.array([bool(e.right) for e in examples])
    yes, no = cosines.max(axis=1)[has], cosines.max(axis=1)[~has]
    apart = (yes[:, None] > no[None, :]).mean() if len(yes) and len(no) else float("nan")
    return Standing(
        n=len(some),
        first=sum(found[0] in right for right, found in some) / max(1, len(some)),
        among_five=sum(not right.isdisjoint(found) for right, found in some) / max(1, len(some)),
        unanswered=int((~has).sum()),
        told_apart=float(apart),
    )
