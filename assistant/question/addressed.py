"""Documents named by those they are addressed to: "the letter to hospitals", "what did Loughton tell council chiefs?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.order import side_by_side
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import FUNCTION_STEMS, Phrase, phrase
from assistant.language.words import words
from assistant.library.library import Library
from corpus.model import Document
from corpus.patterns import lazy_regex

PAPERS = "paper|report|briefing|notice|release|statement|document"
"""What papers are called beside letters, as a part of a regular expression."""

Named = list[tuple[str, tuple[int, int]]]
"""Document ids, each with the span of the words that name it."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """An audience spoken of in a text, and the documents meant for it."""

    documents: frozenset[str]
    start: int
    end: int


LETTER = r"letter(?:head)?s?|notes?(?! to editors)|messages?"
"""What letters are called, the same."""

_PAPER = f"(?:{PAPERS})s?"
_THE = "(?:the |all |our |local |their )*"
#: What stands before those a paper is for ("the letter that went to", "wrote to", "told").
_TO = Phrases(
    rf"(?P<kind>(?:{LETTER})|{_PAPER}) (?:[\w'’-]+ ){{0,3}}?(?:to|for)",
    after=f" {_THE}$",
)
_WROTE_TO = Phrases(
    r"wr[io]te|writes|writing|written|sends?|(?<!be )(?<!been )(?<!being )sent|sign(?:s|ed|ing)? off",
    after=rf" (?:[\w'’-]+ ){{0,4}}?to {_THE}$",
)
_TOLD = Phrases(
    r"tell|tells|told|telling|warn(?:s|ed)?|assure[sd]?|reassure[sd]?|promise[sd]?|remind(?:s|ed)?",
    after=f" {_THE}$",
)
_SPOKE_TO = Phrases("say|says|said|saying|put it|announced?", after=rf" (?:[\w'’-]+ ){{0,3}}?to {_THE}$")
#: "Loughton to DCSs: …".
_OPENS_TO = lazy_regex(rf"^\W*(?:[\w.'’-]+ ){{1,4}}to {_THE}$", re.IGNORECASE)
#: What stands behind them ("the hospitals' letter", "the NHS one").
_PAPER_OF = lazy_regex(
    rf"['’]?s? (?:own |joint )?(?:(?P<kind>(?:{LETTER})|{_PAPER})|(?P<one>one|version))\b", re.IGNORECASE
)
_OF_A_LETTER = Phrases("sign(?:ed|s|atory|atories|ature)?|letters?|wr[io]te|written|addressed|sent|went")
#: "Who at the hospitals did they write to?"
_WHO_OF = lazy_regex(r"\bwho(?:m| was it|'s it)? (?:at|in|from|for|over at) (?:the )?$", re.IGNORECASE)
#: "The letter we got": who we are is said beside it.
_OURS = Phrases(
    rf"(?:{LETTER}) (?:that |which )?(?:we|i|us) (?:\w+ )?(?:got|get|received|had|were|was)",
    rf"(?:our|my) (?:{LETTER})|(?:{LETTER}) (?:that )?(?:came|went|sent|addressed) (?:\w+ )?to (?:us|me)",
)
_TO_DO = lazy_regex(r"\W*(?:\w+ly )?to \w", re.IGNORECASE)
_TO_WHOM = {"letter": lazy_regex(LETTER, re.IGNORECASE), "paper": lazy_regex(_PAPER, re.IGNORECASE)}
_WRITERS = Phrases("ministers?|minister's|they|he|she")
_A_MINISTER = Phrases("the minister|minister's")


def addressed(text: str, beside: str, library: Library) -> Named:
    """The documents that a text names by their addressees, in order of mention.

    Args:
        text: the sentences that ask.
        beside: the others, which may say who the asker is.
        library: tells for whom each document is, and who wrote it.
    """
    found: Named = []
    for mention in _mentions(text, library):
        for identity in sorted(mention.documents):
            document = library.corpus.document[identity]
            if span := _named_by(text, mention, document):
                found.append((identity, span))
    if found or not (ours := _OURS.search(text)):
        return found
    letters = {
        i
        for whole in (text, beside)
        for m in _mentions(whole, library)
        for i in m.documents
        if is_letter(library.corpus.document[i])
    }
    return [(i, ours.span()) for i in letters] if len(letters) == 1 else []


def _named_by(text: str, mention: _Mention, document: Document) -> tuple[int, int] | None:
    """The span of the words that name a document by an audience; None where they speak of something else."""
    before, kind = text[: mention.start], _kind(document)
    if (to := _TO.search(before)) and _TO_WHOM[kind].fullmatch(to["kind"]):
        return to.start(), mention.end
    after = _PAPER_OF.match(text, mention.end)
    if after and (
        _TO_WHOM[kind].fullmatch(after["kind"] or "")
        or (after["one"] and _speaks_of(kind, text, after["one"]))
    ):
        return mention.start, after.end()
    wrote = _WROTE_TO.search(before) or (_WHO_OF.search(before) and _OF_A_LETTER.search(text))
    if wrote and kind == "letter" and (_by_author(text, document) or _WRITERS.search(text)):
        return mention.start, mention.end
    told = _TOLD.search(before) or _SPOKE_TO.search(before) or _OPENS_TO.match(before)
    if (
        told
        and not _TO_DO.match(text, mention.end)
        and (_by_author(before, document) or _A_MINISTER.search(before))
    ):
        return mention.start, mention.end
    return None


def _speaks_of(kind: str, text: str, one: str) -> bool:
    if kind == "paper":
        return one.lower() == "version"
    return bool(_OF_A_LETTER.search(text))


def _by_author(text: str, document: Document) -> bool:
    """Whether a text names one of those who wrote a document."""
    lower = text.lower()
    return any(re.search(rf"\b{re.escape(n)}\b", lower) for n in authors(document))


def authors(document: Document) -> frozenset[str]:
    """Surnames of those whom the catalogue names as a document's authors, in lower case."""
    named = re.findall(
        r"\b(?!The |An? )[A-Z][\w’'-]+ ([A-Z][\w’'-]+)", f"{document.speaker} | {document.publisher}"
    )
    return frozenset(n.lower() for n in named)


def is_letter(document: Document) -> bool:
    """Whether a document's own title calls it a letter."""
    return document.title.lower().startswith("letter")


def _kind(document: Document) -> str:
    return "letter" if is_letter(document) else "paper"


def _mentions(text: str, library: Library) -> list[_Mention]:
    """The audiences that a text speaks of, in order; of wordings that overlap, the longest."""
    found = [w for w in words(text) if w.stem not in FUNCTION_STEMS]
    held = tuple(w.stem for w in found)
    known, at, made = _audiences(library), 0, []
    while at < len(held):
        for size in range(min(_LONGEST, len(held) - at), 0, -1):
            if documents := known.get(held[at : at + size]):
                made.append(_Mention(documents, found[at].start, found[at + size - 1].end))
                at += size - 1
                break
        at += 1
    return made


_BEFORE_READERS = lazy_regex(rf"\b(?:to|for) {_THE}$", re.IGNORECASE)


def readers(text: str, identities: tuple[str, ...], library: Library) -> list[tuple[int, int]]:
    """Where a text says for whom the papers are that it names ("how did the notice put it to journalists?")."""
    papers = {i for i in identities if not is_letter(library.corpus.document[i])}
    if not papers:
        return []
    return [
        (m.start, m.end)
        for m in _mentions(text, library)
        if papers & m.documents and _BEFORE_READERS.search(text[: m.start])
    ]


#: Words of the longest wording for an audience that is looked for.
_LONGEST = 5


@lru_cache(maxsize=4)
def _audiences(library: Library) -> dict[Phrase, frozenset[str]]:
    """A wording for an audience to the documents meant for it, the first of the corpus left out: it is for everybody."""
    made: dict[Phrase, set[str]] = {}
    for document in library.corpus.documents[1:]:
        for own in map(phrase, re.split(r", | and ", document.audience)):
            ways = {own, *library.vocabulary.by_phrase.get(own, ())}
            for key, others in library.vocabulary.audiences.items():
                if side_by_side(key, own):
                    ways |= {key, *others}
            for way in ways:
                made.setdefault(way, set()).add(document.id)
    return {way: frozenset(ids) for way, ids in made.items()}
