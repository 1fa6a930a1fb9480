"""Cutting a reply into sentences does not depend on where the stream was cut."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.models.sentences import Sentences

REPLY = (
    "It was due by late 2012. [1] The press notice, e.g. of July, put it “by the end. Of 2012.” [2][3] "
    "Was it? [1]\n\n- First point [1].\n- Second\n2. Third one [2]!\nA rest without an end"
)
WHOLE = [
    "It was due by late 2012. [1]",
    "The press notice, e.g. of July, put it “by the end. Of 2012.” [2][3]",
    "Was it? [1]",
    "First point [1].",
    "Second",
    "Third one [2]!",
]


def _cut(pieces: list[str]) -> list[str]:
    reply = Sentences()
    made = [s for piece in pieces for s in reply.feed(piece)]
    return [*made, *reply.close()]


def test_each_boundary() -> None:
    assert _cut([REPLY]) == WHOLE
    for at in range(len(REPLY)):
        assert _cut([REPLY[:at], REPLY[at:]]) == WHOLE, REPLY[:at]


@given(st.lists(st.integers(0, len(REPLY)), max_size=12))
def test_any_boundaries(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(REPLY)]
    assert _cut([REPLY[a:b] for a, b in pairwise(edges)]) == WHOLE


def test_character_by_character() -> None:
    assert _cut(list(REPLY)) == WHOLE


def test_a_sentence_is_handed_on_when_the_next_one_begins() -> None:
    reply = Sentences()
    assert list(reply.feed("It was due by late 2012. [1]")) == []
    assert list(reply.feed(" T")) == ["It was due by late 2012. [1]"]
