"""An item as a trainer changes it, and what the checks say of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from assistant.pages.quiz_marking import TYPED
from assistant.quiz import proof
from assistant.quiz.linter import Severity, lint
from assistant.quiz.model import Item, Kind, Pair
from assistant.rendering.plain import one_line
from corpus import Corpus


@dataclass(frozen=True, slots=True)
class Edit:
    """What the boxes of the editor hold."""

    stem: str
    options: tuple[str, ...]
    """Options; for an ordering the entries in their right order, for typed answers what is accepted."""
    right: tuple[int, ...] = ()
    """Indices of the right options; for matching one for each premise."""
    premises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What the checks say of an item."""

    hard: tuple[str, ...]
    """Why it cannot be handed out."""
    soft: tuple[str, ...]
    """Advice."""
    unproved: tuple[str, ...]
    """Why the records no longer prove it: the trainer answers for it then."""


def begin_edit(item: Item) -> Edit:
    """The boxes as they are at first."""
    if item.kind is Kind.MATCHING:
        right = tuple(item.options.index(pair.right) for pair in item.pairs)
        return Edit(item.stem, item.options, right, tuple(pair.left for pair in item.pairs))
    if item.kind is Kind.ORDERING or item.kind in TYPED:
        return Edit(item.stem, item.key)
    return Edit(item.stem, item.options, tuple(item.options.index(key) for key in item.key))


def apply_edit(item: Item, edit: Edit) -> Item:
    """The item with what the boxes hold; empty options are left away, the quotes stay."""
    options = tuple(one_line(option) for option in edit.options)
    kept = tuple(option for option in options if option)
    made = replace(item, stem=one_line(edit.stem))
    if item.kind is Kind.MATCHING:
        pairs = zip(map(one_line, edit.premises), edit.right, strict=True)
        made = replace(made, options=kept, pairs=tuple(Pair(left, options[n]) for left, n in pairs))
    elif item.kind is Kind.ORDERING:
        places = [item.key.index(option) for option in item.options]
        made = replace(made, key=kept, options=tuple(options[n] for n in places if options[n]))
    elif item.kind in TYPED:
        made = replace(made, key=kept)
    else:
        made = replace(made, options=kept, key=tuple(options[n] for n in sorted(edit.right) if options[n]))
    return replace(made, id=_identity(made)) if made != item else item


def review(item: Item, corpus: Corpus) -> Review:
    """Run the checks on an item."""
    flaws = lint(item)
    unproved = proof.faults(item, corpus)
    return Review(
        tuple(f.message for f in flaws if f.severity is Severity.HARD),
        tuple(f.message for f in flaws if f.severity is Severity.SOFT),
        unproved,
    )


def settled(item: Item, corpus: Corpus) -> Item:
    """The item as it is kept: what the records do not prove claims nothing."""
    return replace(item, claim=None) if proof.faults(item, corpus) else item


def _identity(item: Item) -> str:
    """As the items of the bank have it: twelve hexadecimal digits over kind, stem, key and pairs."""
    said = (item.kind.value, item.stem, *item.key, *(f"{p.left}\t{p.right}" for p in item.pairs))
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:12]
