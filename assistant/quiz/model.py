"""What a quiz is made of: items with their key and the quotes that prove it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from assistant.model import Citation
from corpus.model import Part

GAP = "_____"
"""Marks the gap in the stem of a gap-fill item; it stands there exactly once."""
TRUE, FALSE = "True", "False"


class Kind(StrEnum):
    """The shape of an item."""

    CHOICE = "choice"
    """One option is right."""
    MULTIPLE_RESPONSE = "multiple_response"
    """Two or more options are right, and at least one is not."""
    TRUE_FALSE = "true_false"
    MATCHING = "matching"
    ORDERING = "ordering"
    GAP_FILL = "gap_fill"
    SHORT_ANSWER = "short_answer"


class Topic(StrEnum):
    """What an item asks about."""

    RECOMMENDATION = "recommendation"
    ARGUMENT = "argument"
    RESPONSE = "response"
    STATUS = "status"
    TIMESCALE = "timescale"
    WHO = "who"
    THEME = "theme"
    DOCUMENT = "document"
    """What a letter, the press notice, the briefing or the narrative of the response says."""
    DIFFERENCE = "difference"
    """Where documents differ."""


class Level(StrEnum):
    """What answering takes."""

    RECALL = "recall"
    """Remembering a date, a status, a name or a word."""
    UNDERSTANDING = "understanding"
    """Recognising what is said, whose words they are, or how places compare."""


class Difficulty(StrEnum):
    """How near the distractors are to the key."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Relation(StrEnum):
    """What a claim says of its subject and its value."""

    STATUS = "status"
    """A recommendation (its label) was given a status (its name)."""
    THEME = "theme"
    """A recommendation stands under a theme (its label)."""
    DATE = "date"
    """The timescale for a recommendation gives a date."""
    WHO = "who"
    """The timescale for a recommendation names somebody who acts."""
    SAYS = "says"
    """A recommendation's part, or a document (its name), says some words."""
    SPOKEN = "spoken"
    """Somebody is quoted in the item's document as saying some words."""
    COMPLETES = "completes"
    """A sentence of the item's document with a gap is completed by some words."""
    LISTED = "listed"
    """The words that lead into a list of the item's document are followed by some entry."""
    EARLIER = "earlier"
    """Entries in the order of their dates; the subject says what an entry is."""
    REDATED = "redated"
    """A sentence that two documents date differently: the subject is the sentence of the other document."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What an item asserts: a relation between subject and value, of which the options fill one."""

    relation: Relation
    subject: str | None
    """None where the options (or premises) are the subjects."""
    value: str | None
    """None where the options are the values."""
    part: Part | None = None
    """Which part of a recommendation says the words; only with ``SAYS``."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A premise of a matching item and what goes with it."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a quiz."""

    id: str
    """Stable: made from kind, stem and key, so the same question has the same id in every quiz."""
    kind: Kind
    topic: Topic
    stem: str
    """Plain text, self-contained; holds ``GAP`` exactly once where the kind is gap-fill."""
    options: tuple[str, ...]
    """As shown, in order. Matching: what can be matched, each once, in the order shown (several premises may
    share one, and some may be left over). Ordering: the entries, shuffled. True or false: ``TRUE`` and
    ``FALSE``. Gap-fill and short answer: none."""
    key: tuple[str, ...]
    """Choice and true or false: the one right option. Multiple response: the right options, in the order
    shown. Ordering: the entries in the right order. Gap-fill and short answer: accepted answers, first the
    one to show; upper and lower case count the same. Matching: empty, see ``pairs``."""
    citations: tuple[Citation, ...]
    """What proves the key: verbatim quotes with their places, at least one."""
    document: str
    """Id of the document that the item is about."""
    recommendation: int | None
    """The one recommendation that the item is about; None where it is about none or several."""
    theme: int | None
    """The one theme; None where it belongs to none or several."""
    level: Level
    difficulty: Difficulty
    pairs: tuple[Pair, ...] = ()
    """Matching only: the premises in the order shown, each with its right option."""
    claim: Claim | None = None
    """What the key is proved from; None for an item that a person wrote."""

    @property
    def explanation(self) -> str:
        """The quotes that prove the key, verbatim, a blank line between them."""
        return "\n\n".join(c.quote for c in self.citations)

    @property
    def part(self) -> Part:
        """The part of the document that proves the key."""
        return self.citations[0].part

    @property
    def around_gap(self) -> tuple[str, str]:
        """Gap-fill: the stem before the gap and after it.

        Raises:
            ValueError: the stem holds no gap, or several.
        """
        before, after = self.stem.split(GAP)
        return before, after

    def as_dict(self) -> dict[str, Any]:
        """The item as the JSON object of the contract.

        ``key`` is a text for choice and true or false; a list for multiple response, ordering, gap-fill and
        short answer; for matching an object from premise to option.
        """
        return {
            "id": self.id,
            "kind": self.kind.value,
            "stem": self.stem,
            "options": list(self.options),
            "key": self._key(),
            "explanation": self.explanation,
            "citations": [_citation(c) for c in self.citations],
            "recommendation": self.recommendation,
            "difficulty": self.difficulty.value,
            "level": self.level.value,
        }

    def _key(self) -> str | list[str] | dict[str, str]:
        if self.kind is Kind.MATCHING:
            return {p.left: p.right for p in self.pairs}
        return self.key[0] if self.kind in (Kind.CHOICE, Kind.TRUE_FALSE) else list(self.key)


@dataclass(frozen=True, slots=True)
class Quiz:
    """Items to be handed out together, in order."""

    items: tuple[Item, ...]
    seed: int
    """What the choice was drawn with: the same seed gives the same quiz."""
    title: str

    def as_dict(self) -> dict[str, Any]:
        """The quiz as the JSON object of the contract."""
        return {"items": [i.as_dict() for i in self.items], "seed": self.seed}


def _citation(citation: Citation) -> dict[str, Any]:
    made = asdict(citation)
    made["part"] = citation.part.value
    made["span"] = [citation.span.start, citation.span.end]
    return made
