"""Drafts of items: a stem, what is right, what is wrong, and the quotes that prove it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from assistant.model import Citation
from assistant.quiz.model import GAP, Claim, Difficulty, Item, Kind, Level, Pair, Topic
from assistant.quiz.sources import Source
from assistant.quiz.text import near


@dataclass(frozen=True)
class Draft:
    """An item before its distractors are chosen."""

    kind: Kind
    topic: Topic
    level: Level
    stem: str
    key: tuple[str, ...]
    claim: Claim
    source: Source
    pool: tuple[str, ...] = ()
    """Wrong answers to choose from: true of something else, false here."""
    wrong: int = 3
    """How many wrong answers to show."""
    fewest: int = 2
    """How many will do."""
    clash: Callable[[str, str], bool] = near
    """Whether two options must not be offered against each other."""
    scale: Mapping[str, float] | None = None
    """Options that have an order of their own (days of dates, numbers of themes) are shown in it."""
    pairs: tuple[Pair, ...] = ()
    """Matching only; its pool is what can be matched, in the order shown. Ordering: the pool is as shown."""
    difficulty: Difficulty = Difficulty.MEDIUM
    """For kinds without wrong answers to choose."""


@dataclass(frozen=True)
class Statement:
    """Something that is true with one value and false with others, to be judged true or false."""

    topic: Topic
    level: Level
    before: str
    """The stem before the value."""
    after: str
    key: str
    """The value that makes it true."""
    pool: tuple[str, ...]
    """Values that make it false; each true of something else."""
    claim: Claim
    """Its value is None: the statement's own value is filled in."""
    source: Source
    brief: tuple[str, ...] = ()
    """Briefer wordings of ``before``, for where there is little room."""
    elsewhere: Mapping[str, tuple[Citation, ...]] = field(default_factory=dict)
    """For a value of the pool, what proves where it belongs, where the source does not prove it false."""
    scale: Mapping[str, float] | None = None


def item_of(draft: Draft, options: tuple[str, ...], difficulty: Difficulty) -> Item:
    """The item that a draft makes with these options; the key keeps their order."""
    several = draft.kind is Kind.MULTIPLE_RESPONSE
    return Item(
        id=identity(draft),
        kind=draft.kind,
        topic=draft.topic,
        stem=draft.stem,
        options=options,
        key=tuple(o for o in options if o in draft.key) if several else draft.key,
        citations=draft.source.citations,
        document=draft.source.document,
        recommendation=draft.source.recommendation,
        theme=draft.source.theme,
        level=draft.level,
        difficulty=difficulty,
        pairs=draft.pairs,
        claim=draft.claim,
    )


def never(_a: str, _b: str) -> bool:
    """Options that may always be offered against each other."""
    return False


def gapped(text: str, words: str) -> str:
    """A text with a gap in the one place where it holds some words."""
    return text.replace(words, GAP, 1)


def identity(draft: Draft) -> str:
    """Twelve hexadecimal digits over kind, stem, key and pairs."""
    said = (draft.kind.value, draft.stem, *draft.key, *(f"{p.left}\t{p.right}" for p in draft.pairs))
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:12]
