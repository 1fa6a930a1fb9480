"""Whether the items are sound: they parse, their ids are their own, and their gold is in the documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.model import Notice, Outcome, Reason
from corpus import Corpus
from corpus.errors import CorpusError
from evals.comparable import folded
from evals.items import SETS, GoldPlace, Item, ItemError, item_lines, parse_item
from evals.teaching import WRITTEN, written


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    items: dict[str, int]
    """Number of items by tier."""
    problems: tuple[str, ...]
    """A line each; empty where all is well."""
    remarks: tuple[str, ...]
    """What is worth knowing but makes no answer look right or wrong."""


def check(
    corpus: Corpus, sets: Path = SETS, sources: Path | None = None, teaching: Path = WRITTEN
) -> Checked:
    """Check every item file below a folder, and the questions written for teaching.

    Args:
        corpus: what the gold points into.
        sets: holds a folder for each tier.
        sources: folder of the source texts; None for that of the corpus.
        teaching: holds the questions written for teaching.

    Raises:
        CorpusError: a source is missing.
    """
    texts = _texts(corpus, sources or corpus.folder / "sources")
    places = {(p.document, p.recommendation, p.part.value, p.place.paragraph) for p in corpus.passages}
    problems: list[str] = []
    tiers: dict[str, list[Item]] = {}
    for file in sorted(sets.glob("*/*.jsonl")):
        read = tiers.setdefault(file.parent.name, [])
        for where, line in item_lines(file):
            try:
                read.append(parse_item(line, f"{file.parent.name}/{where}"))
            except ItemError as error:
                problems.append(str(error))
    every = [item for read in tiers.values() for item in read]
    problems += _double_ids(every)
    problems += [f"{item.id}: {p}" for read in tiers.values() for item in read for p in _twins(item, read)]
    problems += [f"{item.id}: {p}" for item in every for p in _odd(item, corpus, places, texts)]
    counts = {tier: len(read) for tier, read in tiers.items()}
    asked = {tier: [(*item.history, item.question) for item in read] for tier, read in tiers.items()}
    try:
        asked["teaching"] = [(lesson.question,) for lesson in written(corpus, teaching)]
    except ItemError as error:
        problems.append(str(error))
    return Checked(counts, tuple(problems), (*_shared(asked), *_idle_dates(every, texts)))


def _texts(corpus: Corpus, sources: Path) -> dict[str, tuple[str, ...]]:
    """Document id to its edition and its source, white space folded."""
    made: dict[str, tuple[str, ...]] = {}
    for document, edition in corpus.editions.items():
        path = sources / f"{document}.txt"
        try:
            made[document] = (folded(edition), folded(path.read_text(encoding="utf-8")))
        except OSError as error:
            raise CorpusError(
                f"{path} cannot be read ({error.strerror}). Run: assistant corpus check"
            ) from error
    return made


def _double_ids(items: Sequence[Item]) -> list[str]:
    counts = Counter(item.id for item in items)
    return [f"{name}: the id comes {n} times" for name, n in counts.items() if n > 1]


def _twins(item: Item, tier: Sequence[Item]) -> Iterator[str]:
    if item.twin is None:
        return
    twin = next((other for other in tier if other.id == item.twin), None)
    if twin is None:
        yield f"its twin {item.twin} is not in the tier"
    elif twin.twin not in (None, item.id):
        yield f"its twin {item.twin} names {twin.twin} as twin"


def _odd(
    item: Item,
    corpus: Corpus,
    places: set[tuple[str, int | None, str, int | None]],
    texts: dict[str, tuple[str, ...]],
) -> Iterator[str]:
    yield from _odd_labels(item, corpus)
    yield from (f"no passage stands at {_shown(p)}" for p in item.places if _key(p) not in places)
    named = {p.document for p in item.places} & set(texts) or set(texts)
    held = [text for document in sorted(named) for text in texts[document]]
    yield from (f"evidence is not in {_listed(named)}: {e!r}" for e in item.evidence if not _within(e, held))
    lowered = [text.lower() for text in held]
    missing = (d for d in item.dates if not _within(d.lower(), lowered))
    yield from (f"date is not in {_listed(named)}: {d!r}" for d in missing)


def _odd_labels(item: Item, corpus: Corpus) -> Iterator[str]:
    answered = item.outcome == Outcome.ANSWERED
    if item.outcome not in set(Outcome):
        yield f"unknown outcome {item.outcome!r}"
    if item.reason is not None and item.reason not in set(Reason):
        yield f"unknown reason {item.reason!r}"
    if answered == (item.reason is not None):
        yield "a reason belongs to what is not answered, and only there"
    yield from (f"unknown notice {n!r}" for n in item.notices if n not in set(Notice))
    yield from (f"no recommendation {n}" for n in item.recommendations if n not in corpus.recommendations)
    if not item.question.strip():
        yield "no question"


def _within(piece: str, texts: Sequence[str]) -> bool:
    wanted = folded(piece)
    return bool(wanted) and any(wanted in text for text in texts)


def _key(place: GoldPlace) -> tuple[str, int | None, str, int | None]:
    return place.document, place.recommendation, place.part, place.paragraph


def _shown(place: GoldPlace) -> str:
    return ", ".join(f"{v}" for v in _key(place) if v is not None)


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names)) if len(names) < 4 else "any document"


def _shared(asked: dict[str, list[tuple[str, ...]]]) -> tuple[str, ...]:
    """What is asked, word for word, in the test and in what the program was made with."""
    seen: dict[str, set[str]] = {}
    for tier, conversations in asked.items():
        for turns in conversations:
            words = " ".join(re.findall(r"\w+", " ".join(turns).lower()))
            seen.setdefault(words, set()).add(tier)
    return tuple(
        f"in {' and '.join(sorted(t))}: {words}" for words, t in seen.items() if "test" in t and len(t) > 1
    )


def _idle_dates(items: Sequence[Item], texts: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Dates that an answer may show, but that no document holds."""
    held = [text.lower() for pair in texts.values() for text in pair]
    found = Counter(d for item in items for d in item.other_dates if not _within(d.lower(), held))
    yield from (f"{n} items allow a date that no document holds: {d!r}" for d, n in found.items())
