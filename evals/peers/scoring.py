"""The same figures for everyone: dates, statuses, evidence, the recommendation it is put under, refusals."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.model import Answer, Outcome
from corpus import Corpus
from corpus.errors import FixableError
from evals.comparable import plain
from evals.items import Item
from evals.peers.chunks import Chunk, Retrieve, heading_above, sources
from evals.peers.reader import Read, common, oracle
from evals.peers.systems import PEERS, Peer, PeerMissing
from evals.scores.content import shown_statuses
from evals.scores.gold import gold_statuses
from index.embedder import Embedder

SETS = ("timescales", "status", "content", "refuse")
OURS = "this assistant"


@dataclass(frozen=True, slots=True)
class Seen:
    """What one system makes of one question, in terms that fit all."""

    dates: tuple[str, ...]
    statuses: tuple[str, ...]
    quotes: tuple[str, ...]
    """What it shows, comparable, best first; empty for a refusal."""
    under: int | None
    """The recommendation that it puts its evidence under."""


@dataclass(frozen=True, slots=True)
class Row:
    """One system over all items; NaN where it was not run."""

    name: str
    cites: str
    note: str
    """How it was run, or why it was not."""
    n: int
    dates: float
    """Share of questions about timescales whose first date is a gold one."""
    status: float
    first: float
    """Share of questions whose evidence stands in what is shown first."""
    found: float
    """The same anywhere in what is shown."""
    under: float
    """Share of questions about a recommendation whose evidence is put under it."""
    density: float
    """Characters of evidence in the characters shown."""
    refused: float
    """Share of the unanswerable that is refused."""
    over_refused: float
    """Share of the answerable that is refused."""


Sees = Callable[[Item], Seen]


def usable(items: Sequence[Item]) -> tuple[Item, ...]:
    """The typed items that every system can be asked: no conversations, no sets of recommendations."""
    return tuple(i for i in items if i.set in SETS and not i.history and not i.all_places)


def rows(
    items: Sequence[Item], corpus: Corpus, embedder: Embedder, ours: Sees, heard: Callable[[str], None]
) -> list[Row]:
    """A row for the assistant and for each peer; the first peer is also read by the oracle."""
    heard(OURS)
    made = [row(OURS, "recommendation and part", "run", items, ours)]
    texts = sources(corpus)
    for peer in PEERS:
        heard(peer.name)
        try:
            retrieve = peer.build(texts, embedder)
        except PeerMissing as error:
            made.append(_absent(peer, error))
            continue
        made.append(row(peer.name, peer.cites, peer.how, items, sees(retrieve, texts, common)))
        if peer is PEERS[0]:
            name = f"{peer.name}, oracle reader"
            made.append(row(name, peer.cites, "upper bound", items, sees(retrieve, texts, oracle)))
    return made


def sees(retrieve: Retrieve, texts: dict[str, str], reader: Callable[[Sequence[Chunk]], Read]) -> Sees:
    """What a peer with a reader makes of questions."""

    def see(item: Item) -> Seen:
        read = reader(retrieve(item.question))
        evidence = [plain(e) for e in item.evidence]
        holding = next((c for c in read.chunks if any(e in plain(c.text) for e in evidence)), None)
        shown = holding or next(iter(read.chunks), None)
        under = heading_above(shown, texts) if shown else None
        return Seen(read.dates, read.statuses, tuple(plain(c.text) for c in read.chunks), under)

    return see


def seen_answer(answer: Answer, corpus: Corpus) -> Seen:
    """What the assistant made of a question: its first date and first status, as with the common reader."""
    if answer.outcome is not Outcome.ANSWERED:
        return Seen((), (), (), None)
    return Seen(
        dates=tuple(plain(d.wording) for d in answer.dates[:1]),
        statuses=tuple(shown_statuses(answer, corpus).values())[:1],
        quotes=tuple(plain(c.quote) for c in answer.citations),
        under=answer.citations[0].recommendation if answer.citations else None,
    )


def row(name: str, cites: str, note: str, items: Sequence[Item], see: Sees) -> Row:
    """All figures of one system."""
    pairs = [(item, see(item)) for item in items]
    answerable = [(i, s) for i, s in pairs if i.outcome == "answered"]
    held = [(i, s) for i, s in answerable if i.evidence]
    return Row(
        name=name,
        cites=cites,
        note=note,
        n=len(pairs),
        dates=_mean([_dated(i, s) for i, s in answerable if i.set == "timescales" and i.dates]),
        status=_mean([_status(i, s) for i, s in answerable if _one_status(i)]),
        first=_mean([_holds(i, s.quotes[:1]) for i, s in held]),
        found=_mean([_holds(i, s.quotes) for i, s in held]),
        under=_mean([s.under in i.recommendations for i, s in held if i.recommendations]),
        density=_density(held),
        refused=_mean([not s.quotes for i, s in pairs if i.outcome != "answered"]),
        over_refused=_mean([not s.quotes for _, s in answerable]),
    )


def _dated(item: Item, seen: Seen) -> bool:
    """Whether the first date, or with the oracle any date, is a gold one."""
    gold = [plain(d) for d in item.dates]
    return any(g in s or s in g for g in gold for s in seen.dates)


def _one_status(item: Item) -> bool:
    return len(gold_statuses(item) or {}) == 1


def _status(item: Item, seen: Seen) -> bool:
    return set((gold_statuses(item) or {}).values()) <= set(seen.statuses)


def _holds(item: Item, quotes: Sequence[str]) -> bool:
    evidence = [plain(e) for e in item.evidence]
    return any(e in q or (len(q) > 25 and q in e) for e in evidence for q in quotes)


def _density(held: Sequence[tuple[Item, Seen]]) -> float:
    shown = sum(len(q) for _, s in held for q in s.quotes)
    wanted = sum(max((len(plain(e)) for e in i.evidence), default=0) for i, s in held if _holds(i, s.quotes))
    return wanted / shown if shown else math.nan


def _absent(peer: Peer, error: FixableError) -> Row:
    return Row(peer.name, peer.cites, str(error).split(". ")[0], 0, *([math.nan] * 8))


def _mean(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else math.nan
