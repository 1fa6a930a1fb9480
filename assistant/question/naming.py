"""Documents and sections that a question names."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.phrases import Phrases
from assistant.language.tagging import tags
from assistant.language.vocabulary import FUNCTION_STEMS, Phrase
from assistant.language.words import Word, stems, words
from assistant.library.library import Library
from assistant.question.addressed import LETTER, PAPERS, addressed, is_letter, readers
from assistant.question.authored import by_author, by_author_beside
from corpus.model import Document, When
from corpus.patterns import lazy_regex


def named_documents(
    text: str, library: Library, beside: str = ""
) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """Documents that a text names, in order of mention, and the spans of their names.

    By the vocabulary's names for them; else by those they are addressed to, or who wrote them, or as letters to somebody.

    Args:
        text: the sentences that ask.
        library: knows the documents.
        beside: the sentences beside, which may tell who the asker is.
    """
    found = [w for w in words(text) if w.stem not in FUNCTION_STEMS]
    named, to = _by_name(text, found, library), addressed(text, beside, library)
    known = {identity for identity, _ in named}
    hits = [*named, *(x for x in to if not named or x[0] in known or _is_paper(x[1], named, text))]
    if hits:
        hits += by_author_beside(text, {i for i, _ in hits}, library)
    elif not _LETTER_TO.search(text):
        hits = by_author(text, library)
    identities = tuple(dict.fromkeys(identity for identity, _ in hits))
    if re.search(r"\bletters\b", text, re.IGNORECASE) and len(identities) < 2:
        identities = _letters([], True, library)
    letter = re.search(r"\bletters?\b|\b(?:wrote|write|written) to\b", text, re.IGNORECASE)
    if letter and not identities:
        identities = _letters(found, letter[0].lower().endswith("s"), library)
    return identities, [*(_with_owner(text, span) for _, span in hits), *readers(text, identities, library)]


_OWNER = lazy_regex(
    r"\b(?!(?i:it|that|what|who|where|there|here|he|she)['’]s)[\w’-]+(?:['’]s|s['’]) (?:own |joint |\w+ )?$"
)


def _with_owner(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span of a document's name with whose it is ("the Department's announcement")."""
    owner = _OWNER.search(text, 0, span[0])
    return (owner.start(), span[1]) if owner else span


_PAPER = lazy_regex(rf"\b(?:{LETTER}|(?:{PAPERS})s?|version)\b", re.IGNORECASE)


def _is_paper(span: tuple[int, int], named: list[tuple[str, tuple[int, int]]], text: str) -> bool:
    """Whether a span calls a paper for its readers, beside the names of others."""
    beside = all(span[1] <= start or end <= span[0] for _, (start, end) in named)
    return beside and bool(_PAPER.search(text[span[0] : span[1]]))


def _by_name(text: str, found: list[Word], library: Library) -> list[tuple[str, tuple[int, int]]]:
    """Each document named and where, in order; of names that overlap, the longest."""
    hits: list[tuple[int, str, tuple[int, int]]] = []
    taken: set[int] = set()
    held = tuple(w.stem for w in found)
    for named, identity in _document_names(library):
        for at in range(len(found) - len(named) + 1):
            if held[at : at + len(named)] != named:
                continue
            run, places = found[at : at + len(named)], set(range(at, at + len(named)))
            if not taken & places and _is_name(text, run):
                taken |= places
                hits.append((at, identity, (run[0].start, run[-1].end)))
    return [(identity, span) for _, identity, span in sorted(hits)]


@lru_cache(maxsize=4)
def _document_names(library: Library) -> tuple[tuple[Phrase, str], ...]:
    """Ways to name a document with its id, the longest first."""
    every = ((p, i) for i, ps in library.vocabulary.documents.items() for p in ps)
    return tuple(sorted(every, key=lambda x: -len(x[0])))


_POSSESSED = lazy_regex(r"\b(?:our|my|a|i'm|am|own|your|their)\W+$", re.IGNORECASE)


def _is_name(text: str, run: list[Word]) -> bool:
    """Whether words stand as a document's name: not "our response", not "responds", not "letters and notices"."""
    first = run[0]
    if len(run) == 1:
        done = first.text.endswith("ed") or tags(text).get(first.text) == "VBZ"
        return not done and not _POSSESSED.search(text[: first.start])
    return not re.search(r"\b(?:and|or)\b", text[first.end : run[-1].start], re.IGNORECASE)


_LETTER_TO = lazy_regex(
    rf"\b(?:{LETTER}) (?:(?:was |were |that went |sent |written |went |addressed )*to|for) (?:the |all |our )?(?P<whom>[\w' -]{{3,40}})",
    re.IGNORECASE,
)


def other_letter(text: str, library: Library) -> bool:
    """Whether a text speaks of what a letter says that is not among the documents ("the letter to the police")."""
    match = _LETTER_TO.search(text)
    if match is None or named_documents(text, library)[0]:
        return False
    return bool(
        re.search(
            r"\b(?:say|says|said|state|ask|asks|tell|tells|told|promise|mention|mentions|set out|contain|in the letter)\b",
            text,
            re.IGNORECASE,
        )
    )


#: "the October 2011 paper"
_DOCUMENT_AFTER = lazy_regex(rf"\s+(?:[\w'’]+ )?(?:letters?|response|{PAPERS})\b", re.IGNORECASE)


def dates_document(when: When, text: str, library: Library) -> bool:
    """A date that only tells which document is meant ("the letter of 13 July 2011")."""
    before = text[: when.span.start]
    named = re.search(
        rf"\b(?:letters?|response|guidance|{PAPERS})(?: of| dated| from)?\s*(?:the )?$",
        before,
        re.IGNORECASE,
    )
    after = _DOCUMENT_AFTER.match(text[when.span.end :])
    return bool(named or after) and any(_is_date_of(d, when) for d in library.corpus.documents)


def documents_dated(whens: tuple[When, ...], text: str, library: Library) -> tuple[str, ...]:
    """The document that a text names by its date alone ("the October 2011 paper"); none where several have that date."""
    found = {
        d.id
        for w in whens
        if dates_document(w, text, library)
        for d in library.corpus.documents
        if _is_date_of(d, w)
    }
    return tuple(found) if len(found) == 1 else ()


def _is_date_of(document: Document, when: When) -> bool:
    """Whether a date is a document's day, month or year."""
    if when.first is None or when.grain not in ("day", "month", "year"):
        return False
    depth = {"year": 1, "month": 2, "day": 3}[when.grain]
    return when.first.timetuple()[:depth] == document.date.timetuple()[:depth]


def _letters(found: list[Word], several: bool, library: Library) -> tuple[str, ...]:
    """Letters meant by a text: those whose addressees it names, or all of them where it speaks of letters."""
    letters = [d for d in library.corpus.documents if is_letter(d)]
    asked = {w.stem for w in found}
    score = {
        d.id: len(asked & set(stems(f"{d.audience} {d.short_title}")) - set(stems("letter to")))
        for d in letters
    }
    best = max(score.values(), default=0)
    if best:
        return tuple(i for i, s in score.items() if s == best)
    return tuple(score) if several else ()


def named_sections(text: str, library: Library) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """Section headings of one or two words that a text names ("foreword"), or those at the front."""
    lower = text.lower()
    found = []
    for heading in _section_names(library):
        match = re.search(rf"\b{re.escape(heading[1])}\b", lower)
        if match:
            found.append((heading[0], match.span()))
    if not found and (match := _OPENING.search(text)):
        found = [(h, match.span()) for h in _first_sections(library)]
    return tuple(h for h, _ in found), [s for _, s in found]


_OPENING = Phrases(
    "(?:opening|introductory|first|front) (?:section|part|bit|pages?|paragraphs|chapter)|intro|preface",
    "(?:minister|minister's|he|introduction|message|piece|bit)(?: \\w+){0,3}? (?:at|in|up) (?:the )?(?:very )?(?:front|start|beginning)",
)


def _first_sections(library: Library) -> tuple[str, ...]:
    """The sections before the table: a foreword, and the one after it."""
    primary = library.corpus.documents[0].id
    narrative = [
        u.passage.headings[1]
        for u in library.units
        if u.passage.document == primary and u.passage.recommendation is None and len(u.passage.headings) > 1
    ]
    return tuple(dict.fromkeys(narrative))[:2]


@lru_cache(maxsize=4)
def _section_names(library: Library) -> tuple[tuple[str, str], ...]:
    names: dict[str, str] = {}
    for unit in library.units:
        if unit.passage.recommendation is None:
            for heading in unit.passage.headings[1:]:
                plain = re.sub(r"^\d+\.\s*|:$", "", heading).lower()
                if 0 < len(plain.split()) <= 3 and not plain.startswith("theme"):
                    names[heading] = plain
    return tuple(names.items())
