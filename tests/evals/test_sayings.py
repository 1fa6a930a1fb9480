"""What the turn towards sentences learns from, and how its hearing is measured."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assistant.assistant import Assistant
from assistant.opening import open_assistant
from evals.items import GoldPlace, Item, ItemError
from evals.sayings import Saying, Sentences, hearing
from index.turning import Said

Make = Callable[..., Item]
PLACE = GoldPlace("government-response", 14, "timescale", None)


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return open_assistant()


@pytest.fixture(scope="module")
def sentences(assistant: Assistant) -> Sentences:
    return Sentences(assistant.library)


def test_items_tell_their_sentences(make_item: Make, sentences: Sentences) -> None:
    evidence = ("by July 2012",)
    items = [
        make_item(
            id="a1", question="When will all have one?", places=(PLACE,), evidence=evidence, dates=evidence
        ),
        make_item(id="a2", question="And when?", history=("Who?",), places=(PLACE,), evidence=evidence),
        make_item(
            id="a3",
            question="Which two?",
            places=(PLACE,),
            evidence=evidence,
            all_places=True,
            recommendations=(1, 14),
        ),
        make_item(
            id="a4", question="Who pays?", outcome="not_in_guidance", reason="not_in_documents", places=()
        ),
        make_item(id="a5", question="Done yet?", outcome="not_in_guidance", reason="after_the_guidance"),
    ]
    one, none = sentences.of_items(items)
    assert (one.question, one.time, none.question, none.right) == (
        "When will all have one?",
        True,
        "Who pays?",
        (),
    )
    assert [sentences.all[n][1].text for n in one.right] == [
        s.text
        for d, s in sentences.all
        if d == PLACE.document and "by July 2012" in s.text and "designate" in s.text
    ]


def test_a_deed_without_a_date_is_right_at_its_own_sentence(tmp_path: Path, sentences: Sentences) -> None:
    deed = "A young person's guide to the statutory guidance will also be produced"
    line = {
        "question": "When's the kids' one?",
        "document": None,
        "evidence": None,
        "asks": "when",
        "undated": deed,
    }
    (tmp_path / "some.jsonl").write_text(json.dumps(line), encoding="utf-8")
    (saying,) = sentences.written(tmp_path)
    assert saying.time
    assert [deed in sentences.all[n][1].text for n in saying.right] == [True]
    assert set(saying.right) < set(sentences.untimed)


def test_a_deed_that_stands_nowhere_is_told(tmp_path: Path, sentences: Sentences) -> None:
    line = {"question": "When?", "document": None, "evidence": None, "undated": "the moon is sold"}
    (tmp_path / "mine.jsonl").write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(ItemError, match=r"^mine\.jsonl:1.*git checkout"):
        list(sentences.written(tmp_path))


def test_what_is_right_where_nothing_answers(sentences: Sentences, assistant: Assistant) -> None:
    nowhere = len(sentences.all)
    time, other = sentences.said(
        [Saying("a", "When will the moon be sold?", ()), Saying("a", "Who sold the moon?", ())], assistant
    )
    assert (time.weight, other.weight) == (1.0, 0.5)
    assert other.right == (nowhere,)
    assert nowhere in time.right
    assert all(not sentences.all[n][1].whens for n in time.right if n != nowhere)


def test_hearing_counts_sentences_found_and_leads_told_apart() -> None:
    vectors = np.eye(3, dtype=np.float32)  # the first sentence has a date, the others none
    said = [Said("a", (0,)), Said("b", (0,)), Said("c", (1, 2, 3)), Said("d", (1,))]
    turned = np.array([[1, 0, 0], [0.5, 0.6, 0], [0, 1, 0], [0.9, 0.1, 0]], np.float32)
    found = hearing(said, turned, vectors, (1, 2, 3))
    assert (found.n, found.first, found.untimed) == (2, 0.5, 2)
    assert found.told_apart == 3 / 4
