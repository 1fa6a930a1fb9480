"""Whether a claim is true: read from the corpus alone. None where it cannot be said, which no option may be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.quiz.model import GAP, Claim, Item, Relation
from assistant.quiz.periods import days, overlap
from assistant.quiz.records import Records
from assistant.quiz.text import content, folded, holds, near, plain
from corpus import Corpus
from corpus.dates import find_whens, name_of
from corpus.model import Part, Passage, PassageKind, Recommendation
from corpus.patterns import lazy_regex
from corpus.sentences import sentence_spans

_LABEL = lazy_regex(r"Recommendation (\d+): (.+)")


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim with both sides filled, in the item that makes it."""

    corpus: Corpus
    item: Item
    subject: str
    value: str
    part: Part | None


def truth(corpus: Corpus, item: Item, claim: Claim, subject: str, value: str) -> bool | None:
    """Whether the records say that the claim holds of this subject and value."""
    return _RELATIONS[claim.relation](Asked(corpus, item, subject, value, claim.part))


def recommendation(corpus: Corpus, label: str) -> Recommendation | None:
    """The recommendation that an option names by number and title, or by the words that its title alone begins with."""
    match = _LABEL.fullmatch(label)
    found = corpus.recommendations.get(int(match[1])) if match else None
    if match is None or found is None:
        return None
    begun = [r for r in corpus.recommendations.values() if f"{r.title} ".startswith(f"{match[2]} ")]
    return found if found.title == match[2] or begun == [found] else None


@lru_cache(maxsize=8192)
def sentences(passage: Passage) -> tuple[str, ...]:
    """The sentences of a passage, plain; a list item is one."""
    if passage.kind is PassageKind.LIST_ITEM:
        return (plain(passage.text),)
    return tuple(plain(passage.text[s.start : s.end]) for s in sentence_spans(passage.text))


def says(passages: Iterator[Passage] | tuple[Passage, ...], text: str) -> bool | None:
    """Whether passages hold some words; None where they say something near."""
    found = [p for p in passages if p.kind is not PassageKind.STATUS_LINE]
    if any(folded(text) in folded(p.text) for p in found):
        return True
    return None if any(near(s, text) for p in found for s in sentences(p)) else False


def _status(a: Asked) -> bool | None:
    found = recommendation(a.corpus, a.subject)
    if found is None:
        return None
    return (
        folded(found.status_wording).rstrip(" .").endswith((f"- {folded(a.value)}", f": {folded(a.value)}"))
    )


def _theme(a: Asked) -> bool | None:
    found = recommendation(a.corpus, a.subject)
    match = re.fullmatch(r"Theme (\d+): (.+)", a.value)
    if found is None or match is None or a.corpus.themes.get(int(match[1])) != match[2]:
        return None
    return found.theme == int(match[1])


def _date(a: Asked) -> bool | None:
    found = recommendation(a.corpus, a.subject)
    if found is None or days(a.value) is None:
        return None
    text = plain(found.text(Part.TIMESCALE))
    if holds(text, a.value):
        return True
    written = a.corpus.document[found.passages[Part.TIMESCALE][0].document].date
    named = [name_of(w.wording) for w in find_whens(text, written)]
    return None if any(days(n) and overlap(n, a.value) for n in named) else False


def _who(a: Asked) -> bool | None:
    found = recommendation(a.corpus, a.subject)
    if found is None:
        return None
    said = [s for p in found.passages[Part.TIMESCALE] for s in sentences(p)]
    if any(folded(s).startswith(folded(a.value) + " ") for s in said):
        return True
    return (
        None
        if any(holds(s, a.value) and not content(a.value) <= content("government") for s in said)
        else False
    )


def _says(a: Asked) -> bool | None:
    found = recommendation(a.corpus, a.subject)
    if found is not None:
        if says(found.passages[a.part or Part.RECOMMENDATION], a.value):
            return True
        return False if says(tuple(_all(found)), a.value) is False else None
    names = Records(a.corpus).document_names
    document = next((i for i, name in names.items() if folded(name) == folded(a.subject)), None)
    return says(tuple(p for p in a.corpus.passages if p.document == document), a.value) if document else None


def _all(found: Recommendation) -> Iterator[Passage]:
    for passages in found.passages.values():
        yield from passages


def _spoken(a: Asked) -> bool | None:
    own = tuple(p for p in a.corpus.passages if (p.document, p.speaker) == (a.item.document, a.subject))
    return says(own, a.value) if own else None


def _completes(a: Asked) -> bool | None:
    if a.subject.count(GAP) != 1:
        return None
    return folded(a.subject.replace(GAP, a.value)) in folded_edition(a.corpus, a.item.document)


@lru_cache(maxsize=64)
def folded_edition(corpus: Corpus, document: str) -> str:
    return "\n".join(folded(p.text) for p in corpus.passages if p.document == document)


def _listed(a: Asked) -> bool | None:
    entries = [
        p
        for p in a.corpus.passages
        if p.document == a.item.document
        and p.lead_in
        and folded(p.lead_in).rstrip(": ").endswith(folded(a.subject))
    ]
    if any(folded(a.value) in folded(p.text) for p in entries):
        return True
    return None if not entries or any(near(plain(p.text), a.value) for p in entries) else False


def _redated(a: Asked) -> bool | None:
    own, other = a.item.citations[0].quote, a.item.citations[-1].quote
    if folded(a.subject) not in folded(other):
        return None
    if holds(plain(own), a.value):
        return True
    written = a.corpus.document[a.item.document].date
    named = [name_of(w.wording) for text in (own, other) for w in find_whens(plain(text), written)]
    return None if any(overlap(n, a.value) for n in named) else False


_RELATIONS: dict[Relation, Callable[[Asked], bool | None]] = {
    Relation.STATUS: _status,
    Relation.THEME: _theme,
    Relation.DATE: _date,
    Relation.WHO: _who,
    Relation.SAYS: _says,
    Relation.SPOKEN: _spoken,
    Relation.COMPLETES: _completes,
    Relation.LISTED: _listed,
    Relation.REDATED: _redated,
}
