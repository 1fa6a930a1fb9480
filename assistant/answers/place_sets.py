"""All the places that say a thing: numbered paragraphs, documents, letters, people quoted, each with its quote."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answers.draft import Draft, Line
from assistant.answers.places import capital, numbers
from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote, sentence_quote, whole
from assistant.evidence.saying import Thing, saying, thing
from assistant.language.numbers import in_words
from assistant.library.library import Sentence, Unit
from assistant.model import Outcome, Reason
from assistant.question.facets import Want
from assistant.question.places_asked import Kind, PlacesAsked, places_asked
from corpus.model import When

Found = tuple[tuple[Unit, tuple[Sentence, ...]], ...]
"""Passages with the sentences of each that say a thing."""

#: Passages of one document that are quoted.
OF_ONE = 3


def answer_places(asked: Asked) -> Draft | None:
    """The complete set of places that a question asks for; None where it asks for something else."""
    question = asked.question
    if question.recommendations or question.paragraphs or question.themes:
        return None
    wanted = places_asked(question.focus)
    if wanted is None:
        return None
    if wanted.kind is Kind.PEOPLE:
        return _people(asked, wanted)
    if wanted.kind is Kind.PARAGRAPHS:
        return _paragraphs(asked, wanted)
    return None if question.has(Want.WHEN) or question.whens else _documents(asked, wanted)


def _paragraphs(asked: Asked, wanted: PlacesAsked) -> Draft:
    meant = thing(wanted.thing, asked.library)
    pool = (u for u in asked.library.units if u.passage.place.paragraph is not None and asked.allows(u))
    found = saying(meant, pool)
    if not found:
        line = Line("None of the numbered paragraphs mentions it.")
        return Draft(Outcome.NOT_IN_GUIDANCE, (line,), reason=Reason.NOT_IN_DOCUMENTS)
    by_number: dict[int, list[Quote]] = {}
    for unit, said in found:
        by_number.setdefault(unit.passage.place.paragraph or 0, []).extend(_quotes(unit, said))
    head = f"{_some(len(by_number), 'numbered paragraphs')} it: paragraph{'s' * (len(by_number) > 1)} {numbers(tuple(sorted(by_number)))}:"
    lines = (Line(f"- Paragraph {n}:", tuple(q)) for n, q in sorted(by_number.items()))
    whens = _whens(meant, found)
    return Draft(Outcome.ANSWERED, (Line(head), *lines), whens=whens, from_records=True)


def _documents(asked: Asked, wanted: PlacesAsked) -> Draft | None:
    meant = thing(wanted.thing, asked.library)
    letters = wanted.kind is Kind.LETTERS
    pool = (
        u
        for u in asked.library.units
        if not letters or asked.corpus.document[u.passage.document].title.lower().startswith("letter")
    )
    found = saying(meant, pool)
    if not found:
        return None
    lines = []
    for document in asked.corpus.documents:
        own = tuple((u, s) for u, s in found if u.passage.document == document.id)
        if own:
            lines.append(
                Line(f"- {document.short_title}:", tuple(q for u, s in own[:OF_ONE] for q in _quotes(u, s)))
            )
    recs = {q.passage.recommendation for line in lines for q in line.quotes}
    head = f"{_some(len(lines), 'letters' if letters else 'documents')} it:"
    return Draft(
        Outcome.ANSWERED,
        (Line(head), *lines),
        recommendations=tuple(sorted(n for n in recs if n is not None)),
        whens=_whens(meant, found),
        from_records=True,
    )


def _people(asked: Asked, wanted: PlacesAsked) -> Draft | None:
    """Those whose words stand in documents that are not their own, all of them or those who say a thing."""
    spoken = [
        u
        for u in asked.library.units
        if u.passage.speaker in _quoted(asked, u.passage.document) and asked.allows(u)
    ]
    if wanted.thing:
        found = saying(thing(wanted.thing, asked.library), spoken)
        shown = {u.passage.speaker: () for u, _ in found}
        quotes: dict[str, tuple[Quote, ...]] = {
            s: tuple(q for u, said in found if u.passage.speaker == s for q in _quotes(u, said))
            for s in shown
        }
    else:
        quotes = dict(_introduced(asked, spoken))
    if not quotes:
        return None
    head = f"{capital(in_words(len(quotes)))} {'person is' if len(quotes) == 1 else 'people are'} quoted{' on it' if wanted.thing else ''}:"
    lines = (Line(f"- {speaker}:", some) for speaker, some in quotes.items())
    return Draft(Outcome.ANSWERED, (Line(head), *lines), from_records=True)


def _quoted(asked: Asked, document: str) -> frozenset[str]:
    """Speakers by name whom a document quotes: neither its own, nor the one who recommends and is reported on throughout."""
    own = {asked.corpus.document[document].speaker, asked.corpus.reviewer}
    return frozenset(s for s, names in asked.library.speaker_names.items() if names and s not in own)


def _introduced(asked: Asked, spoken: list[Unit]) -> Iterator[tuple[str, tuple[Quote, ...]]]:
    """Each speaker with the line that introduces the words, or the first of them where none does."""
    every = asked.library.units
    for speaker in dict.fromkeys(u.passage.speaker for u in spoken):
        first = next(u for u in spoken if u.passage.speaker == speaker)
        before = every[max(0, every.index(first) - 1)]
        yield speaker, (whole(before if before.passage.text.endswith(":") else first),)


def _quotes(unit: Unit, said: tuple[Sentence, ...]) -> tuple[Quote, ...]:
    return tuple(sentence_quote(unit, s) for s in said)


def _whens(meant: Thing, found: Found) -> tuple[When, ...]:
    """The dates that the thing asked for is itself a part of ("the autumn")."""
    held = meant.quoted or " ".join(t.text for t in meant.terms)
    return tuple(w for _, said in found for s in said for w in s.whens if held and held in w.wording.lower())


def _some(number: int, kind: str) -> str:
    """ "Three of the documents mention"."""
    return f"{capital(in_words(number))} of the {kind} {'mentions' if number == 1 else 'mention'}"
