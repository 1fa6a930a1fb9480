"""The gold of an item in the terms of what was typed by hand, for the corpus that it is asked of."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from corpus.model import Status
from evals.changes import EXCHANGED, SWAPPED, shifted, shifted_day
from evals.items import Item
from evals.known import Timescale, known_recommendations, known_timescales


def gold_timescales(item: Item) -> tuple[Timescale, ...] | None:
    """The known timescale of each date that an answer must hold; None where there is none, or one is unknown."""
    found: list[Timescale] = []
    for wording in item.dates:
        match = _known(wording, item)
        if match is None:
            return None
        found.append(match)
    return tuple(found) or None


def gold_statuses(item: Item) -> dict[int, str] | None:
    """Recommendation to its status, for an item that asks for statuses; None for others."""
    if item.set not in ("status", "changed-statuses") or item.outcome != "answered":
        return None
    if item.all_places and len({p.part for p in item.places}) > 1:
        return None
    known = known_recommendations()
    swapped = {s.value: after.value for s, after in SWAPPED.items()}
    numbers = [n for n in item.recommendations if n in known]
    statuses = {n: known[n].status for n in numbers}
    if item.set == "changed-statuses":
        statuses = {n: swapped[Status(s).value] for n, s in statuses.items()}
    return statuses or None


def _known(wording: str, item: Item) -> Timescale | None:
    """By wording and place: among the item's recommendations where it has any, else among its documents."""
    wanted = wording.lower()
    documents = {p.document for p in item.places}
    near = [
        t
        for t in _timescales(item.set)
        if (not documents or t.document in documents)
        and (not item.recommendations or t.recommendation in (None, *item.recommendations))
    ]
    ordered = sorted(near, key=lambda t: (t.recommendation is None, t.part != "timescale"))
    exact = (t for t in ordered if t.wording.lower() == wanted)
    near_by = (t for t in ordered if _ends_alike(t.wording.lower(), wanted))
    return next(exact, None) or next(near_by, None)


def _ends_alike(a: str, b: str) -> bool:
    return a.endswith(b) or b.endswith(a)


@lru_cache(maxsize=8)
def _timescales(name: str) -> tuple[Timescale, ...]:
    """What is known of the corpus that a set is asked of."""
    if name == "changed-dates":
        return tuple(_shifted(t) for t in known_timescales())
    if name == "changed-recommendations":
        under = {said: number for number, said in EXCHANGED.items()}
        return tuple(
            replace(t, recommendation=under[t.recommendation]) if t.recommendation else t
            for t in known_timescales()
        )
    return known_timescales()


def _shifted(t: Timescale) -> Timescale:
    return replace(
        t,
        wording=shifted(t.wording),
        evidence=shifted(t.evidence),
        first=shifted_day(t.first, t.wording) if t.first else None,
        last=shifted_day(t.last, t.wording) if t.last else None,
    )
