"""Fitting the weights that tell an answer from a passage that is only near (``assistant.refusals.support``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields

from assistant.assistant import Assistant
from assistant.language.clean import QuestionError
from assistant.pipeline import answered
from assistant.refusals.signs import Signs, signs_of
from assistant.refusals.support import ENOUGH, probability
from evals.teaching import Lesson


@dataclass(frozen=True, slots=True)
class Fit:
    """What a logistic regression makes of the signs."""

    n: int
    """Items whose draft had to be judged."""
    weights: dict[str, float]
    """Sign to weight, with "constant"."""
    shown: float
    """Share of the answerable items whose draft the program shows with its present weights."""
    refused: float
    """Share of the others that it refuses."""


def examples(lessons: Iterable[Lesson], assistant: Assistant) -> Iterator[tuple[Signs, bool]]:
    """The signs of each question's draft, and whether the documents answer it.

    Left out are questions that are settled before a draft is judged, and those that tell nothing of their answer.
    """
    for lesson in lessons:
        if lesson.right is None:
            continue
        try:
            asked = assistant.asked(assistant.read(lesson.question))
        except QuestionError:
            continue
        draft = answered(asked)
        if draft is not None and not draft.from_records and asked.question.terms:
            yield signs_of(asked, draft), bool(lesson.right)


def fit(found: list[tuple[Signs, bool]]) -> Fit:
    """A logistic regression over examples, and how the program's own weights do on them."""
    from sklearn.linear_model import LogisticRegression

    truth = [right for _, right in found]
    model = LogisticRegression(max_iter=1000).fit([astuple(s) for s, _ in found], truth)
    names = [f.name for f in fields(Signs)]
    weights = {n: round(float(w), 2) for n, w in zip(names, model.coef_[0], strict=True)}
    kept = [probability(s) >= ENOUGH for s, _ in found]
    yes, no = sum(truth), len(truth) - sum(truth)
    return Fit(
        n=len(found),
        weights=weights | {"constant": round(float(model.intercept_[0]), 2)},
        shown=sum(k for k, t in zip(kept, truth, strict=True) if t) / yes if yes else float("nan"),
        refused=sum(not k for k, t in zip(kept, truth, strict=True) if not t) / no if no else float("nan"),
    )
