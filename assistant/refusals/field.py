"""Things of the field that a question is about and the documents, or the passages of an answer, never name.

A glossary of the field, written without the documents, says which wordings stand for one thing. Of a thing of which no
wording stands in the documents they seldom answer anything, however near a passage lies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.evidence.asked import Asked
from assistant.evidence.kinds import together
from assistant.evidence.quote import Quote
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import FUNCTION_STEMS, Phrase
from assistant.language.words import Word, stems, words
from assistant.library.library import Library, Stems

FILE = Path(__file__).parent.parent / "data" / "field.txt"
#: Letters of its first word by which a wording is looked up.
KEY = 3


@dataclass(frozen=True, eq=False)
class Thing:
    """Something of the field."""

    kind: str
    wordings: tuple[str, ...]

    def phrases(self) -> tuple[Phrase, ...]:
        """Its wordings as stems, small words left out."""
        return tuple(tuple(s for s in stems(w) if s not in FUNCTION_STEMS) for w in self.wordings)


@lru_cache(maxsize=1)
def glossary() -> dict[str, tuple[tuple[str, Thing], ...]]:
    """The first letters of a wording to the wordings that begin so, longest first, each with what it stands for."""
    made: dict[str, list[tuple[str, Thing]]] = {}
    kind = ""
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            thing = Thing(kind, tuple(line.split(" | ")))
            for wording in thing.wordings:
                made.setdefault(wording[:KEY], []).append((wording, thing))
    return {key: tuple(sorted(found, key=lambda f: -len(f[0]))) for key, found in made.items()}


def things(text: str) -> Iterator[tuple[Thing, tuple[Word, ...]]]:
    """The things that a text names, each with the words that name it, in order; of wordings that overlap the longest."""
    found, at = words(text), 0
    while at < len(found):
        named = _named_at(found, at)
        if named:
            yield named[0], found[at : at + named[1]]
        at += named[1] if named else 1


def _named_at(found: tuple[Word, ...], at: int) -> tuple[Thing, int] | None:
    for wording, thing in glossary().get(found[at].text[:KEY].lower(), ()):
        own = stems(wording)
        if tuple(w.stem for w in found[at : at + len(own)]) == own:
            return thing, len(own)
    return None


#: "I'm a sergeant on a public protection unit", "our lead member has asked": who asks is not what is asked about.
_BEFORE_ASKER = Phrases(
    r"(?:i'm|i am|we're|we are|as) (?:an? |the |one of )?(?:[\w-]+ ){0,5}|(?:my|our|the|an?) (?:[\w-]+ )?",
    whole_words=False,
)
_IS_ASKER = Phrases(r"(?:i'm|i am|we're|we are|as) (?:an? |the |one of )(?:[\w-]+ ){0,5}$", whole_words=False)
_AFTER_ASKER = Phrases(
    r"(?: [\w-]+){0,2} (?:here|asking|(?:wants?|needs?|asks|asked|has asked|is asking|keeps asking) (?:me|us|to know|when|what|who|why|how|whether|if)\b)"
    r"|(?: [\w-]+){0,2}(?: [-–—]|:) ",
    whole_words=False,
)


def _asks(named: Sequence[Word], text: str) -> bool:
    """Whether some words of a text say who asks."""
    before, after = text[: named[0].start], text[named[-1].end :]
    return bool(_IS_ASKER.search(before) or _AFTER_ASKER.match(after))


def _topics(asked: Asked) -> Iterator[tuple[Thing, tuple[Word, ...]]]:
    """The things that a question is about."""
    text = asked.question.focus
    own = {s for t in asked.question.terms for s in t.own}
    for thing, named in things(text):
        if own.intersection(w.stem for w in named) and not _asks(named, text):
            yield thing, named


@lru_cache(maxsize=256)
def _known(thing: Thing, library: Library) -> bool:
    """Whether any wording of a thing stands in the documents, its words near each other."""
    frequency = library.document_frequency
    for phrase in thing.phrases():
        if not all(frequency.get(s) for s in phrase):
            continue
        for unit in library.units:
            if unit.stems.issuperset(phrase) and together(phrase, unit.order):
                return True
    return False


def _said(named: Sequence[Word], asked: Asked, context: Stems) -> bool:
    """Whether the vocabulary knows another wording of some words that a text holds."""
    own = tuple(w.stem for w in named if w.stem not in FUNCTION_STEMS)
    return any(
        context.issuperset(p) for p in asked.library.vocabulary.by_phrase.get(own, ()) if p != own
    )


def things_unknown(asked: Asked, context: Stems) -> list[str]:
    """What a question is about that the documents never name, in its own words.

    Args:
        asked: the question.
        context: stems of what the quotes say and stand under.
    """
    return [
        " ".join(w.text for w in named)
        for thing, named in _topics(asked)
        if not _known(thing, asked.library) and not _said(named, asked, context)
    ]
