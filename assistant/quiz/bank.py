"""The bank: every item that can be made from a corpus and passes every hard check."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from assistant.quiz import distractors, proof, truefalse
from assistant.quiz.arrange import arranged
from assistant.quiz.balance import Balance
from assistant.quiz.drafting import Draft, Statement, item_of
from assistant.quiz.linter import Severity, lint
from assistant.quiz.model import Item, Kind
from assistant.quiz.records import Records
from assistant.quiz.text import folded
from assistant.quiz.topics import (
    actors,
    attribution,
    dates,
    differing,
    endings,
    gaps,
    lists,
    matching,
    ordering,
    parts,
    statuses,
    themes,
    timescales,
)
from corpus import Corpus
from corpus.model import Document

_DRAFTS: tuple[Callable[[Records], Iterator[Draft]], ...] = tuple(
    m.drafts
    for m in (
        statuses,
        dates,
        actors,
        timescales,
        themes,
        attribution,
        parts,
        gaps,
        endings,
        lists,
        differing,
        matching,
        ordering,
    )
)
_STATEMENTS: tuple[Callable[[Records], Iterator[Statement]], ...] = tuple(
    m.statements for m in (statuses, dates, actors, timescales, themes, parts, gaps, lists, differing)
)
_CHOSEN = (Kind.CHOICE, Kind.MULTIPLE_RESPONSE)


@dataclass(frozen=True, eq=False)
class Bank:
    """The items of a corpus."""

    corpus: Corpus
    items: tuple[Item, ...]
    """Those that are proved and have no hard flaw; no two ask the same."""
    refused: tuple[tuple[Item, tuple[str, ...]], ...]
    """Those that are not shown, each with what is wrong with it."""

    @cached_property
    def by_id(self) -> dict[str, Item]:
        return {i.id: i for i in self.items}


@dataclass(frozen=True, slots=True)
class _Words:
    """A corpus by what it says: two that say the same share a bank."""

    hash: str
    documents: tuple[Document, ...]
    corpus: Corpus = field(compare=False)


def bank(corpus: Corpus) -> Bank:
    """The bank of a corpus, made once; the same words give the same items."""
    return _bank(_Words(corpus.hash, corpus.documents, corpus))


@lru_cache(maxsize=4)
def _bank(words: _Words) -> Bank:
    return make_bank(words.corpus)


def make_bank(corpus: Corpus) -> Bank:
    """Make every item, prove it, and look for flaws."""
    items: dict[tuple[str, ...], Item] = {}
    refused = []
    for item in _made(Records(corpus)):
        faults = (
            *proof.faults(item, corpus),
            *(f.message for f in lint(item) if f.severity is Severity.HARD),
        )
        if faults:
            refused.append((item, faults))
        else:
            items.setdefault(asked(item), item)
    return Bank(corpus, arranged(items.values(), random.Random(corpus.hash)), tuple(refused))


def asked(item: Item) -> tuple[str, ...]:
    """What an item asks: two items that ask the same are not both kept."""
    shown = (*(p.left for p in item.pairs), *(item.key if item.kind is Kind.ORDERING else ()))
    return (item.kind.value, folded(item.stem), *sorted(shown))


def _made(records: Records) -> Iterator[Item]:
    balance = Balance()
    for family in _DRAFTS:
        drafts = list(family(records))
        chosen = [d for d in drafts if d.kind in _CHOSEN]
        yield from distractors.items_of(chosen, family.__module__, balance)
        yield from (_complete(d) for d in drafts if d.kind not in _CHOSEN)
    for statements in _STATEMENTS:
        yield from truefalse.items_of(list(statements(records)), statements.__module__)


def _complete(draft: Draft) -> Item:
    """The item of a draft that leaves nothing to choose."""
    shown = draft.pool if draft.kind in (Kind.MATCHING, Kind.ORDERING) else ()
    return item_of(draft, shown, draft.difficulty)
