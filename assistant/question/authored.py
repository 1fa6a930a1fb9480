"""Documents named by those who wrote them: "Loughton's letter", "the paper by Corrick"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.phrases import Phrases
from assistant.library.library import Library
from assistant.question.addressed import LETTER, PAPERS, Named, authors, is_letter

_WRITTEN = Phrases(f"letter|{PAPERS}|writing|wrote|write")
_THEIR_LETTER = Phrases(
    r"\w+(?:'s|s') (?:\w+ ){0,2}?letter|letter (?:from|by|of|that) (?!the\b)\w+|in (?:his|her|their)(?: own)? letter"
)
#: What a paper, or a letter, is called before or behind the name of who wrote it.
_KINDS = {True: f"(?:{LETTER})", False: f"(?:{PAPERS})s?"}


def by_author(text: str, library: Library) -> Named:
    """A paper or letter named by those who wrote it ("Loughton's letter"), with the spans of their names.

    Where they wrote several, the one that they alone wrote, if the letter is called theirs.
    """
    if not _WRITTEN.search(text):
        return []
    every = {d.id: authors(d) for d in library.corpus.documents[1:]}
    spans = {n: [m.span() for m in _named(n, text)] for n in frozenset().union(*every.values())}
    named = frozenset(n for n, found in spans.items() if found)
    best = max((len(names & named) for names in every.values()), default=0)
    chosen = [i for i, names in every.items() if best and len(names & named) == best]
    if len(chosen) > 1 and _THEIR_LETTER.search(text):
        chosen = [i for i in chosen if every[i] == named]
    return [(chosen[0], s) for n in every[chosen[0]] for s in spans[n]] if len(chosen) == 1 else []


def by_author_beside(text: str, known: set[str], library: Library) -> Named:
    """The papers and letters that a text names by one who wrote them and no known one, beside others that it names.

    Args:
        text: the text.
        known: ids of the documents named otherwise.
        library: knows the documents.
    """
    lower = text.lower()
    taken = frozenset[str]().union(*(authors(library.corpus.document[i]) for i in known))
    made: Named = []
    for document in library.corpus.documents[1:]:
        own = authors(document) - taken
        kind = _KINDS[is_letter(document)]
        for name in own if document.id not in known else ():
            if name not in lower:
                continue
            surname = rf"(?:\b[A-Z][\w.]+ ){{0,2}}\b(?i:{re.escape(name)})\b"
            pattern = rf"{surname}['’]s (?:[\w'’-]+ ){{0,2}}?(?i:{kind})\b|\b(?i:{kind})\b (?:[\w'’-]+ ){{0,4}}?(?i:by|from|with|of) {surname}"
            made += [(document.id, m.span()) for m in re.finditer(pattern, text)]
    return made


def _named(surname: str, text: str) -> Iterator[re.Match[str]]:
    """A surname in a text, with a first name and a title before it."""
    return re.finditer(rf"(?:\b[A-Z][\w.]+ ){{0,2}}\b(?i:{re.escape(surname)})\b", text)
