"""True or false: half the statements as they stand, half with a value that is true of something else."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from assistant.quiz.distractors import graded
from assistant.quiz.drafting import Draft, Statement, item_of
from assistant.quiz.model import FALSE, TRUE, Difficulty, Item, Kind
from assistant.quiz.text import denies, likeness
from assistant.quiz.wording import fitting


def items_of(statements: Sequence[Statement], seed: str) -> list[Item]:
    """One item for each statement; those with nothing to swap in stay true, those that deny something are left out.

    Args:
        seed: names the family, so that its items come out the same each time.
    """
    rng = random.Random(seed)
    statements = [s for s in statements if not denies(f"{s.before}{s.key}{s.after}")]
    order = sorted(range(len(statements)), key=lambda i: (bool(statements[i].pool), rng.random()))
    true = {i for i in order[: (len(statements) + 1) // 2]}
    return [_item(s, i in true, rng) for i, s in enumerate(statements) if i in true or s.pool]


def _item(s: Statement, true: bool, rng: random.Random) -> Item:
    value = s.key if true else _swapped(s, rng)
    citations = s.source.citations if true else s.elsewhere.get(value, s.source.citations)
    draft = Draft(
        kind=Kind.TRUE_FALSE,
        topic=s.topic,
        level=s.level,
        stem=fitting(*(f"{before}{value}{s.after}" for before in (s.before, *s.brief))),
        key=(TRUE if true else FALSE,),
        claim=replace(s.claim, value=value),
        source=replace(s.source, citations=citations),
    )
    nearest = min(s.pool, key=lambda o: -likeness(s.key, o)) if s.pool else s.key
    return item_of(
        draft,
        (TRUE, FALSE),
        graded(s.key, (nearest if true else value,), s.scale) if s.pool else Difficulty.EASY,
    )


def _swapped(s: Statement, rng: random.Random) -> str:
    """A wrong value, one of the nearer half."""
    ranked = sorted(s.pool, key=lambda o: (-likeness(s.before + s.key + s.after, o), o))
    return rng.choice(ranked[: max(1, len(ranked) // 2)])
