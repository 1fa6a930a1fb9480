"""The program is tried with an adapter in the place of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest

from assistant.assistant import Assistant
from assistant.refusals.signs import Signs
from evals import fitting
from evals.commands import main
from evals.items import load_items
from evals.school import School
from evals.teaching import Lesson, from_items
from index.kinds import NO_KINDS
from index.low_rank import LowRank
from index.teaching import Example, Heard, Learned

QUESTION = "who pays for all this extra work"


def _near(school: School, question: str) -> float:
    return max(school.assistant.scores(question, question)[0].values())


@pytest.fixture(scope="module")
def school() -> School:
    """Opened once: it embeds the documents and looks up the evidence of all lessons."""
    return School.open()


@pytest.mark.slow
def test_the_program_embeds_questions_with_the_adapter_it_is_given_and_then_with_its_own(
    school: School,
) -> None:
    own = _near(school, QUESTION)
    nothing = LowRank(np.zeros((1, 384), np.float32), np.zeros((384, 1), np.float32))
    with school.taught(Learned({"layer.0.attention.self.query": nothing}, NO_KINDS)) as (assistant, embedder):
        found = max(assistant.scores(QUESTION, QUESTION)[0].values())
        plain = float((embedder.embed([QUESTION]) @ school.passages.T).max())
        bare = float((school.embedder.embed([QUESTION]) @ school.passages.T).max())
    assert found == pytest.approx(plain, abs=1e-4)
    assert found == pytest.approx(bare, abs=1e-4)
    assert abs(own - found) > 0.01
    assert _near(school, QUESTION) == own


@pytest.mark.slow
def test_a_school_has_lessons_from_both_kinds_of_questions(school: School) -> None:
    lessons = school.lessons
    hands = {lesson.hand for lesson in lessons}
    assert "paragraphs-16-to-30" in hands
    assert "da" in hands
    assert Lesson("da", "", ()) not in lessons


@pytest.mark.slow
def test_weights_are_fitted_on_questions_whose_adapter_has_not_seen_them(
    school: School, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    nothing = LowRank(np.zeros((1, 384), np.float32), np.zeros((384, 1), np.float32))
    some = [i for i in load_items("development") if i.set == "refuse"][::61]
    short = replace(school, lessons=tuple(from_items(some, school.assistant.library.corpus)))
    seen: list[set[str]] = []

    def learned(_school: School, examples: Sequence[Example], heard: Heard) -> Learned:
        seen.append({e.question for e in examples})
        return Learned({"layer.0.attention.self.query": nothing}, NO_KINDS)

    tried: list[set[str]] = []
    judge = fitting.examples

    def examples(lessons: Sequence[Lesson], assistant: Assistant) -> Iterator[tuple[Signs, bool]]:
        tried.append({lesson.question for lesson in lessons})
        return judge(lessons, assistant)

    monkeypatch.setattr(School, "open", lambda: short)
    monkeypatch.setattr(School, "learned", learned)
    monkeypatch.setattr(fitting, "examples", examples)
    assert main(["fit", "--folds", "2"]) == 0
    assert "nearest=" in capsys.readouterr().out
    assert len(seen) == len(tried) == 2
    assert sum(map(len, tried)) > 12
    assert all(own.isdisjoint(others) for own, others in zip(tried, seen, strict=True))
