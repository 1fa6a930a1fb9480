"""What the adapter learns from, and how its standing is measured."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assistant.language.words import words
from assistant.model import Notice
from assistant.opening import open_assistant
from corpus import load
from evals.items import GoldPlace, Item, ItemError, load_items
from evals.teaching import (
    Lesson,
    Told,
    examples,
    folds,
    from_items,
    of_kinds,
    other_fields,
    standing,
    told,
    written,
)
from index.kinds import Kinds
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
        make_item(
            id="b3",
            question="My neighbour's boy is hurt.",
            outcome="not_in_guidance",
            reason="case_advice",
            notices=("live_concern",),
            places=(),
        ),
    ]
    return list(from_items(items, load()))


def test_answers_their_absence_and_kinds_teach(found: list[Lesson]) -> None:
    assert [(x.hand, x.question) for x in found] == [
        ("a", "When will all have one?"),
        ("a", "Who pays?"),
        ("b", "Is it done yet?"),
        ("b", "My neighbour's boy is hurt."),
    ]
    assert [x.right for x in found[1:]] == [(), None, None]
    assert [_of(x) for x in found] == [
        {"when"},
        set(),
        {"after_the_guidance"},
        {"case_advice", "live_concern"},
    ]
    assert [{"when", "several"} <= set(x.kinds) for x in found] == [True, False, False, False]


def _of(lesson: Lesson) -> set[str]:
    return {name for name, so in lesson.kinds.items() if so}


def test_what_is_right_holds_the_evidence(found: list[Lesson]) -> None:
    right = [load().passages[n] for n in found[0].right or ()]
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


@pytest.mark.slow
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
        '{"question": "When?", "document": null, "evidence": null, "kind": "rude"}',
        '{"question": "When?", "document": null, "evidence": null, "asks": "nothing"}',
        '{"question": "When?", "document": "government-response", "evidence": "the moon is made of cheese"}',
    ],
)
def test_a_line_that_teaches_nothing_is_told(tmp_path: Path, line: str) -> None:
    (tmp_path / "mine.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ItemError, match=r"^mine\.jsonl:1.*git checkout"):
        list(written(load(), tmp_path))


def test_a_line_may_name_the_kind_of_its_question(tmp_path: Path) -> None:
    lines = ("live_concern", "out_of_scope", "none")
    told = [{"question": k, "document": None, "evidence": None, "kind": k} for k in lines]
    (tmp_path / "some.jsonl").write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    live, scope, none = written(load(), tmp_path)
    assert (_of(live), live.right) == ({"live_concern"}, None)
    assert (_of(scope), scope.right) == ({"out_of_scope"}, ())
    assert (_of(none), none.right) == (set(), ())


def test_a_line_may_tell_what_is_asked_for(tmp_path: Path) -> None:
    lines = ("when", "status", "other")
    told = [{"question": k, "document": None, "evidence": None, "asks": k} for k in lines]
    (tmp_path / "some.jsonl").write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    when, status, other = written(load(), tmp_path)
    assert [_of(x) for x in (when, status, other)] == [{"when"}, {"status"}, set()]
    assert not {"when", "status"} - set(other.kinds)


def test_texts_of_other_fields_are_of_no_field_of_the_documents() -> None:
    texts = other_fields()
    assert len(set(texts)) == len(texts) > 500
    stems = [{w.stem for w in words(text)} for text in texts]
    assert not [
        t for t, s in zip(texts, stems, strict=True) if s & {w.stem for w in words("child safeguarding")}
    ]


def test_standing() -> None:
    passages = np.eye(3, dtype=np.float32)
    vectors = np.array([[0.9, 0.1, 0], [0.8, 0.6, 0], [0.5, 0, 0], [0.85, 0, 0]], np.float32)
    examples = [Example("a", (0,)), Example("b", (1, 2)), Example("c", ()), Example("d", ())]
    unknown = np.array([[0, 0, 1]], np.float32)
    told_nothing = standing([*examples, Example("e", None)], np.concatenate([vectors, unknown]), passages)
    assert told_nothing == standing(examples, vectors, passages)
    found = standing(examples, vectors, passages)
    assert (found.n, found.first, found.among_five, found.unanswered) == (2, 0.5, 1.0, 2)
    assert found.told_apart == 0.75
    assert math.isnan(standing(examples[:2], vectors[:2], passages).told_apart)


def test_kinds_are_counted_where_they_are_known() -> None:
    kinds = Kinds(("rude",), np.array([[9.0, 0.0]], np.float32), np.array([-4.0], np.float32))
    vectors = np.array([[1, 0], [1, 0], [1, 0], [0, 1], [0, 1]], np.float32)
    of = (True, False, None, True, False)
    made = told([Example("q", None, {} if k is None else {"rude": k}) for k in of], vectors, kinds)
    assert made == {"rude": Told(n=2, found=1, others=1)}


def test_a_question_of_a_page_is_no_example() -> None:
    made = [examples(Lesson("a", q, (0,)), open_assistant()) for q in ("When?", "When? " * 200)]
    assert [[e.question for e in some] for some in made] == [["When?"], []]


def test_the_kind_of_a_message_about_somebody_is_learned_from_all_of_it() -> None:
    lesson = Lesson("a", "For my essay about a boy: who must act?", (3,), of_kinds(Notice.LIVE_CONCERN))
    asking, whole = examples(lesson, open_assistant())
    assert (asking.question, asking.right, asking.kinds) == ("who must act?", (3,), {})
    assert (whole.question, whole.right, whole.kinds) == (lesson.question, None, lesson.kinds)
