"""The checker finds what is wrong: every item that was proved is spoilt in some way, and must be refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.quiz import proof
from assistant.quiz.bank import Bank
from assistant.quiz.model import FALSE, TRUE, Claim, Item, Kind, Pair, Relation
from corpus import Corpus
from corpus.model import Span


def other_key(item: Item) -> Item | None:
    """A wrong option keyed as right, or right ones as wrong."""
    if item.kind is Kind.TRUE_FALSE:
        return replace(item, key=(FALSE,) if item.key == (TRUE,) else (TRUE,))
    if item.kind is Kind.CHOICE:
        return replace(item, key=(next(o for o in item.options if o not in item.key),))
    if item.kind is Kind.MULTIPLE_RESPONSE:
        return replace(item, key=item.key[1:])
    if item.kind is Kind.ORDERING:
        return replace(item, key=item.key[::-1])
    if item.kind is Kind.MATCHING:
        first, *rest = item.pairs
        wrong = next(o for o in item.options if o != first.right)
        return replace(item, pairs=(Pair(first.left, wrong), *rest))
    return replace(item, key=("a date that no document gives",))


def second_right_option(item: Item) -> Item | None:
    """The right answer offered a second time as a wrong one."""
    if item.kind is not Kind.CHOICE:
        return None
    wrong = next(o for o in item.options if o not in item.key)
    return replace(item, options=tuple(f" {item.key[0]}" if o == wrong else o for o in item.options))


def no_quotes(item: Item) -> Item | None:
    return replace(item, citations=())


def shifted_quote(item: Item) -> Item | None:
    first, *rest = item.citations
    moved = replace(first, span=Span(first.span.start + 1, first.span.end + 1))
    return replace(item, citations=(moved, *rest))


def other_stem(item: Item) -> Item | None:
    """A stem that asks something else than the item claims."""
    if item.claim is None or (item.claim.subject is None and item.claim.value is None):
        return None
    return None if item.kind is Kind.ORDERING else replace(item, stem="Which of these is right?")


SPOILT = [other_key, second_right_option, no_quotes, shifted_quote, other_stem]


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_spoilt_item_is_refused(
    spoil: Callable[[Item], Item | None], items_bank: Bank, corpus: Corpus
) -> None:
    spoilt = [s for i in items_bank.items if (s := spoil(i))]
    assert len(spoilt) > 100
    assert not [s.stem for s in spoilt if not proof.faults(s, corpus)]


def test_an_answer_proved_by_the_quote_of_another_item_is_refused(items_bank: Bank, corpus: Corpus) -> None:
    choices = [i for i in items_bank.items if i.kind is Kind.CHOICE and i.claim]
    moved = [
        replace(a, citations=b.citations)
        for a, b in zip(choices, choices[len(choices) // 2 :], strict=False)
        if not {c.quote for c in a.citations} & {c.quote for c in b.citations}
        and a.recommendation != b.recommendation
    ]
    assert len(moved) > 50
    assert not [m.stem for m in moved if not proof.faults(m, corpus)]


def choice(items_bank: Bank, relation: Relation, **wanted: object) -> Item:
    return next(
        i
        for i in items_bank.items
        if i.kind is Kind.CHOICE
        and i.claim
        and i.claim.relation is relation
        and all(getattr(i, k) == v for k, v in wanted.items())
    )


def with_option(item: Item, option: str) -> Item:
    """The item with another wrong option at the end."""
    return replace(item, options=(*item.options, option))


def test_a_date_that_overlaps_the_right_one_is_refused(items_bank: Bank, corpus: Corpus) -> None:
    item = choice(items_bank, Relation.DATE, recommendation=7)
    assert not proof.faults(item, corpus)
    if item.claim and item.claim.subject is not None:
        assert proof.faults(with_option(item, "November 2011"), corpus)
        assert not proof.faults(with_option(item, "May 2015"), corpus)


def test_a_recommendation_that_shares_the_date_is_refused(items_bank: Bank, corpus: Corpus) -> None:
    item = next(
        i
        for i in items_bank.items
        if i.kind is Kind.CHOICE and i.claim == Claim(Relation.DATE, None, "December 2011")
    )
    label = {n: f"Recommendation {n}: {r.title}" for n, r in corpus.recommendations.items()}
    sharing = [n for n in (1, 4, 6) if label[n] not in item.key]
    assert all(proof.faults(with_option(item, label[n]), corpus) for n in sharing)
    assert not proof.faults(with_option(item, label[15]), corpus)


def test_a_recommendation_of_the_same_status_is_refused(items_bank: Bank, corpus: Corpus) -> None:
    item = choice(items_bank, Relation.STATUS, recommendation=15, theme=3)
    same = f"Recommendation 8: {corpus.recommendations[8].title}"
    other = f"Recommendation 1: {corpus.recommendations[1].title}"
    if item.claim and item.claim.subject is None:
        assert proof.faults(with_option(item, same), corpus)
        assert not proof.faults(with_option(item, other), corpus)
    else:
        assert proof.faults(replace(item, key=("Accept",)), corpus)


def test_a_sentence_that_says_nearly_the_same_is_refused(items_bank: Bank, corpus: Corpus) -> None:
    item = next(
        i
        for i in items_bank.items
        if i.kind is Kind.CHOICE and i.claim and i.claim.relation is Relation.SAYS and i.claim.subject
    )
    said = item.key[0].rstrip(".")
    assert proof.faults(with_option(item, f"{said}, as was said before."), corpus)


def test_an_item_without_a_claim_is_not_proved(items_bank: Bank, corpus: Corpus) -> None:
    assert proof.faults(replace(items_bank.items[0], claim=None), corpus)
