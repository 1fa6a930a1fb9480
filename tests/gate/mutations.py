"""True answers and claims corrupted one at a time, of every kind that the gate must catch."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from assistant.answers.places import STATUS_NAMES
from assistant.gate.text import MARKER, own_blocks, sentences
from assistant.model import Answer, Citation
from corpus import Corpus
from corpus.dates import find_whens
from corpus.sentences import sentence_spans

_MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = ("spring", "summer", "autumn", "winter")
_BOUNDS = ("by", "in", "from", "before", "after")
_FIGURES = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
ROLES = (
    "Principal Child and Family Social Worker",
    "Chief Social Worker",
    "Director of Children's Services",
    "Lead Member",
    "Professor Munro",
    "the Government",
    "Ofsted",
    "the College of Social Work",
    "the Department of Health",
    "local authorities",
    "LSCBs",
    "the Chief Executive",
    "the SWRB",
    "employers",
)


@dataclass(frozen=True, slots=True)
class Corrupted:
    """A claim that was true before one thing in it was changed."""

    kind: str
    before: str
    after: str


def corruptions(text: str, corpus: Corpus, chance: random.Random) -> Iterator[Corrupted]:
    """Every corruption of one sentence, markers left as they are."""
    for kind, change in _CHANGES.items():
        after = change(text, corpus, chance)
        if after is not None and after != text:
            yield Corrupted(kind, text, after)


def corrupted_answers(
    answer: Answer, corpus: Corpus, chance: random.Random
) -> Iterator[tuple[Corrupted, Answer]]:
    """An answer with one of its own sentences corrupted, or one of its markers or citations."""
    for block in own_blocks(answer.text):
        for sentence in sentences(block):
            for made in (*corruptions(sentence, corpus, chance), *_markers(sentence, answer, chance)):
                yield made, replace(answer, text=answer.text.replace(sentence, made.after, 1))
    for citation in answer.citations[:3]:
        for kind, wrong in _citations(citation, corpus, chance):
            others = tuple(wrong if c is citation else c for c in answer.citations)
            yield Corrupted(kind, citation.quote, wrong.quote), replace(answer, citations=others)


def claims(citation: Citation) -> Iterator[str]:
    """The sentences of a quote as claims in prose that cite it."""
    for span in sentence_spans(citation.quote):
        sentence = citation.quote[span.start : span.end].strip()
        if len(sentence.split()) >= 8 and sentence.endswith("."):
            yield f"{sentence} [{citation.n}]"


def _markers(sentence: str, answer: Answer, chance: random.Random) -> Iterator[Corrupted]:
    own = {int(n) for n in MARKER.findall(sentence)}
    places = {(c.recommendation, c.part, c.document) for c in answer.citations if c.n in own}
    others = [
        c.n
        for c in answer.citations
        if c.n not in own and not any(c.recommendation == r and c.document == d for r, _, d in places)
    ]
    if len(own) == 1 and others:
        yield Corrupted(
            "citation", sentence, re.sub(r"\[\d+\]", f"[{chance.choice(others)}]", sentence, count=1)
        )
    if own:
        yield Corrupted("missing citation", sentence, re.sub(r"\[\d+\]", "[99]", sentence, count=1))


def _citations(citation: Citation, corpus: Corpus, chance: random.Random) -> Iterator[tuple[str, Citation]]:
    words = citation.quote.split(" ")
    at = chance.randrange(len(words))
    yield "quote", replace(citation, quote=" ".join([*words[:at], "hardly", *words[at:]]))
    if citation.recommendation is not None:
        other = citation.recommendation % len(corpus.recommendations) + 1
        yield "place", replace(citation, recommendation=other)
        yield (
            "locator",
            replace(citation, locator=citation.locator.replace(str(citation.recommendation), str(other))),
        )
    speakers = sorted({p.speaker for p in corpus.passages} - {citation.speaker})
    yield "speaker", replace(citation, speaker=chance.choice(speakers))


def _date(text: str, corpus: Corpus, chance: random.Random) -> str | None:
    found = [w for w in find_whens(text.replace("*", " "), corpus.documents[0].date) if w.edtf]
    if not found:
        return None
    span = chance.choice(found).span
    wording = text[span.start : span.end]
    changed = re.sub(r"\b20(\d\d)\b", lambda m: f"20{(int(m[1]) + 1) % 100:02d}", wording)
    for names in (_MONTHS, _SEASONS):
        for name in names:
            if name.lower() in wording.lower() and chance.random() < 0.7:
                other = chance.choice([n for n in names if n != name])
                changed = re.sub(name, other, wording, flags=re.IGNORECASE)
    return text[: span.start] + changed + text[span.end :] if changed != wording else None


def _bound(text: str, corpus: Corpus, chance: random.Random) -> str | None:
    found = [w for w in find_whens(text.replace("*", " "), corpus.documents[0].date) if w.edtf]
    bounded = [w for w in found if w.wording.split()[0].lower() in _BOUNDS]
    if not bounded or re.search(r"\bdated\b", text):
        return None
    when = chance.choice(bounded)
    first = when.wording.split()[0]
    other = chance.choice([b for b in _BOUNDS if b != first.lower()])
    changed = other.capitalize() if first[0].isupper() else other
    return text[: when.span.start] + changed + text[when.span.start + len(first) :]


def _number(text: str, corpus: Corpus, chance: random.Random) -> str | None:
    found = list(re.finditer(r"\brecommendation (\d+)", text, re.IGNORECASE))
    if not found:
        return None
    match = chance.choice(found)
    other = chance.choice([n for n in corpus.recommendations if n != int(match[1])])
    return text[: match.start(1)] + str(other) + text[match.end(1) :]


def _count(text: str, corpus: Corpus, chance: random.Random) -> str | None:
    found = [m for m in re.finditer(r"\b\w+\b", text) if m[0].lower() in _FIGURES]
    if not found:
        return None
    match = chance.choice(found)
    other = chance.choice([f for f in _FIGURES if f != match[0].lower()])
    return (
        text[: match.start()] + (other.capitalize() if match[0][0].isupper() else other) + text[match.end() :]
    )


def _status(text: str, corpus: Corpus, chance: random.Random) -> str | None:
    names = list(STATUS_NAMES.values())
    for name in sorted(names, key=len, reverse=True):
        shown = f"**{name}**"
        if shown in text:
            return text.replace(shown, f"**{chance.choice([n for n in names if n != name])}**", 1)
    return None


def _role(text: str, corpus: Corpus, chance: random.Random) -> str | None:
    there = [r for r in ROLES if re.search(rf"\b{re.escape(r)}\b", text, re.IGNORECASE)]
    if not there:
        return None
    role = chance.choice(there)
    other = chance.choice([r for r in ROLES if r not in there])
    return re.sub(rf"\b{re.escape(role)}\b", other, text, count=1, flags=re.IGNORECASE)


def _negation(text: str, corpus: Corpus, chance: random.Random) -> str | None:
    if re.search(r"\b(?:not|no)\b", text):
        return re.sub(r"\b(will|did|does|is|was) not\b", r"\1", text, count=1)
    return re.sub(r"\b(will|was|were|is|are|should|has|have|can)\b", r"\1 not", text, count=1)


_CHANGES: dict[str, Callable[[str, Corpus, random.Random], str | None]] = {
    "date": _date,
    "bound": _bound,
    "recommendation": _number,
    "figure": _count,
    "status": _status,
    "role": _role,
    "negation": _negation,
}
