"""Passages that look like recommendations and are none: the guidance's own sentences about other services.

Retrieval that finds its passage among 351 need not find it among 100,000 that speak in the same way. So the
sentences of the recommendations are told again of schools, roads, hospitals and so on, with other dates.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date

from corpus import Corpus
from corpus.dates import find_whens
from corpus.sentences import sentence_spans
from index.chunks import Chunk

SEED = 2011
_DAY = date(2011, 7, 1)
_LONGEST, _SHORTEST = 14, 6
_SWAPPED: dict[str, tuple[str, ...]] = {
    "child and family social work": (
        "community nursing",
        "street cleaning",
        "library service",
        "bus driving",
    ),
    "social workers": ("nurses", "librarians", "teachers", "planners", "engineers", "wardens", "inspectors"),
    "social worker": ("nurse", "librarian", "teacher", "planner", "engineer", "warden", "surveyor"),
    "social work": (
        "nursing",
        "librarianship",
        "teaching",
        "planning",
        "engineering",
        "housing",
        "surveying",
    ),
    "child protection": ("road safety", "food safety", "flood defence", "fire prevention", "pest control"),
    "safeguarding": ("recycling", "licensing", "lending", "gritting", "catering", "lighting", "parking"),
    "children": ("pupils", "tenants", "patients", "drivers", "readers", "farmers", "cyclists", "apprentices"),
    "child": ("pupil", "tenant", "patient", "driver", "reader", "farmer", "cyclist", "apprentice"),
    "families": ("schools", "landlords", "wards", "households", "branches", "villages", "markets"),
    "family": ("school", "landlord", "ward", "household", "branch", "village", "market"),
    "local authorities": ("water companies", "health trusts", "parish councils", "bus operators", "colleges"),
    "local authority": ("water company", "health trust", "parish council", "bus operator", "college"),
    "LSCBs": ("transport boards", "housing panels", "drainage boards", "library committees", "river trusts"),
    "LSCB": ("transport board", "housing panel", "drainage board", "library committee", "river trust"),
    "Ofsted": ("the regulator", "the auditors", "the inspectorate", "the commission", "the ombudsman"),
    "Munro": ("Hargreaves", "Pemberton", "Okafor", "Lindqvist", "Castell", "Whitcombe"),
}
_WORD = re.compile("|".join(rf"\b{re.escape(w)}\b" for w in _SWAPPED), re.IGNORECASE)
_MONTHS = "January February March April May June July August September October November December".split()


def lookalikes(corpus: Corpus) -> Iterator[tuple[Chunk, ...]]:
    """Documents without end, each of them one recommendation told of something else; no text comes twice."""
    told = [_sentences(corpus, number) for number in corpus.recommendations]
    seen: set[str] = set()
    document = 0
    while True:
        document += 1
        draw = random.Random(SEED + document)
        number = draw.randrange(1, 100)
        swaps = {word: draw.choice(others) for word, others in _SWAPPED.items()}
        made = [f"{_retold(s, swaps, draw)}\nRecommendation {number}" for s in draw.choice(told)]
        new = [text for text in dict.fromkeys(made) if text not in seen]
        seen.update(new)
        yield tuple(Chunk(f"lookalike-{document}/{n}", text) for n, text in enumerate(new))


def _sentences(corpus: Corpus, number: int) -> list[str]:
    passages = [p for part in corpus.recommendations[number].passages.values() for p in part]
    found = [p.text[s.start : s.end].split() for p in passages for s in sentence_spans(p.text)]
    openings = [" ".join(words[:_LONGEST]) for words in found if len(words) >= _SHORTEST]
    return [opening for opening in openings if _WORD.search(opening)]


def _retold(sentence: str, swaps: dict[str, str], draw: random.Random) -> str:
    for when in sorted(find_whens(sentence, _DAY), key=lambda w: -w.span.start):
        other = f"by {draw.choice(_MONTHS)} {draw.randrange(2012, 2030)}"
        sentence = sentence[: when.span.start] + other + sentence[when.span.end :]
    by_lower = {word.lower(): other for word, other in swaps.items()}
    return _WORD.sub(lambda m: by_lower[m[0].lower()], sentence)
