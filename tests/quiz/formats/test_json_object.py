"""JSON, read back by the standard library and held against the contract."""

from __future__ import annotations

import json

from hypothesis import given

from assistant.quiz.formats import FORMATS
from assistant.quiz.model import Item
from tests.quiz.formats.samples import EVERY_KIND, MATCHING, few, hostile_items, job

WRITE = FORMATS["json"].write
KEYS = {
    "id",
    "kind",
    "stem",
    "options",
    "key",
    "explanation",
    "citations",
    "recommendation",
    "difficulty",
    "level",
}


def test_the_contract_is_kept_and_every_kind_read_back() -> None:
    read = json.loads(WRITE(job(*EVERY_KIND)).content)
    assert set(read) == {"items", "seed"}
    assert read["seed"] == 7
    for found, item in zip(read["items"], EVERY_KIND, strict=True):
        assert set(found) >= KEYS
        assert {name: found[name] for name in KEYS - {"citations"}} == {
            name: value for name, value in item.as_dict().items() if name in KEYS - {"citations"}
        }
        for citation in found["citations"]:
            assert citation["date"] == "2011-07-13"
            assert citation["title"] in ("Government response", "Press notice")
    matching = next(i for i in read["items"] if i["kind"] == "matching")
    assert matching["key"] == {pair.left: pair.right for pair in MATCHING.pairs}


@few
@given(hostile_items())
def test_hostile_words_are_read_back(one: Item) -> None:
    (found,) = json.loads(WRITE(job(one)).content)["items"]
    assert (found["stem"], found["options"]) == (one.stem, list(one.options))
    assert found["explanation"] == one.explanation
