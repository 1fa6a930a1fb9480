"""Rules on the stem of an item, and on the kinds that have no options to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.model import GAP, Item, Kind
from assistant.quiz.text import content, folded, holds
from corpus.patterns import lazy_regex

LONGEST = 110
"""Words of a stem."""
_QUOTED = lazy_regex(r"“[^”]*”")
_NEGATIVE = lazy_regex(
    r"\b(?:not|except|never|least|unlikely|without|cannot|no)\b|n['’]t\b|\b(?:incorrect|false|untrue|wrong)\b"
)
_OPINION = lazy_regex(
    r"\b(?:do you (?:think|feel|believe)|in your (?:opinion|view)|should you personally|your favourite)\b",
    re.IGNORECASE,
)


def asks(item: Item) -> Iterator[str]:
    """The stem asks or tells something (14: central idea in the stem)."""
    if len(content(item.stem.replace(GAP, ""))) < 2 or len(item.stem.split()) < 4:
        yield "the stem asks nothing by itself"


def short_enough(item: Item) -> Iterator[str]:
    """No window dressing (15: avoid excessive verbiage)."""
    if len(item.stem.split()) > LONGEST:
        yield f"the stem has more than {LONGEST} words"


def no_unmarked_negative(item: Item) -> Iterator[str]:
    """A negative outside a quotation is in capitals, or better not there (17: word the stem positively)."""
    own = _QUOTED.sub(" ", item.stem)
    if match := _NEGATIVE.search(own):
        yield f"the negative {match[0]!r} is easily overlooked"


def no_opinion(item: Item) -> Iterator[str]:
    """It can be marked (6: avoid opinion-based items)."""
    if match := _OPINION.search(item.stem):
        yield f"{match[0]!r} asks for an opinion"


def key_not_told(item: Item) -> Iterator[str]:
    """The stem does not hold the answer."""
    if item.kind in (Kind.TRUE_FALSE, Kind.MATCHING, Kind.ORDERING):
        return
    for k in item.key:
        if (
            len(folded(k)) > 3
            and holds(item.stem, k)
            and not all(holds(item.stem, o) for o in item.options or [k, " "])
        ):
            yield f"the stem holds the answer {k[:40]!r}"


def one_gap(item: Item) -> Iterator[str]:
    """A gap-fill item has one gap, which leaves enough to understand it."""
    if item.kind is not Kind.GAP_FILL:
        return
    if item.stem.count(GAP) != 1:
        yield "there must be one gap"
    elif len(content(item.stem.replace(GAP, ""))) < 4:
        yield "too little is left around the gap to understand it"


def states(item: Item) -> Iterator[str]:
    """A true-or-false item makes one statement."""
    if item.kind is Kind.TRUE_FALSE and item.stem.rstrip().endswith("?"):
        yield "a question is neither true nor false"


def pairs_fit(item: Item) -> Iterator[str]:
    """Every premise of a matching item, each once, goes with an option that is shown."""
    if item.kind is not Kind.MATCHING:
        return
    if len(item.pairs) < 3 or len(item.options) < 2:
        yield "there is too little to match"
    if len({p.left for p in item.pairs}) < len(item.pairs):
        yield "a premise is there twice"
    yield from (
        f"{p.right[:40]!r} is not among the options" for p in item.pairs if p.right not in item.options
    )


def order_hidden(item: Item) -> Iterator[str]:
    """The entries of an ordering item are those of its key, in another order."""
    if item.kind is not Kind.ORDERING:
        return
    if sorted(item.options) != sorted(item.key) or len(item.key) < 3:
        yield "the key must hold the entries that are shown, three or more"
    elif item.options == item.key:
        yield "the entries are shown in the right order"
