"""What the adapter for questions is learned from, and how well it does on questions that it did not learn from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from assistant.assistant import Assistant
from assistant.evidence.queries import dense_query, kind_query
from assistant.language.clean import QuestionError
from assistant.model import Notice, Outcome, Reason
from assistant.question.facets import Want
from assistant.question.heard import SEVERAL
from evals.items import Item, ItemError, item_lines
from evals.scores.retrieval import passages_with, relevant_passages
from index.kinds import Kinds
from index.teaching import Example

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus import Corpus

    Vectors = NDArray[np.float32]

#: Questions written for teaching alone, each with where its answer stands, or with nothing.
WRITTEN = Path(__file__).parent / "data" / "teaching"
#: Characters of a question at most: what stands in longer ones is mostly no question.
LONGEST = 400
#: Reasons of refusals that say: nothing in the documents answers this.
_NOTHING = (Reason.NOT_IN_DOCUMENTS, Reason.OUT_OF_SCOPE)
#: What a question is told to be: the reasons why it is refused that do not hang on what the documents hold.
_KINDS = (Reason.CASE_ADVICE, Reason.OUT_OF_SCOPE, Reason.UNCLEAR, Reason.AFTER_THE_GUIDANCE)
#: How questions written for teaching name their kind.
_KIND = {k.value: k for k in (*_KINDS, Notice.LIVE_CONCERN)} | {"none": None}
#: What they may say is asked for, and what of that is learned: wordings show the rest well enough.
_ASKED = (*Want, "other")
_LEARNED = (Want.WHEN, Want.STATUS)
#: Texts of other fields, a line each.
OTHERS = WRITTEN / "other-fields.txt"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question and what is to be learned from it."""

    hand: str
    """Who wrote it, as far as names tell: questions of one hand are alike."""
    question: str
    """As it was typed."""
    right: tuple[int, ...] | None
    """Numbers of the passages that answer it; empty where none does, None where it tells nothing of that."""
    kinds: Mapping[str, bool] = field(default_factory=lambda: of_kinds())
    """Whether it is of each kind of question of which that is known."""


def of_kinds(*those: Reason | Notice) -> dict[str, bool]:
    """Of which kinds a question is that is of those, and of no other that it might be refused or warned for."""
    return {k.value: k in those for k in (*_KINDS, Notice.LIVE_CONCERN)}


def from_items(items: Iterable[Item], corpus: Corpus) -> Iterator[Lesson]:
    """What the items tell of their questions: which passages answer, or that none does, and of what kind they are.

    Left out are follow-ups, whose question is put together from several.
    """
    rows = {p.id: n for n, p in enumerate(corpus.passages)}
    for item in items:
        if item.history:
            continue
        right: tuple[int, ...] | None = () if item.reason in _NOTHING else None
        if item.outcome == Outcome.ANSWERED:
            right = tuple(rows[p.id] for p in relevant_passages(item, corpus)) or None
        kinds = of_kinds(
            *(k for k in _KINDS if item.reason == k),
            *(n for n in (Notice.LIVE_CONCERN,) if n in item.notices),
        )
        if item.outcome == Outcome.ANSWERED:
            kinds[Want.WHEN.value] = bool(item.dates)
            kinds[SEVERAL] = item.all_places and len(item.recommendations) > 1
        yield Lesson(hand(item.id), item.question, right, kinds)


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
                kind = _KIND[given["kind"]] if "kind" in given else None
                asked = _asked(given["asks"]) if "asks" in given else {}
            except (ValueError, TypeError, KeyError) as error:
                raise ItemError(
                    f"{where} is no question with its evidence ({error}). Run: git checkout -- {file}"
                ) from None
            right = tuple(rows[p.id] for p in passages_with(evidence, document, corpus)) if document else ()
            if document and not right:
                raise ItemError(f"{where}: its evidence stands in no passage. Run: git checkout -- {file}")
            if kind is None:
                yield Lesson(file.stem, question, right, of_kinds() | asked)
            else:
                yield Lesson(file.stem, question, right if kind in _NOTHING else None, of_kinds(kind))


def _asked(asks: str) -> dict[str, bool]:
    """What a question is said to ask for; ValueError where that is nothing that can be."""
    if asks not in _ASKED:
        raise ValueError(f"nobody asks for {asks!r}")
    return {want.value: want == asks for want in _LEARNED}


def other_fields(path: Path = OTHERS) -> list[str]:
    """Texts of other fields, of which nothing is learned but to leave them as they are."""
    return path.read_text(encoding="utf-8").splitlines()


def examples(lesson: Lesson, assistant: Assistant) -> Iterator[Example]:
    """A lesson as the program would embed its question; none where it would embed nothing, or very much.

    Where a message holds more than its question, its kind is learned from the whole as well.
    """
    try:
        question = assistant.read(lesson.question)
    except QuestionError:
        return
    asking = dense_query(question.focus, assistant.library)
    whole = kind_query(question.focus, question.text, assistant.library)
    if 0 < len(asking) <= LONGEST:
        yield Example(asking, lesson.right, lesson.kinds if asking == whole else {})
    if asking != whole and len(whole) <= LONGEST:
        yield Example(whole, None, lesson.kinds)


class _Handed(Protocol):
    @property
    def hand(self) -> str: ...


H = TypeVar("H", bound=_Handed)


def folds(lessons: Sequence[H], number: int) -> Iterator[tuple[list[H], list[H]]]:
    """So many times the lessons in two: those to learn from, and those to be tried on; one hand is never on both sides."""
    hands = sorted({x.hand for x in lessons})
    for at in range(number):
        tried = set(hands[at::number])
        yield [x for x in lessons if x.hand not in tried], [x for x in lessons if x.hand in tried]


def hand(item_id: str) -> str:
    """Who wrote an item, as far as its id tells: the letters that the ids of one hand begin with."""
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


@dataclass(frozen=True, slots=True)
class Told:
    """How well a kind of question is told."""

    n: int
    """Questions of the kind."""
    found: int
    """Those of them that it is believed of, with a probability of a half or more."""
    others: int
    """Questions of no such kind that it is believed of."""


def told(examples: Sequence[Example], vectors: Vectors, kinds: Kinds) -> dict[str, Told]:
    """How well each kind is told of examples by their vectors; those of which that is not known are left out."""
    chances = [kinds.of(v) for v in vectors]
    made = {}
    for name in kinds.names:
        known = [(e.kinds[name], c[name]) for e, c in zip(examples, chances, strict=True) if name in e.kinds]
        believed = [own for own, chance in known if chance >= 0.5]
        n = sum(own for own, _ in known)
        made[name] = Told(n, sum(believed), len(believed) - sum(believed))
    return made


def standing(examples: Sequence[Example], vectors: Vectors, passages: Vectors) -> Standing:
    """How well some vectors, one for each question, do among those of the passages."""
    import numpy as np

    cosines = vectors @ passages.T
    order = np.argsort(-cosines, axis=1)[:, :5].tolist()
    some = [(set(e.right), found) for e, found in zip(examples, order, strict=True) if e.right]
    has = np.array([bool(e.right) for e in examples])
    nearest, none = cosines.max(axis=1), np.array([e.right == () for e in examples])
    yes, no = nearest[has], nearest[none]
    apart = (yes[:, None] > no[None, :]).mean() if len(yes) and len(no) else float("nan")
    return Standing(
        n=len(some),
        first=sum(found[0] in right for right, found in some) / max(1, len(some)),
        among_five=sum(not right.isdisjoint(found) for right, found in some) / max(1, len(some)),
        unanswered=int(none.sum()),
        told_apart=float(apart),
    )
