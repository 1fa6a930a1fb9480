"""Aiken, read back line by line as its importers do."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from assistant.quiz.formats import FORMATS
from assistant.quiz.model import Item, Kind
from tests.quiz.formats.expected import Read, as_moodle
from tests.quiz.formats.samples import CHOICE, EVERY_KIND, TRUE_FALSE, few, hostile_items, job

WRITE = FORMATS["aiken"].write


def read_aiken(text: str) -> list[Read]:
    found: list[Read] = []
    stem, options = "", list[str]()
    for line in filter(None, (raw.strip() for raw in text.split("\n"))):
        if option := re.match(r"([A-Z])[).]\s(.*)", line):
            assert ord(option[1]) - ord("A") == len(options)
            options.append(option[2])
        elif answer := re.fullmatch(r"ANSWER: ([A-Z])", line):
            right = frozenset({options[ord(answer[1]) - ord("A")]})
            found.append(Read("choice", stem, tuple(options), right))
            stem, options = "", []
        else:
            assert not stem, "a question stands on one line"
            stem = line
    assert not stem
    return found


def expected(item: Item) -> Read:
    return replace(as_moodle(item, why=False), kind="choice", options=item.options)


def test_choices_are_read_back_and_the_rest_is_counted() -> None:
    written = WRITE(job(*EVERY_KIND))
    assert read_aiken(written.content.decode()) == [expected(CHOICE), expected(TRUE_FALSE)]
    assert [left.item for left in written.left_out] == [*EVERY_KIND[2:]]
    assert written.left_out_in_words() == (
        "5 items are left out: 5 because Aiken holds single choice and true or false only."
    )


@few
@given(hostile_items((Kind.CHOICE,)))
def test_hostile_words_are_read_back_or_left_out(one: Item) -> None:
    written = WRITE(job(one))
    read = read_aiken(written.content.decode())
    assert read == ([] if written.left_out else [as_moodle(one, why=False)])


@pytest.mark.parametrize("stem", ["A) Which?", "b. Which?", "ANSWER: which?", "?"])
def test_a_question_that_looks_like_something_else_is_left_out(stem: str) -> None:
    written = WRITE(job(replace(CHOICE, stem=stem), TRUE_FALSE))
    assert len(written.left_out) == 1
    assert len(read_aiken(written.content.decode())) == 1
