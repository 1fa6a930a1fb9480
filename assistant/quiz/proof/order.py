"""Whether the entries of an ordering item stand in the order of their dates, and in no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.quiz.model import Item
from assistant.quiz.periods import days, middle
from assistant.quiz.proof.truth import recommendation
from assistant.quiz.text import folded, plain
from assistant.quiz.topics.ordering import UNDATED
from corpus import Corpus
from corpus.dates import find_whens, name_of
from corpus.model import Part


def order_faults(item: Item, corpus: Corpus) -> Iterator[str]:
    """What is wrong with the order: an entry without a date, two that may coincide, a later one before an earlier."""
    if sorted(item.key) != sorted(item.options):
        yield "the key does not hold the entries that are shown"
    dates = [_date(entry, item, corpus) for entry in item.key]
    for entry, name in zip(item.key, dates, strict=True):
        if name is None:
            yield f"no quote dates {entry[:60]!r}"
    for a, b in pairwise(d for d in dates if d):
        first, second = days(a), days(b)
        if not (first and second and first[1] < second[0]):
            yield f"{a} does not come before {b}"


def _date(entry: str, item: Item, corpus: Corpus) -> str | None:
    """The date of an entry, if a quote of the item carries it."""
    found = recommendation(corpus, entry)
    if found is not None:
        passages = found.passages[Part.TIMESCALE]
        text = " ".join(plain(p.text) for p in passages)
        written = corpus.document[passages[0].document].date
        named = [n for w in find_whens(text, written) if days(n := name_of(w.wording))]
        last = max(named, key=middle, default=None)
        carried = any(
            c.recommendation == found.number and last and last in plain(c.quote) for c in item.citations
        )
        return last if carried else None
    return _dated_sentence(entry, item)


def _dated_sentence(entry: str, item: Item) -> str | None:
    before, _, after = folded(entry).partition(folded(UNDATED))
    pattern = re.compile(re.escape(before) + r"(.{3,40})" + re.escape(after))
    for c in item.citations:
        match = pattern.fullmatch(folded(plain(c.quote)))
        if match and days(match[1]):
            return match[1]
    return None
