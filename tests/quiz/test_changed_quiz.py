"""A corpus that says something else: the keys follow the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.quiz import proof
from assistant.quiz.bank import Bank, bank
from assistant.quiz.model import Item, Kind, Relation, Topic
from corpus import Corpus, load
from corpus.copies import copy_corpus, put_document
from tests.editions import YEARS, catalogue_entry, exchanged, statuses_swapped, years_later

Rewritten = Callable[[Callable[[str], str]], Corpus]


def sound(made: Bank) -> None:
    assert len(made.items) >= 400
    assert len(made.refused) <= 0.02 * len(made.items)
    assert not [i.stem for i in made.items if proof.faults(i, made.corpus)]


def short_answers(made: Bank, relation: Relation) -> dict[int | None, tuple[str, ...]]:
    return {
        i.recommendation: i.key
        for i in made.items
        if i.kind is Kind.SHORT_ANSWER and i.claim and i.claim.relation is relation
    }


@pytest.mark.slow
def test_keys_follow_shifted_dates(rewritten: Rewritten, items_bank: Bank) -> None:
    changed = bank(rewritten(years_later))
    sound(changed)
    before, after = short_answers(items_bank, Relation.DATE), short_answers(changed, Relation.DATE)
    assert len(after) >= 10
    for number, key in after.items():
        if number in before:
            assert key[0] == re.sub(r"20\d\d", lambda m: YEARS[m[0]], before[number][0])
    response = [
        i for i in changed.items if i.document == "government-response" and i.topic is Topic.TIMESCALE
    ]
    assert not [i.key for i in response for k in i.key if re.search(r"\b201[0-3]\b", k)]


@pytest.mark.slow
def test_keys_follow_swapped_statuses(rewritten: Rewritten, items_bank: Bank) -> None:
    changed = bank(rewritten(statuses_swapped))
    sound(changed)
    before, after = short_answers(items_bank, Relation.STATUS), short_answers(changed, Relation.STATUS)
    assert (before[9], before[14]) == (("Consider further",), ("Accept",))
    assert (after[9], after[14]) == (("Accept",), ("Consider further",))
    assert {n: k for n, k in after.items() if n not in (9, 14)} == {
        n: k for n, k in before.items() if n not in (9, 14)
    }
    matched = [p for i in changed.items for p in i.pairs if i.topic is Topic.STATUS]
    assert {p.right for p in matched if p.left.startswith("Recommendation 14:")} <= {"Consider further"}


@pytest.mark.slow
def test_keys_follow_exchanged_recommendations(rewritten: Rewritten, items_bank: Bank) -> None:
    changed = bank(rewritten(exchanged))
    sound(changed)
    before, after = short_answers(items_bank, Relation.STATUS), short_answers(changed, Relation.STATUS)
    assert (after[7], after[14]) == (before[14], before[7])
    names = {n: r.title for n, r in changed.corpus.recommendations.items()}
    assert names[7] == "Designate a Principal Child and Family Social Worker"
    named = [
        k for i in changed.items if i.kind is Kind.CHOICE for k in i.key if k.startswith("Recommendation 7:")
    ]
    assert named
    assert set(named) == {f"Recommendation 7: {names[7]}"}


@pytest.mark.slow
def test_another_document_is_asked_about(tmp_path: Path, items_bank: Bank) -> None:
    folder = copy_corpus(tmp_path / "copy")
    text = (
        "# One year on\n\n1 March 2014\n\n"
        "The Harbour Trust will open a family centre in every ward by October 2014.\n\n"
        "Volunteers visit new parents once a week and write to the Harbour Trust about what they need.\n\n"
        "The centres are meant to:\n\n- lend toys and books to families;\n- teach cooking on a small budget; and\n"
        "- find homes for stray pets.\n"
    )
    note = catalogue_entry("one-year-on", "Charity's note", "The charity", date(2014, 3, 1))
    put_document(folder, note, text)
    changed = bank(load(folder))
    sound(changed)
    own = [i for i in changed.items if i.document == note.id]
    assert {i.kind for i in own} >= {Kind.CHOICE, Kind.GAP_FILL, Kind.TRUE_FALSE}
    assert [i for i in own if "October 2014" in i.key]
    assert [i for i in own if "The Harbour Trust" in i.key]
    named = [i for i in own if i.key == ("The charity's note of 1 March 2014",)]
    assert all(named_alone(i) for i in own if i not in named)


def named_alone(item: Item) -> bool:
    return (
        "the charity's note of 1 March 2014" in item.stem or "The charity's note of 1 March 2014" in item.stem
    )


@pytest.mark.slow
def test_a_recommendation_without_dates_gets_no_question_on_its_date(rewritten: Rewritten) -> None:
    changed = bank(rewritten(lambda text: text.replace("to be in post by late 2012", "to be in post")))
    sound(changed)
    assert 15 not in short_answers(changed, Relation.DATE)


def test_an_edited_item_is_judged_again(items_bank: Bank, corpus: Corpus) -> None:
    item = next(i for i in items_bank.items if i.kind is Kind.CHOICE and i.topic is Topic.TIMESCALE)
    wrong = next(o for o in item.options if o not in item.key)
    assert not proof.faults(item, corpus)
    assert proof.faults(replace(item, key=(wrong,)), corpus)
