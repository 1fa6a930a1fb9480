"""Whether an answer to an item is right, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.quiz.model import Item, Kind
from corpus.patterns import lazy_regex

Response = tuple[str, ...]
"""What a person answered. Choice and true or false: the option. Multiple response: the options. Matching: an option
for each premise. Ordering: an entry for each position. Typed: the words. "" stands where nothing was given."""

TYPED = (Kind.GAP_FILL, Kind.SHORT_ANSWER)
_QUOTES = str.maketrans("‘’“”", "''\"\"")
_EDGES = lazy_regex(r"^[\s\"'.,;:]+|[\s\"'.,;:]+$")


@dataclass(frozen=True, slots=True)
class Mark:
    """How an answer did."""

    right: bool
    """True where all of it is right."""
    parts: int
    """Pairs, positions or options that are as they should be; 1 or 0 for an item of one part."""
    of: int


def mark(item: Item, response: Response) -> Mark:
    """Hold an answer against the key."""
    if item.kind is Kind.MATCHING:
        return _counted(tuple(pair.right for pair in item.pairs), response)
    if item.kind is Kind.ORDERING:
        return _counted(item.key, response)
    if item.kind is Kind.MULTIPLE_RESPONSE:
        agreeing = sum((option in item.key) == (option in response) for option in item.options)
        return Mark(agreeing == len(item.options), agreeing, len(item.options))
    if item.kind in TYPED:
        accepted = {typed(answer) for answer in item.key}
        right = bool(response) and typed(response[0]) in accepted
    else:
        right = response == item.key
    return Mark(right, int(right), 1)


def answered(item: Item, response: Response) -> bool:
    """Whether everything that the item asks for was given."""
    wanted = {Kind.MATCHING: len(item.pairs), Kind.ORDERING: len(item.options)}.get(item.kind, 1)
    return len(response) >= wanted and all(part.strip() for part in response)


def typed(words: str) -> str:
    """Typed words as they are compared: case, blanks, kinds of quotes and signs around them count for nothing."""
    return _EDGES.sub("", " ".join(words.translate(_QUOTES).casefold().split()))


def _counted(wanted: tuple[str, ...], given: Response) -> Mark:
    same = sum(a == b for a, b in zip(wanted, given, strict=False))
    return Mark(same == len(wanted), same, len(wanted))
