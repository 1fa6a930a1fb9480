"""What only the whole answer shows: its dates, its recommendations, its lists and their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.gate.evidence import Evidence, plain
from assistant.gate.naming import numbers
from assistant.gate.text import Said
from assistant.model import Answer
from corpus.patterns import lazy_regex

_ORDER = lazy_regex(r"\brecommendation (\d+) comes first, recommendation (\d+) last", re.IGNORECASE)
_LATEST = lazy_regex(r"\bthe latest is recommendation (\d+)", re.IGNORECASE)
_COUNTED = lazy_regex(r":\s*recommendations? |\bholds \w+ recommendations", re.IGNORECASE)


def whole_faults(answer: Answer, sentences: Sequence[Said], found: Evidence) -> Iterator[str]:
    """What is wrong with an answer as a whole; ``found`` are all its citations."""
    for shown in answer.dates:
        if not any(plain(w.wording) == plain(shown.wording) and w.edtf == shown.edtf for w in found.whens):
            yield f"date {shown.wording!r} is in no quote"
    cited = {x.citation.recommendation for x in found.cited}
    loose = any(x.citation.recommendation is None for x in found.cited)
    for number in answer.recommendations:
        if number not in found.corpus.recommendations or (number not in cited and not loose):
            yield f"nothing is cited of recommendation {number}"
    yield from _lists(sentences)


def _lists(sentences: Sequence[Said]) -> Iterator[str]:
    for n, said in enumerate(sentences):
        listed = [numbers(s.own)[:1] for s in _items(sentences[n + 1 :])]
        members = [m[0] for m in listed if m]
        if not members or said.item:
            continue
        named = numbers(said.own)
        if order := _ORDER.search(said.own):
            if (int(order[1]), int(order[2])) != (members[0], members[-1]):
                yield "the order given is not that of the list"
        elif latest := _LATEST.search(said.own):
            if int(latest[1]) != members[-1]:
                yield "the latest given is not the last of the list"
        elif _COUNTED.search(said.own) and sorted(named) != sorted(set(members)):
            yield f"it names {len(named)} recommendations and lists {len(set(members))}"


def _items(following: Sequence[Said]) -> Iterator[Said]:
    for said in following:
        if not said.item:
            return
        yield said
