"""What is asked of which corpus: the sets by name, those that are typed and those that are made from them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from corpus import Corpus
from evals.changed import dates_items, recommendations_items, statuses_items
from evals.changes import CHANGES, Change
from evals.injected import INJECTED, injected_items
from evals.items import Item, ItemError, load_items
from evals.noise import LEVELS, noise_at, noise_items
from evals.rewriting import rewrites

TIERS = ("development", "test")
_CHANGED = {
    "changed-dates": dates_items,
    "changed-statuses": statuses_items,
    "changed-recommendations": recommendations_items,
}


@dataclass(frozen=True, slots=True)
class Suite:
    """Items that are asked of one corpus."""

    name: str
    items: tuple[Item, ...]
    change: Change | None
    """Makes the corpus from a copy; None for the corpus as it is."""


def suites(
    tier: str, corpus: Corpus, sets: Sequence[str] = (), typed: Sequence[Item] | None = None
) -> tuple[Suite, ...]:
    """Every suite of a tier, or those of some sets.

    Args:
        tier: "development" or "test".
        corpus: decides how much noise makes up a share.
        sets: names of sets; none for all.
        typed: the items typed for the tier; None reads them.

    Raises:
        ItemError: no such tier or set, or a damaged item.
    """
    typed = load_items(tier) if typed is None else typed
    made = _suites(typed, corpus)
    known = dict.fromkeys(item.set for suite in made for item in suite.items)
    if unknown := [name for name in sets if name not in known]:
        raise ItemError(
            f"No set {', '.join(unknown)} in {tier}; there are: {', '.join(known)}. Run: python -m evals run {tier}"
        )
    kept = (Suite(s.name, tuple(i for i in s.items if not sets or i.set in sets), s.change) for s in made)
    return tuple(suite for suite in kept if suite.items)


def _suites(typed: Sequence[Item], corpus: Corpus) -> tuple[Suite, ...]:
    plain = Suite("guidance", (*typed, *rewrites(typed)), None)
    injected = Suite("injected-document", injected_items(), INJECTED)
    changed = (Suite(name, items(), CHANGES[name]) for name, items in _CHANGED.items())
    noise = (
        Suite(change.name, noise_items(typed, level), change if level else None)
        for level in LEVELS
        for change in (noise_at(level, corpus),)
    )
    return (plain, injected, *changed, *noise)


def digest(items: Sequence[Item]) -> str:
    """SHA-256 over all that decides whether answers to some items are right."""
    made = hashlib.sha256()
    for item in items:
        made.update(repr(astuple(item)).encode())
    return made.hexdigest()
