"""A question as understood: what it wants, what it names, what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from assistant.evidence.library import Library
from assistant.language.spelling import Speller
from assistant.language.vocabulary import Term, terms
from assistant.language.words import Word, words
from assistant.question.facets import Want, statuses, wants
from assistant.question.focus import focus
from assistant.question.naming import dates_document, named_documents, named_sections, named_speakers
from assistant.question.references import ASIDE, Reference, bare_numbers, references
from corpus.dates import find_whens
from corpus.model import Status, When


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, read by rules."""

    text: str
    """Cleaned and with its spelling put right."""
    focus: str
    """The sentences that ask."""
    recommendations: tuple[int, ...]
    """Named by number, ascending; may be out of range."""
    themes: tuple[int, ...]
    paragraphs: tuple[int, ...]
    documents: tuple[str, ...]
    """Ids of the documents named, in order of mention."""
    sections: tuple[str, ...]
    """Headings named ("the foreword")."""
    speakers: tuple[str, ...]
    """Speakers whose words are asked for, where the documents quote them by name."""
    wants: frozenset[Want]
    statuses: frozenset[Status] | None
    """Statuses that the question names; an empty set where it speaks of rejection; None where it names none."""
    whens: tuple[When, ...]
    """Dates that the question names."""
    terms: tuple[Term, ...]
    """What it is about."""
    background: tuple[Term, ...]
    """What the sentences beside the question are about."""
    bare: tuple[int, ...] = ()
    """Numbers that stand alone and may name recommendations."""
    like: int | None = None
    """A recommendation whose status the ones asked for share; None where that is not asked."""

    def has(self, *some: Want) -> bool:
        """Whether any of these is wanted."""
        return any(w in self.wants for w in some)


#: Words of the frame that every question here may have; they say nothing of its topic.
FRAME = frozenset(
    """recommendation recommendations rec recs munro eileen professor prof government govt gov response responses guidance document
    documents say theme themes paragraph para timescale timescales deadline deadlines date dates dated due apply applies applied status statuses number no
    argument answer table section full item point part commitment commitments fifteen please calendar anywhere word true firm fixed
    cross-check names named words""".split()
)
_REFERENCE_DAY = date(2011, 7, 13)


def read(text: str, library: Library, speller: Speller) -> Question:
    """Read a cleaned question."""
    corrected = speller.correct(text)
    asking, beside = focus(corrected)
    made = _parse(corrected, _with_years(asking), beside, library)
    sparse = (
        len(made.terms) <= 1 and not made.recommendations and not made.has(Want.WHICH, Want.LIST, Want.COUNT)
    )
    if sparse and beside:
        return _parse(corrected, _with_years(f"{beside} {asking}"), "", library)
    return made


def _parse(whole: str, asking: str, beside: str, library: Library) -> Question:
    refs = _with_bare_lists(asking, references(asking) or _last(asking, library), library)
    found_wants, want_spans = wants(asking)
    named, status_spans = statuses(asking)
    dates = find_whens(asking, _REFERENCE_DAY)
    whens = tuple(w for w in dates if not dates_document(w, asking, library) and not _of_the_asker(w))
    if whens and Want.YES_NO in found_wants and not found_wants & {Want.AMOUNT, Want.WHO, Want.WHICH}:
        found_wants |= {Want.WHEN}
    spans = [*((r.start, r.end) for r in refs), *((w.span.start, w.span.end) for w in dates)]
    documents, document_spans = named_documents(asking, library)
    sections, section_spans = named_sections(asking, library)
    removed = [*spans, *want_spans, *status_spans, *document_spans, *section_spans]
    return Question(
        text=whole,
        focus=asking,
        recommendations=_numbers(
            tuple(r for r in refs if not ASIDE.search(asking[: r.start])), "recommendation"
        ),
        themes=_numbers(refs, "theme"),
        paragraphs=_numbers(refs, "paragraph"),
        documents=documents,
        sections=sections,
        speakers=named_speakers(asking, library),
        wants=found_wants,
        statuses=named,
        whens=whens,
        terms=_topic(_with_members(asking), removed, library),
        background=_topic(beside, [], library),
        bare=_numbers(bare_numbers(asking, tuple(spans)), "recommendation"),
    )


def _with_members(text: str) -> str:
    """ "Who was on the group?" asks for its members, though it does not say so."""
    on = re.search(
        r"\bwho(?:'s| is| was| were| are| sat| sits| else (?:was|is|sat))? (?:on|in|part of) (?:the|its)\b",
        text,
        re.IGNORECASE,
    )
    return f"{text} members" if on else text


def _of_the_asker(when: When) -> bool:
    """ "today", "next year": read against the day of asking, which is not the documents' day."""
    return bool(
        re.search(
            r"\b(?:today|(?:last|this|next|coming) (?:year|month|week)|years? ago|end of the year|earlier this year)\b",
            when.wording,
            re.IGNORECASE,
        )
    )


_LAST = re.compile(
    r"\b(?:very )?last recommendation\b|\b(?:very )?(?:last|final) of the (?:fifteen|15|recommendations)\b",
    re.IGNORECASE,
)


def _last(text: str, library: Library) -> tuple[Reference, ...]:
    """ "The very last of the fifteen recommendations"."""
    match = _LAST.search(text)
    number = max(library.corpus.recommendations, default=0)
    return (Reference("recommendation", (number,), *match.span()),) if match and number else ()


_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"


def _with_years(text: str) -> str:
    """ "April or May 2012" as "April 2012 or May 2012"."""
    pattern = rf"\b({_MONTHS})( or | and |/| to )({_MONTHS}) ((?:19|20)\d\d)\b"
    return re.sub(pattern, r"\1 \4\2\3 \4", text, flags=re.IGNORECASE)


def _with_bare_lists(text: str, refs: tuple[Reference, ...], library: Library) -> tuple[Reference, ...]:
    """Numbers without a noun: several ("8 v 10", "6, 7 and 8") name recommendations, and so does one in a question of nothing else."""
    if any(r.kind == "recommendation" for r in refs):
        return refs
    dates = tuple((w.span.start, w.span.end) for w in find_whens(text, _REFERENCE_DAY))
    bare = bare_numbers(text, (*((r.start, r.end) for r in refs), *dates))
    total = len(library.corpus.recommendations)
    bare = tuple(
        b for b in bare if b.numbers[0] in library.corpus.recommendations and not _counts_all(text, b, total)
    )
    if len(bare) > 1 or (bare and not refs and _nothing_else(text, bare, library)):
        return (*refs, *bare)
    return refs


def _counts_all(text: str, reference: Reference, total: int) -> bool:
    """ "the 15", "all 15 recommendations": their number, not one of them."""
    return reference.numbers[0] == total and bool(
        re.search(r"\b(?:the|all|of|those|these)\s+$", text[: reference.start], re.IGNORECASE)
    )


def _nothing_else(text: str, bare: tuple[Reference, ...], library: Library) -> bool:
    spans = [*((b.start, b.end) for b in bare), *wants(text)[1], *statuses(text)[1]]
    return bool(wants(text)[0]) and not _topic(text, spans, library)


def _numbers(refs: tuple[Reference, ...], kind: str) -> tuple[int, ...]:
    return tuple(sorted({n for r in refs if r.kind == kind for n in r.numbers}))


def _topic(text: str, removed: list[tuple[int, int]], library: Library) -> tuple[Term, ...]:
    kept: list[Word] = [
        w
        for w in words(text)
        if w.text not in FRAME and not any(start <= w.start < end for start, end in removed)
    ]
    made = terms(tuple(w for w in kept if not _noise(w, text, library)), library.vocabulary)
    return tuple({t.own: t for t in made}.values())


def _noise(word: Word, text: str, library: Library) -> bool:
    """A scrap of up to three letters that neither the corpus nor the vocabulary knows: a slip of the keys, not a topic."""
    known = word.stem in library.known or word.text in library.vocabulary.abbreviations
    return (
        len(word.text) <= 3
        and not known
        and not text[word.start : word.end].isupper()
        and not word.text.isdigit()
    )
