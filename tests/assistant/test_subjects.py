"""Two subjects set beside each other: where a question divides, and what is shown of both."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.compare_subjects import compare_subjects
from assistant.answers.subjects import halves
from assistant.evidence.asked import Asked
from corpus.model import Part

AskedOf = Callable[[str], Asked]


@pytest.mark.parametrize(
    ("text", "numbers", "part"),
    [
        (
            "Compare her arguments about performance information with those about unannounced inspection",
            (2, 4),
            Part.MUNRO_ARGUMENT,
        ),
        (
            "Was the capabilities framework treated the same as the Chief Social Worker?",
            (11, 15),
            Part.GOVERNMENT_RESPONSE,
        ),
        (
            "Compare the recommendation on performance information with the one on the Chief Social Worker",
            (4, 15),
            Part.RECOMMENDATION,
        ),
        (
            "Which met with the colder reply: the capabilities framework, or a Chief Social Worker?",
            (11, 15),
            Part.GOVERNMENT_RESPONSE,
        ),
        (
            "Compare the reasons for a principal social worker with the reasons for a chief one",
            (14, 15),
            Part.MUNRO_ARGUMENT,
        ),
    ],
)
def test_each_subject_is_shown_by_its_own_recommendation(
    asked: AskedOf, text: str, numbers: tuple[int, ...], part: Part
) -> None:
    made = compare_subjects(asked(text))
    assert made is not None
    assert made.recommendations == numbers
    for number in numbers:
        shown = [q.passage for line in made.lines for q in line.quotes if q.passage.recommendation == number]
        assert any(p.part is part for p in shown)


@pytest.mark.parametrize(
    "text",
    [
        "How do initial assessments differ from core assessments?",
        "Two different recommendations mention Ofsted",
        "What is said of the Chief Social Worker and the College?",
        "Compare the answers on zebras with the answers on lions",
    ],
)
def test_what_one_recommendation_holds_or_none_is_no_comparison_of_two(asked: AskedOf, text: str) -> None:
    assert compare_subjects(asked(text)) is None


def test_a_question_divides_at_its_only_or(asked: AskedOf) -> None:
    divided = halves(asked("Which is later, the capabilities framework or the Chief Social Worker?"))
    assert divided is not None
    assert [t.text for side in divided for t in side.question.terms] == [
        "capabilities framework",
        "chief social worker",
    ]
    assert halves(asked("When is the capabilities framework due?")) is None
