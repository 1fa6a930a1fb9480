"""What a rule says of an item.

Source of the rules: Haladyna, Downing and Rodriguez, A review of multiple-choice item-writing guidelines
(Applied Measurement in Education, 2002); the rule's number there stands with each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Checked = TypeVar("Checked")


class Severity(StrEnum):
    """What becomes of an item with the flaw."""

    HARD = "hard"
    """Never shown: it has no one right answer, or gives it away."""
    SOFT = "soft"
    """Shown to a trainer with the advice."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One flaw of one item, or of a quiz."""

    rule: str
    severity: Severity
    message: str
    """For the trainer, one line."""
    item: str | None
    """Id of the item; None where it is the quiz's."""


@dataclass(frozen=True)
class Rule(Generic[Checked]):
    """A rule: a name, how grave a breach is, and the check that yields a message for each breach."""

    name: str
    severity: Severity
    check: Callable[[Checked], Iterator[str]]
