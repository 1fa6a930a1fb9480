"""Changing an item, and the checks on what it has become."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from assistant.pages.quiz_editing import Edit, apply_edit, begin_edit, review, settled
from assistant.quiz.bank import bank
from assistant.quiz.model import Item, Kind
from assistant.rendering.plain import one_line
from corpus import Corpus
from tests.quiz.formats.samples import (
    CHOICE,
    EVERY_KIND,
    MATCHING,
    ORDERING,
    SEVERAL,
    SHORT,
    few,
    hostile_items,
)


@few
@given(hostile_items())
def test_what_is_not_changed_stays(item: Item) -> None:
    made = apply_edit(item, begin_edit(item))
    assert one_line(made.stem) == one_line(item.stem)
    assert [one_line(o) for o in item.options] == list(made.options)
    assert [one_line(k) for k in item.key] == list(made.key)


@pytest.mark.parametrize("item", EVERY_KIND, ids=lambda item: item.kind.value)
def test_the_same_words_are_the_same_item(item: Item) -> None:
    assert apply_edit(item, begin_edit(item)) == item


def test_words_options_and_key_are_changed_and_the_quotes_stay() -> None:
    start = begin_edit(CHOICE)
    made = apply_edit(
        CHOICE, replace(start, stem=" When? ", options=("May 2012", "", "July 2012"), right=(2,))
    )
    assert (made.stem, made.options, made.key) == ("When?", ("May 2012", "July 2012"), ("July 2012",))
    assert made.id != CHOICE.id
    assert made.citations == CHOICE.citations


def test_an_option_added_and_made_right_is_part_of_the_key() -> None:
    start = begin_edit(SEVERAL)
    new = replace(
        start, options=(*start.options, "Recommendation 7"), right=(*start.right, len(start.options))
    )
    assert apply_edit(SEVERAL, new).key == (*SEVERAL.key, "Recommendation 7")


def test_pairs_follow_their_option_when_its_words_change() -> None:
    start = begin_edit(MATCHING)
    made = apply_edit(MATCHING, replace(start, options=("Accepted", *start.options[1:])))
    assert [pair.right for pair in made.pairs][:1] == ["Accepted"]
    assert made.options[0] == "Accepted"


def test_entries_of_an_ordering_keep_their_places_on_the_screen() -> None:
    start = begin_edit(ORDERING)
    made = apply_edit(ORDERING, replace(start, options=("Joint programme", *start.options[1:])))
    assert made.key[0] == "Joint programme"
    assert made.options.index("Joint programme") == ORDERING.options.index(ORDERING.key[0])


def test_accepted_answers_are_lines() -> None:
    made = apply_edit(SHORT, Edit(SHORT.stem, ("Two ministers", "", " Both ")))
    assert made.key == ("Two ministers", "Both")


def test_a_hard_flaw_is_found_at_once(corpus: Corpus) -> None:
    doubled = apply_edit(
        CHOICE, replace(begin_edit(CHOICE), options=("By July 2012", "by July 2012", "By 2013"))
    )
    assert review(doubled, corpus).hard
    keyless = apply_edit(CHOICE, replace(begin_edit(CHOICE), right=()))
    assert review(keyless, corpus).hard


def test_what_the_records_prove_is_kept_as_proved_and_the_rest_claims_nothing(corpus: Corpus) -> None:
    item = next(i for i in bank(corpus).items if i.kind is Kind.CHOICE and i.claim)
    assert review(item, corpus).unproved == ()
    assert settled(item, corpus).claim == item.claim
    wrong = next(n for n, option in enumerate(item.options) if option not in item.key)
    changed = apply_edit(item, replace(begin_edit(item), right=(wrong,)))
    assert review(changed, corpus).unproved
    assert settled(changed, corpus).claim is None
