"""Things of the field that a question is about and the documents, or the passages of an answer, never name.

A glossary of the field, written without the documents, says which wordings stand for one thing. Of a thing of which no
wording stands in the documents they seldom answer anything, however near a passage lies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from assistant.evidence.asked import Asked
from assistant.language.order import content, in_a_row
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Phrase
from assistant.language.words import Word, stems, words
from assistant.library.library import Library, Stems

FILE = Path(__file__).parent.parent / "data" / "field.txt"
#: Between the wordings of a line.
BETWEEN = " | "
#: Letters of its first word by which a wording is looked up.
KEY = 3


@dataclass(frozen=True, eq=False)
class Thing:
    """Something of the field, as its line of the glossary."""

    line: str

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Its wordings as stems, small words left out."""
        return tuple(content(stems(w)) for w in self.line.split(BETWEEN))


@lru_cache(maxsize=1)
def glossary() -> dict[str, list[tuple[str, Thing]]]:
    """The first letters of a wording to the wordings that begin so, each with what it stands for."""
    made = defaultdict[str, list[tuple[str, Thing]]](list)
    for line in FILE.read_text("utf-8").splitlines():
        if line and line[0] not in "[#":
            thing = Thing(line)
            for wording in line.split(BETWEEN):
                made[wording[:KEY]].append((wording, thing))
    return made


@lru_cache(maxsize=1024)
def _beginning(letters: str) -> tuple[tuple[Phrase, Thing], ...]:
    """The wordings that begin with some letters as stems, longest first."""
    found = ((stems(wording), thing) for wording, thing in glossary().get(letters, ()))
    return tuple(sorted(found, key=lambda f: -len(f[0])))


@lru_cache(maxsize=64)
def things(text: str) -> tuple[tuple[Thing, tuple[Word, ...]], ...]:
    """The things that a text names, each with the words that name it, in order; of wordings that overlap the longest."""
    found, at = words(text), 0
    made: list[tuple[Thing, tuple[Word, ...]]] = []
    order = tuple(w.stem for w in found)
    while at < len(found):
        begin = _beginning(found[at].text[:KEY].lower())
        named = next(((p, t) for p, t in begin if order[at : at + len(p)] == p), None)
        if named:
            made.append((named[1], found[at : at + len(named[0])]))
        at += len(named[0]) if named else 1
    return tuple(made)


#: "I'm a sergeant on a public protection unit", "our lead member has asked": who asks is not what is asked about.
_I_AM = Phrases(
    r"\b(?:for|into|in|on|with) (?:my|our) (?:[\w-]+ ){0,2}$",
    r"\b(?:i'm|i am|we're|we are|as) (?:an? |the |one of )(?:[\w-]+ ){0,5}$",
    whole_words=False,
)
_WANTS = Phrases(
    r"(?: [\w-]+){0,2} (?:here|asking)\b",
    r"(?: [\w-]+){0,2} (?:wants?|needs?|asks|asked|(?:has|have) asked|(?:is|are|keeps?) asking)"
    r"(?: (?:me|us))?(?: to (?:know|check|find out|confirm)|,| when| what| who| why| how| whether| if| by)",
    whole_words=False,
)
#: "Youth service manager - when would …".
_OPENS = Phrases(r"^\W*(?:[\w-]+ )?$", whole_words=False)
_DASH = Phrases(r"(?: [\w-]+){0,2}(?: [-–—]|:|,) ", whole_words=False)


def _asks(named: Sequence[Word], text: str) -> bool:
    """Whether some words of a text say who asks."""
    before, after = text[: named[0].start], text[named[-1].end :]
    return bool(_I_AM.search(before) or _WANTS.match(after) or (_OPENS.match(before) and _DASH.match(after)))


def _topics(asked: Asked) -> Iterator[tuple[Thing, tuple[Word, ...]]]:
    """The things that a question is about."""
    text = asked.question.focus
    own = {s for t in asked.question.terms for s in t.own}
    plain = asked.library.reviewer.words
    for thing, named in things(text):
        if any(w.text in plain for w in named):
            continue
        if own.intersection(w.stem for w in named) and not _asks(named, text):
            yield thing, named


def names_a_thing(asked: Asked) -> bool:
    """Whether a question is about anything of the field."""
    return any(True for _ in _topics(asked))


@lru_cache(maxsize=512)
def _known(thing: Thing, library: Library) -> bool:
    """Whether any wording of a thing stands in the documents, small words aside."""
    return any(_stands(phrase, library) for phrase in thing.phrases)


def _stands(phrase: Phrase, library: Library) -> bool:
    if not all(map(library.document_frequency.get, phrase)):
        return False
    return any(u.stems.issuperset(phrase) and in_a_row(phrase, u.order) for u in library.units)


def _said(named: Sequence[Word], asked: Asked, context: Stems) -> bool:
    """Whether the vocabulary knows another wording of some words that a text holds."""
    own = content([w.stem for w in named])
    return any(context.issuperset(p) for p in asked.library.vocabulary.by_phrase.get(own, ()) if p != own)


def things_unknown(asked: Asked, context: Stems = frozenset()) -> list[str]:
    """What a question is about that the documents never name, as it is written there.

    Args:
        asked: the question.
        context: stems of what the quotes say and stand under; another wording of the vocabulary in it names the thing too.
    """
    return [
        asked.question.focus[named[0].start : named[-1].end]
        for thing, named in _topics(asked)
        if not _known(thing, asked.library) and not _said(named, asked, context)
    ]


def things_elsewhere(asked: Asked, context: Stems) -> list[str]:
    """What a question is about that the documents name, but nowhere in the context, as it is written there."""
    question = asked.question
    if question.recommendations or question.paragraphs or question.themes:
        return []
    return [
        question.focus[named[0].start : named[-1].end]
        for thing, named in _topics(asked)
        if _known(thing, asked.library)
        and not any(context.issuperset(p) for p in thing.phrases)
        and not _said(named, asked, context)
    ]
