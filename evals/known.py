"""What is known of the documents without the program: timescales and recommendations typed from the sources."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from corpus import Corpus
from corpus.model import Modality, Part, Status
from evals.comparable import folded
from evals.items import MEND, ItemError, item_lines

GOLD = Path(__file__).parent / "gold"
GRAINS = ("day", "month", "season", "part_of_year", "half_year", "year", "span", "event", "none")
Known = TypeVar("Known", "Timescale", "KnownRecommendation")


@dataclass(frozen=True, slots=True)
class Timescale:
    """A date expression of a document and the days it can mean, as a reader takes it.

    A season is that of the meteorologist (summer: June to August); "late" in a year is its last third.
    """

    document: str
    recommendation: int | None
    part: str
    paragraph: int | None
    wording: str
    modality: str
    first: date | None
    """First day; None where the words leave the beginning open."""
    last: date | None
    """Last day; None where they leave the end open."""
    grain: str
    evidence: str
    """Verbatim words around it."""
    span: tuple[int, int]
    """Where they stand in the edition."""


@dataclass(frozen=True, slots=True)
class KnownRecommendation:
    """One of the fifteen, as a reader knows it."""

    number: int
    status: str
    topic: str
    """What it is about, in words that go into a question."""
    timescales: tuple[str, ...]
    """Wordings of its timescale part that an answer about its dates must hold."""
    evidence: dict[str, str]
    """Part to words that stand in it."""
    notices: tuple[str, ...]
    """Those that an answer about its timescale must carry."""


@lru_cache(maxsize=1)
def known_timescales(file: Path = GOLD / "timescales.jsonl") -> tuple[Timescale, ...]:
    """Every timescale of the five documents.

    Raises:
        ItemError: a line is damaged.
    """
    return tuple(_objects(file, Timescale, _timescale))


@lru_cache(maxsize=1)
def known_recommendations(file: Path = GOLD / "recommendations.jsonl") -> dict[int, KnownRecommendation]:
    """The recommendations by number.

    Raises:
        ItemError: a line is damaged.
    """
    return {r.number: r for r in _objects(file, KnownRecommendation, _recommendation)}


def check_known(corpus: Corpus) -> tuple[str, ...]:
    """What of the gold the corpus does not bear out, a line each."""
    return (*_odd_timescales(corpus), *_odd_recommendations(corpus), *_unknown(corpus))


def _odd_timescales(corpus: Corpus) -> Iterator[str]:
    for t in known_timescales():
        name = f"timescale {t.wording!r} of {t.document} {t.recommendation or ''}".rstrip()
        if corpus.editions.get(t.document, "")[slice(*t.span)] != t.evidence:
            yield f"{name}: the edition does not hold {t.evidence!r} at {t.span}"
        if not any(folded(t.evidence) in text for text in _texts(corpus, t)):
            yield f"{name}: no passage at its place holds {t.evidence!r}"
        if t.wording not in t.evidence:
            yield f"{name}: its evidence does not hold it"
        if t.modality not in set(Modality) or t.grain not in GRAINS:
            yield f"{name}: unknown modality {t.modality!r} or grain {t.grain!r}"
        if t.first and t.last and t.first > t.last:
            yield f"{name}: ends before it begins"


def _texts(corpus: Corpus, t: Timescale) -> list[str]:
    key = (t.document, t.recommendation, t.part, t.paragraph)
    return [
        folded(p.text)
        for p in corpus.passages
        if (p.document, p.recommendation, p.part.value, p.place.paragraph) == key
    ]


def _odd_recommendations(corpus: Corpus) -> Iterator[str]:
    known = known_recommendations()
    if set(known) != set(corpus.recommendations):
        yield f"known recommendations are {sorted(known)}, the documents hold {sorted(corpus.recommendations)}"
    for number in sorted(set(known) & set(corpus.recommendations)):
        mine, theirs = known[number], corpus.recommendations[number]
        if mine.status not in set(Status) or mine.status != theirs.status:
            yield f"recommendation {number}: known as {mine.status}, read as {theirs.status.value}"
        held = {part: folded(theirs.text(Part(part))) for part in (*mine.evidence, "timescale")}
        for part, words in (*mine.evidence.items(), *(("timescale", w) for w in mine.timescales)):
            if folded(words) not in held[part]:
                yield f"recommendation {number}: its {part} does not hold {words!r}"


def _unknown(corpus: Corpus) -> Iterator[str]:
    """Statements with a date that the program reads and nobody typed."""
    typed = {(t.document, t.recommendation, t.part, t.wording) for t in known_timescales()}
    for c in corpus.commitments:
        key = (c.place.document, c.place.recommendation, c.place.part.value, c.when.wording)
        if key not in typed:
            yield f"timescale {c.when.wording!r} of {c.place.document} was not typed"


def _timescale(raw: dict[str, Any]) -> Timescale:
    start, end = raw["span"]
    return Timescale(**(raw | {"first": _day(raw["first"]), "last": _day(raw["last"]), "span": (start, end)}))


def _recommendation(raw: dict[str, Any]) -> KnownRecommendation:
    lists = {name: tuple(raw[name]) for name in ("timescales", "notices")}
    return KnownRecommendation(**(raw | lists))


def _objects(file: Path, of: type[Known], read: Callable[[dict[str, Any]], Known]) -> Iterator[Known]:
    wanted = {f.name for f in fields(of)}
    for where, line in item_lines(file):
        try:
            raw = json.loads(line)
            if not isinstance(raw, dict) or set(raw) != wanted:
                raise ItemError(f"{where} must hold exactly {sorted(wanted)}. {MEND}")
            yield read(raw)
        except json.JSONDecodeError as error:
            raise ItemError(f"{where} is not JSON ({error.msg}). {MEND}") from None
        except (TypeError, ValueError) as error:
            raise ItemError(f"{where} is damaged ({error}). {MEND}") from None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
