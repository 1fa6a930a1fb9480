"""Whether a text says a thing in its own words: its very phrase, its name or abbreviation, or another wording of the field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.language.order import side_by_side
from assistant.language.quoted import QUOTED
from assistant.language.tagging import tags
from assistant.language.vocabulary import Phrase, Term, Vocabulary, terms
from assistant.language.words import STOPWORDS, stem, stems, words
from assistant.library.library import Library, Sentence, Unit
from corpus.patterns import lazy_regex

#: Words that may stand between those of a name, each.
APART = 2
#: Verbs that only help another one, or put it that something is said.
_HELPING = frozenset(
    map(stem, "be am is are was were been have has had do does did get got mean say said go".split())
)

Said = Callable[[Sentence], bool]


@dataclass(frozen=True)
class Thing:
    """Something that texts may say."""

    text: str
    """As it was asked for."""
    terms: tuple[Term, ...]
    vocabulary: Vocabulary

    @cached_property
    def quoted(self) -> str | None:
        """The words that were asked for in quotation marks, plain."""
        match = QUOTED.search(self.text)
        return plain(match["words"]) if match else None

    @cached_property
    def _names(self) -> tuple[tuple[Phrase, tuple[Phrase, ...]], ...]:
        """For each term its words, and the stems of what it abbreviates or is abbreviated to."""
        return tuple(
            (singular(t.text), tuple(self.vocabulary.short_forms.get(t.own, ()))) for t in self.terms
        )

    def named_in(self, sentence: Sentence) -> bool:
        """Whether a sentence says the phrase; each of the terms by name or abbreviation, where there is none."""
        if self.quoted is not None:
            return self.quoted in plain(sentence.text)
        if not self.terms or not all(self._may_say(t, sentence) for t in self.terms):
            return False
        held, order = singular(sentence.text), stems(sentence.text)
        return all(near(n, held) or any(near(s, order) for s in short) for n, short in self._names)

    def _may_say(self, term: Term, sentence: Sentence) -> bool:
        every = (term.own, *self.vocabulary.short_forms.get(term.own, ()))
        return any(sentence.stems.issuperset(w) for w in every)

    def meant_in(self, sentence: Sentence) -> bool:
        """Whether a sentence says each of the terms in any wording of the field; of a phrase, the words in other forms."""
        order = stems(sentence.text)
        if self.quoted is not None:
            return side_by_side(stems(self.quoted), order)
        if not self.terms:
            return False
        return all(any(near(w, order) for w in t.alternatives | {t.own}) for t in self.terms)


def thing(text: str, library: Library) -> Thing:
    """The thing that some words of a question stand for; a verb counts even where it carries no topic ("take time")."""
    kinds = tags(text)
    found = terms(words(text), library.vocabulary)
    taken = {w for t in found for w in t.text.split()}
    verbs = (
        w
        for w in words(text)
        if w.text in STOPWORDS and w.text not in taken and kinds.get(w.text, "").startswith("VB")
    )
    own = (Term(w.text, frozenset({(w.stem,)}), (w.stem,)) for w in verbs if w.stem not in _HELPING)
    return Thing(text.strip(), (*found, *own) if found else (), library.vocabulary)


def saying(wanted: Thing, units: Iterable[Unit]) -> tuple[tuple[Unit, tuple[Sentence, ...]], ...]:
    """The passages that say a thing with the sentences that do, in reading order.

    Those that name it; only where none does, those that say it in another wording of the field.
    """
    pool = tuple(units)
    for says in (wanted.named_in, wanted.meant_in):
        if found := tuple((u, said) for u in pool if (said := tuple(filter(says, u.sentences)))):
            return found
    return ()


def near(wording: Phrase, order: tuple[str, ...]) -> bool:
    """Whether all words of a wording stand beside each other in a text, in whatever order, few others between them."""
    wanted = frozenset(wording)
    if not wanted.issubset(order):
        return False
    reach = len(wording) + APART * (len(wording) - 1)
    return any(wanted.issubset(order[i : i + reach]) for i, s in enumerate(order) if s in wanted)


@lru_cache(maxsize=4096)
def singular(text: str) -> Phrase:
    """The words of a text in order, plurals and verbs of the third person without their ending: "centres" is no "centred"."""
    return tuple(_PLURALS.get(w.text) or _ENDING.sub(_without, w.text.lower()) for w in words(text))


_ENDING = lazy_regex(r"(?P<ies>(?<=\w\w)ies)$|(?<=ss|ch|sh)es$|(?<=[xz])es$|(?<=\w\w[^su'i])s$")
_PLURALS = {"children": "child", "men": "man", "women": "woman"}


def _without(match: re.Match[str]) -> str:
    return "y" if match["ies"] else ""


def plain(text: str) -> str:
    """A text in small letters without marks, each gap one space."""
    return re.sub(r"[^a-z0-9]+", " ", text.lower().replace("’", "'").replace("'", "")).strip()
