"""The typed questions of a tier, asked once for commands that work on the answers."""

from __future__ import annotations

from evals.cli.progress import progress
from evals.cli.run import Wanted, chosen_suites
from evals.opening import QUOTES, Opener
from evals.sabotage import Asked


def asked(tier: str, every: int, opener: Opener) -> tuple[Asked, ...]:
    """Each ``every``-th typed item of a tier with its answer."""
    (suite,) = chosen_suites(Wanted(tier, (), True, every, QUOTES), opener.corpus)
    opened = opener(suite)
    found: list[Asked] = []
    with progress("Questions") as heard:
        for n, item in enumerate(suite.items):
            heard(n, len(suite.items))
            found.append(Asked(item, opened.assistant.ask(item.question, item.history)))
    return tuple(found)
