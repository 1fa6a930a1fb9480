"""GIFT, read back by a grammar and in the importer's own way."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from assistant.quiz.formats import FORMATS
from assistant.quiz.model import Item, Kind
from tests.quiz.formats.expected import as_moodle
from tests.quiz.formats.gift_readers import read_as_moodle, read_by_grammar
from tests.quiz.formats.samples import EVERY_KIND, few, hostile_items, item, job
from tests.quiz.formats.tools import missing

WRITE = FORMATS["gift"].write
needs_grammar = pytest.mark.skipif(missing() is not None, reason=str(missing()))


def kept(items: tuple[Item, ...]) -> tuple[str, list[Item]]:
    """The text, and the items that must be in it."""
    written = WRITE(job(*items))
    left = {id(one.item) for one in written.left_out}
    return written.content.decode(), [i for i in items if id(i) not in left]


def test_every_kind_is_read_back_in_the_importers_way() -> None:
    text, items = kept(EVERY_KIND)
    assert len(items) == len(EVERY_KIND)
    assert read_as_moodle(text) == [as_moodle(i) for i in items]


@needs_grammar
def test_every_kind_is_read_back_by_the_grammar() -> None:
    text, items = kept(EVERY_KIND)
    assert read_by_grammar(text) == [as_moodle(i) for i in items]


@few
@given(hostile_items())
def test_hostile_words_are_read_back_in_the_importers_way(one: Item) -> None:
    text, items = kept((one,))
    assert read_as_moodle(text) == [as_moodle(i) for i in items]


@needs_grammar
#: Each example starts node: many items an example, and none made smaller.
@settings(max_examples=4, deadline=None, phases=(Phase.generate,))
@given(st.lists(hostile_items(), min_size=20, max_size=40))
def test_hostile_words_are_read_back_by_the_grammar(many: list[Item]) -> None:
    text, items = kept(tuple(many))
    assert read_by_grammar(text) == [as_moodle(i) for i in items]


@pytest.mark.parametrize("answer", ["a -> b", "[html]x", "&&058;", "\0[html]", "-\0> b"])
def test_what_is_typed_in_and_cannot_be_kept_is_left_out(answer: str) -> None:
    written = WRITE(job(item(Kind.SHORT_ANSWER, "Which?", (), (answer,)), EVERY_KIND[0]))
    assert written.left_out_in_words() == (
        "1 item is left out: 1 because an answer holds signs that GIFT would read as its own."
    )
    assert len(read_as_moodle(written.content.decode())) == 1


def test_ids_and_tags_are_written_for_the_importer() -> None:
    text, _ = kept(EVERY_KIND[:1])
    comment = next(line for line in text.split("\n") if line.startswith("// [id:"))
    assert (
        comment
        == f"// [id:{EVERY_KIND[0].id}] [tag:theme 3] [tag:recommendation 14] [tag:timescale] [tag:recall] [tag:medium]"
    )
