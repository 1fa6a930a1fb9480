"""What the index finds for a question: ranks by ir-measures, and characters after Chroma's chunking evaluation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from corpus import Corpus
from corpus.model import Passage
from evals.items import GoldPlace, Item

K = 5
Search = Callable[[str], Sequence[str]]
"""Question to passage ids, best first."""

_NAMES = {"hit@1": "Success@1", "recall@3": "R@3", "mrr": "RR", "ndcg@5": "nDCG@5"}


def retrieval_scores(item: Item, corpus: Corpus, search: Search) -> dict[str, float | None]:
    """Rank and character metrics of the search for one question; None where the gold has no place, or a history."""
    relevant = relevant_passages(item, corpus)
    if not relevant or item.history:
        return dict.fromkeys((*_NAMES, "char_precision", "char_recall", "char_iou"))
    found = list(search(item.question))
    return rank_metrics([p.id for p in relevant], found) | character_metrics(
        gold_spans(item, corpus), [_span(corpus.by_id[name]) for name in found[:K]]
    )


def rank_metrics(relevant: Sequence[str], found: Sequence[str]) -> dict[str, float | None]:
    """hit@1, recall@3, MRR and nDCG@5 of one ranking."""
    import ir_measures

    measures = [ir_measures.parse_measure(name) for name in _NAMES.values()]
    qrels = {"q": dict.fromkeys(relevant, 1)}
    run = {"q": {name: float(len(found) - n) for n, name in enumerate(found)}}
    values = ir_measures.calc_aggregate(measures, qrels, run) if found else {}
    return {name: float(values.get(m, 0.0)) for name, m in zip(_NAMES, measures, strict=True)}


Span = tuple[str, int, int]
"""Document, first character, and the one after the last."""


def character_metrics(gold: Iterable[Span], found: Iterable[Span]) -> dict[str, float | None]:
    """Characters in common over those found, over those wanted, and over either; None where nothing is wanted."""
    wanted, got = _characters(gold), _characters(found)
    if not wanted:
        return dict.fromkeys(("char_precision", "char_recall", "char_iou"))
    common = len(wanted & got)
    return {
        "char_precision": common / len(got) if got else 0.0,
        "char_recall": common / len(wanted),
        "char_iou": common / len(wanted | got),
    }


def relevant_passages(item: Item, corpus: Corpus) -> tuple[Passage, ...]:
    """The passages at the gold places that hold the evidence; all at these places where none holds it."""
    spans = gold_spans(item, corpus)
    at = _at(item.places, corpus)
    holding = [p for p in at if any(_meets(_span(p), s) for s in spans)]
    return tuple(holding or at)


def passages_with(evidence: str, document: str, corpus: Corpus) -> tuple[Passage, ...]:
    """The passages of a document that some words of it stand in."""
    spans = [(document, *s) for s in spans_of(corpus, document, evidence)]
    return tuple(p for p in corpus.passages if any(_meets(_span(p), s) for s in spans))


def gold_spans(item: Item, corpus: Corpus) -> tuple[Span, ...]:
    """Where the evidence stands: at the gold places where it does, else wherever in the gold documents."""
    at = _at(item.places, corpus)
    found: list[Span] = []
    for evidence in item.evidence:
        everywhere = [
            (d, *s) for d in sorted({p.document for p in item.places}) for s in spans_of(corpus, d, evidence)
        ]
        placed = [s for s in everywhere if any(_meets(_span(p), s) for p in at)]
        found += placed or everywhere
    return tuple(dict.fromkeys(found))


def spans_of(corpus: Corpus, document: str, evidence: str) -> list[tuple[int, int]]:
    """First character and the one after the last of each place in a document where some words stand."""
    text, offsets = _folded(corpus.editions.get(document, ""))
    wanted, _ = _folded(evidence)
    return [
        (offsets[m.start()], offsets[m.end() - 1] + 1)
        for m in re.finditer(re.escape(wanted.strip()), text)
        if m.end() > m.start()
    ]


@lru_cache(maxsize=64)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """A text without emphasis marks and with single spaces, and where each of its characters stands."""
    kept = [(m[0] if not m[0].isspace() else " ", m.start()) for m in re.finditer(r"\s+|[^*\s]", text)]
    return "".join(c for c, _ in kept), tuple(at for _, at in kept)


def _at(places: Iterable[GoldPlace], corpus: Corpus) -> list[Passage]:
    """The passages at some places, in reading order."""
    numbered = _by_place(corpus)
    return [corpus.passages[n] for n in sorted(n for place in set(places) for n in numbered.get(place, ()))]


@lru_cache(maxsize=8)
def _by_place(corpus: Corpus) -> dict[GoldPlace, list[int]]:
    made: dict[GoldPlace, list[int]] = {}
    for n, p in enumerate(corpus.passages):
        made.setdefault(GoldPlace(p.document, p.recommendation, p.part.value, p.place.paragraph), []).append(
            n
        )
    return made


def _span(p: Passage) -> Span:
    return p.document, p.place.span.start, p.place.span.end


def _meets(a: Span, b: Span) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def _characters(spans: Iterable[Span]) -> set[tuple[str, int]]:
    return {(d, n) for d, start, end in spans for n in range(start, end)}
