"""What the adapter learns from, and how its standing is measured."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assistant.opening import open_assistant
from corpus import load
from evals.items import GoldPlace, Item, ItemError, load_items
from evals.teaching import Lesson, example, folds, from_items, standing, written
from index.teaching import Example

Make = Callable[..., Item]
PLACE = GoldPlace("government-response", 14, "timescale", None)


@pytest.fixture
def found(make_item: Make) -> list[Lesson]:
    items = [
        make_item(id="a1-1", question="When will all have one?", places=(PLACE,), evidence=("by July 2012",)),
        make_item(
            id="a2-1", question="Who pays?", outcome="not_in_guidance", reason="not_in_documents", places=()
        ),
        make_item(
            id="b1", question="Is it done yet?", outcome="not_in_guidance", reason="after_the_guidance"
        ),
        make_item(
            id="b2", question="And when?", history=("Who?",), places=(PLACE,), evidence=("by July 2012",)
        ),
        make_item(id="b3", outcome="not_in_guidance", reason="case_advice", places=()),
    ]
    return list(from_items(items, load()))


def test_answers_and_their_absence_teach_and_nothing_else(found: list[Lesson]) -> None:
    assert [(x.hand, x.question) for x in found] == [("a", "When will all have one?"), ("a", "Who pays?")]
    assert found[1].right == ()


def test_what_is_right_holds_the_evidence(found: list[Lesson]) -> None:
    right = [load().passages[n] for n in found[0].right]
    assert right
    assert all("by July 2012" in p.text and p.recommendation == 14 for p in right)


def test_questions_of_one_hand_are_never_on_both_sides() -> None:
    some = [Lesson(hand, f"{hand}{n}?", (0,)) for hand in "abcd" for n in range(3)]
    tried: list[str] = []
    for learned, held in folds(some, 2):
        assert not {x.hand for x in learned} & {x.hand for x in held}
        assert len(learned) + len(held) == len(some)
        tried += [x.question for x in held]
    assert sorted(tried) == sorted(x.question for x in some)


def test_what_was_written_for_teaching_points_into_the_documents() -> None:
    found = list(written(load()))
    assert sum(bool(x.right) for x in found) > 1_000
    assert sum(not x.right for x in found) > 300
    asked = {i.question for i in load_items("test")}
    assert asked.isdisjoint(x.question for x in found)


@pytest.mark.parametrize(
    "line",
    [
        '{"question": "When?"',
        '{"question": "When?", "document": "press-notice"}',
        '["When?"]',
        '{"question": "When?", "document": "government-response", "evidence": "the moon is made of cheese"}',
    ],
)
def test_a_line_that_teaches_nothing_is_told(tmp_path: Path, line: str) -> None:
    (tmp_path / "mine.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ItemError, match=r"^mine\.jsonl:1.*git checkout"):
        list(written(load(), tmp_path))


def test_standing() -> None:
    passages = np.eye(3, dtype=np.float32)
    vectors = np.array([[0.9, 0.1, 0], [0.8, 0.6, 0], [0.5, 0, 0], [0.85, 0, 0]], np.float32)
    examples = [Example("a", (0,)), Example("b", (1, 2)), Example("c", ()), Example("d", ())]
    found = standing(examples, vectors, passages)
    assert (found.n, found.first, found.among_five, found.unanswered) == (2, 0.5, 1.0, 2)
    assert found.told_apart == 0.75
    assert math.isnan(standing(examples[:2], vectors[:2], passages).told_apart)


def test_a_question_of_a_page_is_no_example() -> None:
    assistant = open_assistant()
    made = [
        example(Lesson("a", q, (0,)), assistant.library, assistant.speller) for q in ("When?", "When? " * 200)
    ]
    assert [e and e.question for e in made] == ["When?", None]
