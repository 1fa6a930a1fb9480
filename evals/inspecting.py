"""The sets as tasks of inspect_ai, with the same items and the same scores, for teams that work with it.

Run: inspect eval evals/inspecting.py@timescales --model none
"""

from __future__ import annotations

import asyncio
from functools import lru_cache
from typing import Any

from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import Score, Target, accuracy, scorer, stderr
from inspect_ai.solver import Generate, TaskState, solver

from evals.items import Item
from evals.lines import Line
from evals.opening import Opened, Opener
from evals.running import ask
from evals.suites import Suite, suites
from evals.tables import gold_text

_LINE = "line"


@lru_cache(maxsize=1)
def _opener() -> Opener:
    return Opener()


@lru_cache(maxsize=16)
def _opened(tier: str, name: str) -> Opened:
    return _opener()(_suite(tier, name))


def _suite(tier: str, name: str) -> Suite:
    return next(s for s in suites(tier, _opener().corpus) if s.name == name)


@lru_cache(maxsize=8)
def _items(tier: str, sets: tuple[str, ...], every: int) -> dict[tuple[str, str], Item]:
    """Items by suite and id."""
    found = suites(tier, _opener().corpus, sets)
    return {(s.name, i.id): i for s in found for i in s.items[::every]}


def _task(sets: tuple[str, ...], tier: str, every: int) -> Task:
    samples = [
        Sample(
            input="\n".join([*item.history, item.question]),
            target=item.outcome,
            id=f"{suite}/{item.id}",
            metadata={"tier": tier, "suite": suite, "item": item.id, "sets": list(sets), "every": every},
        )
        for (suite, _), item in _items(tier, sets, every).items()
    ]
    return Task(dataset=MemoryDataset(samples, name=", ".join(sets)), solver=answered(), scorer=judged())


@solver
def answered() -> Any:
    """The assistant's answer in place of a model's."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        known = state.metadata
        items = _items(known["tier"], tuple(known["sets"]), known["every"])
        opened = _opened(known["tier"], known["suite"])
        line = await asyncio.to_thread(ask, items[known["suite"], known["item"]], known["suite"], opened)
        state.store.set(_LINE, line)
        state.output.completion = line.answer["answer"]
        state.completed = True
        return state

    return solve


@scorer(metrics=[accuracy(), stderr()])
def judged() -> Any:
    """Right or not, with every check and score beside it."""

    async def score(state: TaskState, target: Target) -> Score:
        line: Line = state.store.get(_LINE)
        return Score(
            value="C" if line.right else "I",
            answer=line.outcome,
            explanation=f"{', '.join(line.failed) or 'all is right'}; gold: {gold_text(line.gold)}",
            metadata={"checks": line.checks, "scores": line.scores},
        )

    return score


@task
def timescales(tier: str = "test", every: int = 1) -> Task:
    """Every timescale, by number, role, topic, and the other way round."""
    return _task(("timescales",), tier, every)


@task
def status(tier: str = "test", every: int = 1) -> Task:
    """How recommendations were answered."""
    return _task(("status",), tier, every)


@task
def content(tier: str = "test", every: int = 1) -> Task:
    """What recommendations, arguments, responses, letters, press notice and briefing say."""
    return _task(("content",), tier, every)


@task
def together(tier: str = "test", every: int = 1) -> Task:
    """Sets, counts, comparisons, documents that differ."""
    return _task(("together",), tier, every)


@task
def refuse(tier: str = "test", every: int = 1) -> Task:
    """What the documents do not answer, with answerable twins."""
    return _task(("refuse",), tier, every)


@task
def notices(tier: str = "test", every: int = 1) -> Task:
    """Live concerns and personal data."""
    return _task(("notices",), tier, every)


@task
def rewrites(tier: str = "test", every: int = 1) -> Task:
    """Eight rewrites of forty questions."""
    return _task(("rewrites",), tier, every)


@task
def follow_ups(tier: str = "test", every: int = 1) -> Task:
    """Conversations of two and three turns."""
    return _task(("follow-ups",), tier, every)


@task
def adversarial(tier: str = "test", every: int = 1) -> Task:
    """Instructions hidden in questions and documents, spoofed headings, markup."""
    return _task(("adversarial",), tier, every)


@task
def changed_corpus(tier: str = "test", every: int = 1) -> Task:
    """Copies of the corpus with dates shifted, statuses swapped, recommendations exchanged."""
    return _task(("changed-dates", "changed-statuses", "changed-recommendations"), tier, every)


@task
def noise(tier: str = "test", every: int = 1) -> Task:
    """Timescales among look-alike recommendations of other reviews."""
    return _task(("noise",), tier, every)
