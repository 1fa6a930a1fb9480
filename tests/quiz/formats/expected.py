"""What a reader must find of an item, whatever the format: the words as shown, and which of them are right."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.quiz.formats.sources import source
from assistant.quiz.model import Item, Kind
from assistant.rendering.inline import emphasised
from assistant.rendering.plain import one_line
from tests.quiz.formats.samples import corpus


@dataclass(frozen=True)
class Read:
    """An item as it was read back."""

    kind: str
    stem: str
    options: tuple[str, ...] = ()
    right: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()
    why: str = ""
    """The explanation without white space; empty where the format has no place for it."""


def squeezed(text: str) -> str:
    return "".join(text.split())


def proof(item: Item) -> str:
    """The explanation as a reader of marked-up text finds it."""
    quotes = ("".join(run.text for run in emphasised(c.quote.strip())) for c in item.citations)
    sources = (one_line(source(c, corpus().document)) for c in item.citations)
    return squeezed("".join(f"“{quote}”—{where}" for quote, where in zip(quotes, sources, strict=True)))


def as_moodle(item: Item, *, why: bool = True) -> Read:
    """What Moodle makes of an item: an ordering is pairs of entry and position, a gap-fill a short answer."""
    stem, options = one_line(item.stem), tuple(map(one_line, item.options))
    told = proof(item) if why else ""
    right = frozenset(map(one_line, item.key))
    if item.kind is Kind.MATCHING:
        pairs = {(one_line(p.left), one_line(p.right)) for p in item.pairs}
        spare = {("", option) for option in options if option not in {right for _, right in pairs}}
        return Read("matching", stem, pairs=frozenset(pairs | spare), why=told)
    if item.kind is Kind.ORDERING:
        positions = {(one_line(entry), str(n)) for n, entry in enumerate(item.key, start=1)}
        return Read("matching", stem, pairs=frozenset(positions), why=told)
    if item.kind in (Kind.GAP_FILL, Kind.SHORT_ANSWER):
        return Read("short", stem, right=right, why=told)
    if item.kind is Kind.TRUE_FALSE:
        return Read("true_false", stem, right=right, why=told)
    return Read(
        "several" if item.kind is Kind.MULTIPLE_RESPONSE else "choice", stem, options, right, why=told
    )
