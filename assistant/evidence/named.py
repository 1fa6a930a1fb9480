"""Names in a question: whether the documents know them, and whether the quotes of an answer say them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.evidence.asked_noun import is_generic
from assistant.evidence.features import is_label
from assistant.language.order import near_each_other, side_by_side
from assistant.language.vocabulary import phrase
from assistant.language.words import STOPWORDS, stem, stems, words
from assistant.library.posts import people_in
from assistant.question.premise import asked_part
from assistant.question.references import references
from assistant.question.topic import frame
from corpus.dates.calendar import MONTHS

if TYPE_CHECKING:
    from assistant.evidence.asked import Asked
    from assistant.evidence.quote import Quote
    from assistant.library.library import Library, Stems
    from corpus.model import Passage

#: Share of capitalised words from which capitals tell nothing.
MANY = 0.7


def unknown_names(asked: Asked) -> tuple[str, ...]:
    """Capitalised words inside a question that neither the documents nor the vocabulary know."""
    text = asked.question.focus
    if text.isupper():
        return ()
    opening = re.match(r"[A-Z]{3,}\b", text)
    named = (*((opening[0],) if opening else ()), *names_inside(text, asked.library))
    return tuple(n for n in named if not _all_known(n.lower(), asked.library.known))


@lru_cache(maxsize=64)
def names_inside(text: str, library: Library) -> tuple[str, ...]:
    """Capitalised words inside a text, but those of its frame, months, abbreviations and references."""
    named, found = references(text), []
    for match in re.finditer(r"(?<![.!?:]\s)(?<!^)\b[A-Z][\w-]*", text):
        word = match[0].lower()
        plain = word in STOPWORDS or word in frame(library) or word in library.vocabulary.abbreviations
        plain = plain or word in MONTHS or any(r.start <= match.start() < r.end for r in named)
        if not plain:
            found.append(match[0])
    return tuple(found)


def people_named(text: str, library: Library) -> list[tuple[int, int]]:
    """Where a text names people: those whose posts the documents give, and names inside it that they hold nowhere."""
    found = [(p.start, p.end) for p in people_in(text, library)]
    for name in names_inside(text, library):
        if not (name.isupper() or _all_known(name.lower(), library.known)):
            found += [
                m.span()
                for m in re.finditer(rf"(?:\b[A-Z][\w'-]+ )?\b{re.escape(name)}\b(?: [A-Z][\w'-]+\b)?", text)
            ]
    return found


def _all_known(word: str, known: frozenset[str]) -> bool:
    """Whether a word is known, or every piece of it that hyphens join; of initials, one of them will do."""
    return all(
        stem(piece.removesuffix("'s")) in known or piece.removesuffix("s") in known
        for piece in word.split("-")
        if piece
    )


def unknown_run(asked: Asked) -> bool:
    """Whether a question names a body, post or Act of two or more capitalised words that stand together nowhere.

    Words of the frame ("Prof Munro") and abbreviations ("College of SW") are known, and left out.
    """
    return _unknown_run(asked_part(asked.question.focus), asked.library)


@lru_cache(maxsize=64)
def _unknown_run(text: str, library: Library) -> bool:
    known = frame(library).union(library.vocabulary.abbreviations)
    for run in ([w for w in r if w.lower() not in known] for r in _runs(text)):
        if library.vocabulary.by_phrase.get(phrase(" ".join(run))):
            continue
        wanted = tuple(w.stem for w in words(" ".join(run)) if w.text not in STOPWORDS)
        if len(wanted) > 1 and not any(_holds_run(run, wanted, u.order) for u in library.units):
            return True
    return False


def _holds_run(run: list[str], wanted: tuple[str, ...], order: tuple[str, ...]) -> bool:
    """Whether a passage holds a run of names, together or, round its "of" and "for", piece by piece."""
    if near_each_other(wanted, order):
        return True
    pieces = [p.split() for p in re.split(r" (?:of|for|at) ", " ".join(run))]
    stemmed = [tuple(w.stem for w in words(" ".join(p)) if w.text not in STOPWORDS) for p in pieces]
    named = [p for p in stemmed if p]
    return len(named) > 1 and len(named[0]) > 1 and all(near_each_other(p, order) for p in named)


@lru_cache(maxsize=64)
def _runs(text: str) -> list[list[str]]:
    """Capitalised words that stand together, the sentence's first word and question words left out."""
    if text.isupper() or sum(w[:1].isupper() for w in text.split()) > MANY * len(text.split()):
        return []
    found: list[list[str]] = []
    for match in re.finditer(
        r"(?<![.!?:] )(?<!^)\b[A-Z][\w-]*(?:(?: of| for| and| the| &)* [A-Z][\w-]*)+", text
    ):
        run = [w for w in match[0].split() if w.lower() not in STOPWORDS or w.lower() in ("of", "for", "and")]
        pieces = re.split(r"\s+and\s+", " ".join(run)) if " and " in match[0] else [" ".join(run)]
        found += [p.split() for p in (pieces if len(pieces) > 1 else [" ".join(run)])]
    return [r for r in found if len(r) > 1]


def name_elsewhere(asked: Asked, leading: Sequence[Quote]) -> bool:
    """Whether the topic holds a name that the documents know, but no quote of the direct answer nor what it stands under says."""
    text = asked_part(asked.question.focus)
    if not leading or sum(w[:1].isupper() for w in text.split()) > MANY * len(text.split()):
        return False
    if run_elsewhere(asked, leading):
        return True
    topic = {w: t for t in asked.question.terms for w in t.text.split()}
    said = frozenset[str]().union(*(_stands_under(asked, q) for q in leading))
    for name in names_inside(text, asked.library):
        for word in words(name):
            term, own = topic.get(word.text), word.stem
            if (
                term is None
                or name.isupper()
                or is_generic(word.text)
                or not asked.library.document_frequency.get(own)
            ):
                continue
            ways = {(own,), *asked.library.vocabulary.by_phrase.get((own,), ()), *term.alternatives}
            if not any(said.issuperset(way) for way in ways):
                return True
    return False


def run_elsewhere(asked: Asked, leading: Sequence[Quote]) -> bool:
    """Whether a question gives a name of several words that the documents know ("the Education Support Grant"), and neither
    the direct answer nor its recommendation holds those words together, nor another wording of them."""
    named = _known_runs(asked_part(asked.question.focus), asked.library)
    units = [asked.library.by_id[q.passage.id] for q in leading]
    if not named or not units or any(map(is_label, units)):
        return False
    numbers = {u.passage.recommendation for u in units} - {None}
    near = [u for u in asked.library.units if u in units or u.passage.recommendation in numbers]
    said = frozenset[str]().union(*(_stands_under(asked, q) for q in leading))
    return any(
        not _otherwise_said(asked, wanted, said)
        and not any(_adjacent(wanted, u.order) for u in near)
        and not any(_adjacent(wanted, stems(_above(asked, u.passage))) for u in near)
        for wanted in named
    )


@lru_cache(maxsize=64)
def _known_runs(text: str, library: Library) -> tuple[tuple[str, ...], ...]:
    """Names of several words in a text whose words stand together somewhere in the documents, as stems."""
    plain = STOPWORDS | frame(library).union(library.vocabulary.abbreviations)
    runs = (tuple(w.stem for w in words(" ".join(run)) if w.text not in plain) for run in _runs(text))
    return tuple(r for r in runs if len(r) > 1 and any(_adjacent(r, u.order) for u in library.units))


def _otherwise_said(asked: Asked, wanted: tuple[str, ...], said: Stems) -> bool:
    """Whether a term of the question that holds some words is said in another wording of the vocabulary."""
    return any(
        set(wanted) <= {*term.own, *_small()}
        and any(said.issuperset(a) for a in term.alternatives if a != term.own)
        for term in asked.question.terms
    )


@lru_cache(maxsize=1)
def _small() -> Stems:
    return frozenset(map(stem, STOPWORDS))


def _adjacent(wanted: tuple[str, ...], order: tuple[str, ...]) -> bool:
    """Whether stems stand side by side in a text, small words aside."""
    if not set(wanted) <= set(order):
        return False
    return side_by_side(wanted, tuple(s for s in order if s not in _small()))


def _stands_under(asked: Asked, quote: Quote) -> Stems:
    """Stems of a passage, of all that is said under its recommendation, of its document's titles and address lines."""
    library = asked.library
    unit, number = library.by_id[quote.passage.id], quote.passage.recommendation
    found = unit.stems | unit.lead | unit.headings | frozenset(stems(_titles(asked, quote.passage)))
    if number is not None:
        return found.union(*library.recommendation_stems[number].values())
    if is_label(unit):
        return found.union(*(u.stems for u in library.units if u.passage.document == quote.passage.document))
    return found


def _titles(asked: Asked, passage: Passage) -> str:
    """Who speaks in a passage, and what its document is called and for whom it is."""
    document = asked.corpus.document[passage.document]
    return " | ".join(
        (passage.speaker, document.publisher, document.audience, document.short_title, document.title)
    )


def _above(asked: Asked, passage: Passage) -> str:
    """What introduces a passage, the headings and the titles over it."""
    return " | ".join((passage.lead_in or "", *passage.headings, _titles(asked, passage)))
