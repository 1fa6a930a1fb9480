"""Asking every question of a tier."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.assistant import Assistant
from evals.items import Item, ItemError, load_items
from evals.judge import judge
from evals.measures import Result

Heard = Callable[[int, int], None]
"""Called with the number of questions answered and their total."""

_WARM_UP = "What does the guidance say about the inspection of services for children?"


def chosen_items(tier: str, sets: Sequence[str] = ()) -> tuple[Item, ...]:
    """The items of a tier, or of some of its sets.

    Raises:
        ItemError: no such tier or set.
    """
    items = load_items(tier)
    known = {item.set for item in items}
    if unknown := set(sets) - known:
        raise ItemError(
            f"No set {', '.join(sorted(unknown))} in {tier}; there are: {', '.join(sorted(known))}. "
            f"Run: python -m evals run {tier}"
        )
    return tuple(item for item in items if not sets or item.set in sets)


def warm_up(assistant: Assistant) -> None:
    """Load the model and open the index, so that no item is timed with that.

    Raises:
        FixableError: the index can neither be opened nor built.
    """
    assistant.ask(_WARM_UP)


def run_items(
    assistant: Assistant, items: Sequence[Item], heard: Heard = lambda done, total: None
) -> tuple[Result, ...]:
    """Ask and judge, one after the other."""
    corpus = assistant.library.corpus
    results: list[Result] = []
    for item in items:
        heard(len(results), len(items))
        answer = assistant.ask(item.question, item.history)
        results.append(Result(item, answer, judge(item, answer, corpus)))
    heard(len(results), len(items))
    return tuple(results)
