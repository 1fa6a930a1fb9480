"""The program is tried with an adapter in the place of its own."""

from __future__ import annotations

import numpy as np
import pytest

from evals.school import School
from evals.teaching import Lesson
from index.adapter import LowRank
from index.kinds import NO_KINDS
from index.teaching import Learned

QUESTION = "who pays for all this extra work"


def _near(school: School, question: str) -> float:
    return max(school.assistant.scores(question, question)[0].values())


@pytest.mark.slow
def test_the_program_embeds_questions_with_the_adapter_it_is_given_and_then_with_its_own() -> None:
    school = School.open()
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
def test_a_school_has_lessons_from_both_kinds_of_questions() -> None:
    lessons = School.open().lessons
    hands = {lesson.hand for lesson in lessons}
    assert "paragraphs-16-to-30" in hands
    assert "da" in hands
    assert Lesson("da", "", ()) not in lessons
