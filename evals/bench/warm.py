"""Warm questions: beside their floor, by stage, in a batch, and fifty people at once."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from threading import Barrier
from typing import Any

from assistant.assistant import Assistant
from assistant.chain import make_chain
from assistant.cli.batch import THREADS, Asked, in_order
from assistant.foresight import BLIND
from assistant.model import Answer
from assistant.opening import DEPTH, open_assistant
from corpus import load
from evals.floor import Times, measure
from evals.items import Item
from evals.measures import percentile
from index.open import open_index
from index.retrieve import Index
from index.settings import IndexSettings

Heard = Callable[[int, int], None]
PEOPLE = 50
WARM_UPS = 20


def beside_the_floor(
    settings: IndexSettings, items: Sequence[Item], least: int, heard: Heard
) -> dict[str, Any]:
    """Questions and their floor in turns; see ``evals.floor``."""
    questions = [i.question for i in items if not i.history]
    made = measure(load(), questions, settings, least=least, warm_ups=WARM_UPS, heard=heard)
    shown = {
        "question": made.asked,
        "floor": made.floor,
        "floor_embedding": made.embedding,
        "floor_vectors": made.query,
        "without_search": made.unsearched,
        "named": made.named,
    }
    return {name: _percentiles(times) for name, times in shown.items()} | {
        "ratio": made.ratio,
        "ratio_p95": made.ratio_p95,
    }


def by_stage(settings: IndexSettings, items: Sequence[Item], least: int) -> dict[str, Any]:
    """Where the time of questions that search goes, one thing after another: embedding, vectors, words, the rest."""
    spent: dict[str, float] = {}
    rows: list[dict[str, float]] = []
    with _opened(settings) as (assistant, index):
        assistant = replace(assistant, foreseeing=BLIND)
        _time(index.queries, "embed", "embedding", spent)
        _time(index._store, "query", "vectors", spent)
        _time(index._words, "search", "words", spent)
        for n, item in enumerate(items):
            spent.clear()
            start = time.perf_counter()
            assistant.ask(item.question, item.history)
            whole = time.perf_counter() - start
            if n >= WARM_UPS and "vectors" in spent:
                rows.append(spent | {"rest": whole - sum(spent.values())})
            if len(rows) == least:
                break
    names = ("embedding", "vectors", "words", "rest")
    return {name: _percentiles(Times(tuple(r.get(name, 0.0) for r in rows))) for name in names}


def in_a_batch(settings: IndexSettings, items: Sequence[Item]) -> dict[str, Any]:
    """Questions a second as ``assistant ask --batch`` answers them, once everything is open."""
    with _opened(settings) as (assistant, _index):
        for item in items[:WARM_UPS]:
            assistant.ask(item.question, item.history)
        lines = [Asked(n, n, i.question, i.history) for n, i in enumerate(items[WARM_UPS:])]
        start, used = time.perf_counter(), time.process_time()
        answered = sum(1 for _ in in_order(lines, assistant.ask, assistant.look_ahead))
        seconds, used = time.perf_counter() - start, time.process_time() - used
    return {"n": answered, "threads": THREADS, "a_second": answered / seconds, "processor": used / answered}


def people_at_once(settings: IndexSettings, items: Sequence[Item], people: int = PEOPLE) -> dict[str, Any]:
    """So many people who ask through the application's chain at the same moment, each a few questions.

    Every answer is compared with the one that the same question gets when nobody else asks.
    """
    each = len(items) // people
    with _opened(settings) as (assistant, _index):
        alone = [_shown(assistant.ask(i.question, i.history)) for i in items]
        chain, together = make_chain(assistant), Barrier(people)

        def person(number: int) -> tuple[list[float], int]:
            together.wait()
            seconds, wrong = [], 0
            for at in range(number * each, (number + 1) * each):
                start = time.perf_counter()
                answer = chain.invoke({"question": items[at].question, "history": items[at].history})
                seconds.append(time.perf_counter() - start)
                wrong += _shown(answer) != alone[at]
            return seconds, wrong

        start = time.perf_counter()
        with ThreadPoolExecutor(people) as pool:
            found = list(pool.map(person, range(people)))
        whole = time.perf_counter() - start
    times = Times(tuple(s for seconds, _ in found for s in seconds))
    return _percentiles(times) | {
        "people": people,
        "wrong": sum(wrong for _, wrong in found),
        "a_second": len(times.values) / whole,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


@contextmanager
def _opened(settings: IndexSettings) -> Iterator[tuple[Assistant, Index]]:
    corpus = load()
    index = open_index(corpus, settings)
    try:
        yield (
            open_assistant(corpus).over(partial(index.scores, limit=DEPTH), index.queries, index.near),
            index,
        )
    finally:
        index.close()


def _time(held: Any, name: str, stage: str, spent: dict[str, float]) -> None:
    """Make a method of an object add its time to a stage."""
    method = getattr(held, name)

    def timed(*arguments: Any) -> Any:
        start = time.perf_counter()
        try:
            return method(*arguments)
        finally:
            spent[stage] = spent.get(stage, 0.0) + time.perf_counter() - start

    setattr(held, name, timed)


def _shown(answer: Answer) -> dict[str, Any]:
    return answer.as_dict() | {"seconds": None}


def _percentiles(times: Times) -> dict[str, Any]:
    made: dict[str, Any] = {f"p{p}": percentile(times.values, p) for p in (50, 95, 99)}
    return made | {"n": len(times.values)}
