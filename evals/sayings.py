"""What the turn of questions towards sentences is learned from: questions with the sentences that tell what they ask for."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.evidence.queries import dense_query
from assistant.language.clean import QuestionError
from assistant.library.library import Library, Sentence
from assistant.model import Outcome, Reason
from assistant.question.facets import Want
from evals.items import Item, ItemError, item_lines
from evals.scores.retrieval import Span, gold_spans, spans_of
from evals.teaching import LONGEST, WRITTEN, hand
from index.turning import Said

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

#: What a question counts that asks for anything but a time: the turn is asked of those that do.
OTHERS = 0.5


@dataclass(frozen=True, slots=True)
class Saying:
    """A question and the sentences that tell what it asks for."""

    hand: str
    """Who wrote it, as far as names tell."""
    question: str
    """As it was typed."""
    right: tuple[int, ...]
    """Numbers of the sentences; empty where none does."""
    time: bool = False
    """It is known to ask for a time; else its wording tells."""


class Sentences:
    """All sentences of a library, numbered from 0 in reading order."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def all(self) -> tuple[tuple[str, Sentence], ...]:
        """Document and sentence."""
        return tuple((u.passage.document, s) for u in self._library.units for s in u.sentences)

    @cached_property
    def untimed(self) -> tuple[int, ...]:
        """Numbers of those without a date, and the one after the last, which stands for none of all."""
        return (*(n for n, (_, s) in enumerate(self.all) if not s.whens), len(self.all))

    def at(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """Numbers of those that stand at some places, in whole or in part."""
        found: set[int] = set()
        for document, start, end in spans:
            rows = self._rows.get(document, [])
            first = bisect_right(rows, start, key=itemgetter(1))
            last = bisect_left(rows, end, first, key=itemgetter(2))
            found.update(n for n, _, _ in rows[first:last])
        return tuple(sorted(found))

    @cached_property
    def _rows(self) -> dict[str, list[tuple[int, int, int]]]:
        """Number, end and start of each sentence of a document, in the order of their places."""
        made: dict[str, list[tuple[int, int, int]]] = {}
        for n, (document, s) in enumerate(self.all):
            made.setdefault(document, []).append((n, s.span.end, s.span.start))
        return {d: sorted(rows, key=lambda row: row[1]) for d, rows in made.items()}

    def of_items(self, items: Iterable[Item]) -> Iterator[Saying]:
        """What items tell; left out are follow-ups and questions that several places answer together."""
        for item in items:
            answered = item.outcome == Outcome.ANSWERED
            if item.history or (answered and item.all_places and len(item.recommendations) > 1):
                continue
            right = self.at(gold_spans(item, self._library.corpus)) if answered else ()
            if right or item.reason in (Reason.NOT_IN_DOCUMENTS, Reason.OUT_OF_SCOPE):
                yield Saying(hand(item.id), item.question, right, bool(item.dates))

    def written(self, folder: Path = WRITTEN) -> Iterator[Saying]:
        """What the questions written for teaching tell.

        Raises:
            ItemError: what a line says that tells of an undated deed stands nowhere; the message says where.
        """
        corpus = self._library.corpus
        for file in sorted(folder.glob("*.jsonl")):
            for where, line in item_lines(file):
                given = json.loads(line)
                if given.get("kind") not in (None, "none", "out_of_scope"):
                    continue
                told, document = given.get("undated") or given["evidence"], given["document"]
                papers = [document] if document else [d.id for d in corpus.documents] if told else []
                right = self.at((d, *s) for d in papers for s in spans_of(corpus, d, told))
                if "undated" in given and not right:
                    raise ItemError(f"{where}: {told!r} stands in no sentence. Run: git checkout -- {file}")
                if told and not right:
                    continue  # a line that names a status, which is no sentence
                yield Saying(file.stem, given["question"], right, given.get("asks") == Want.WHEN.value)

    def said(self, sayings: Iterable[Saying], assistant: Assistant) -> Iterator[Said]:
        """Questions as the program would embed them, with what is right of each."""
        for saying in sayings:
            try:
                question = assistant.read(saying.question)
            except QuestionError:
                continue
            asking = dense_query(question.focus, assistant.library)
            if 0 < len(asking) <= LONGEST:
                time = saying.time or question.has(Want.WHEN)
                nothing = self.untimed if time else self.untimed[-1:]
                yield Said(asking, saying.right or nothing, 1.0 if time else OTHERS)


@dataclass(frozen=True, slots=True)
class Hearing:
    """How well turned vectors of questions find the sentences that tell what they ask the time of."""

    n: int
    """Questions whose sentence is known and has a date."""
    first: float
    """Share of them whose nearest sentence tells it."""
    untimed: int
    """Questions of a time that no sentence tells."""
    told_apart: float
    """Of a question of the first and one of the second kind, how often the first has the greater lead of a dated sentence."""


def hearing(said: Sequence[Said], turned: Vectors, sentences: Vectors, untimed: Sequence[int]) -> Hearing:
    """How turned vectors, one for each question, do among those of the sentences.

    Args:
        said: questions of a time alone.
        turned: of shape (number of questions, dimension).
        sentences: of shape (number of sentences, dimension).
        untimed: numbers of the sentences without a date.
    """
    import numpy as np

    cosines = turned @ sentences.T
    without = np.zeros(len(sentences), dtype=bool)
    without[[n for n in untimed if n < len(sentences)]] = True
    leads = cosines[:, ~without].max(axis=1) - cosines[:, without].max(axis=1)
    dated = np.array([any(r < len(sentences) and not without[r] for r in s.right) for s in said], dtype=bool)
    first = [int(row.argmax()) in s.right for row, s, own in zip(cosines, said, dated, strict=True) if own]
    yes, no = leads[dated], leads[~dated]
    apart = (yes[:, None] > no[None, :]).mean() if len(yes) and len(no) else float("nan")
    return Hearing(len(first), sum(first) / max(1, len(first)), int((~dated).sum()), float(apart))
