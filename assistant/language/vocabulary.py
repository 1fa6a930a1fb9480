"""The field's vocabulary: abbreviations, and wordings that mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from assistant.language.words import STOPWORDS, Word, stem, stems
from corpus.catalogue import read_yaml
from corpus.model import Document, Part
from corpus.patterns import lazy_regex

FILE = Path(__file__).parent.parent / "data" / "vocabulary.yaml"
#: Looser groups of wordings, one on a line.
EVERYDAY = Path(__file__).parent.parent / "data" / "everyday.txt"

Phrase = tuple[str, ...]
"""Stems in order."""

#: "Local Safeguarding Children Boards (LSCBs)": capitalised words, then their initials in brackets.
_DEFINED = lazy_regex(r"((?:[A-Z][\w'’-]+[\s,]+(?:(?:of|for|the|and|in|on|to)\s+)*){2,8})\(([A-Z]{2,}s?)\)")


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Which wordings stand for which."""

    abbreviations: dict[str, str]
    """Lower-case abbreviation to what it stands for."""
    groups: tuple[frozenset[Phrase], ...]
    """Each group holds wordings that mean the same."""
    documents: dict[str, tuple[Phrase, ...]]
    """Document id to the ways of naming it, longest first."""
    everyday: tuple[frozenset[Phrase], ...] = ()
    """Each group holds wordings of everyday English that come near each other in meaning."""
    audiences: dict[Phrase, frozenset[Phrase]] = field(default_factory=dict)
    """Those whom a paper may be for, by a wording of catalogues, to what else people call them or their members."""

    @cached_property
    def by_phrase(self) -> dict[Phrase, frozenset[Phrase]]:
        """A wording to every wording that means the same, itself included."""
        return _by_phrase(self.groups)

    @cached_property
    def near(self) -> dict[Phrase, frozenset[Phrase]]:
        """A wording of everyday English to those that come near it in meaning, itself included."""
        return _by_phrase(self.everyday)

    @cached_property
    def short_forms(self) -> dict[Phrase, frozenset[Phrase]]:
        """A name to its abbreviations, an abbreviation to its name."""
        made: dict[Phrase, set[Phrase]] = {}
        for short, long in self.abbreviations.items():
            pair = {(stem(short),), (short,), phrase(long)}
            for one in pair:
                made.setdefault(one, set()).update(pair - {one})
        return {one: frozenset(others) for one, others in made.items()}

    @cached_property
    def longest(self) -> int:
        """Words in the longest wording."""
        return max((len(p) for p in (*self.by_phrase, *self.near)), default=1)


def _by_phrase(groups: Iterable[frozenset[Phrase]]) -> dict[Phrase, frozenset[Phrase]]:
    made: dict[Phrase, set[Phrase]] = {}
    for group in groups:
        for wording in group:
            made.setdefault(wording, set()).update(group)
    return {wording: frozenset(others) for wording, others in made.items()}


def phrase(text: str) -> Phrase:
    """A wording as stems, function words inside it left out."""
    kept = stems(text)
    content = tuple(s for s in kept if s not in FUNCTION_STEMS)
    return content or kept


#: Stems left out of wordings: they join words and say nothing.
FUNCTION_STEMS = frozenset(
    stem(w) for w in "a an the of for and to in on with or by at as be do not is are".split()
)


def defined_abbreviations(texts: Iterable[str]) -> dict[str, str]:
    """Abbreviations that a text introduces itself: lower-case abbreviation to its expansion."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _DEFINED.finditer(text):
            short = match[2].rstrip("s") if match[2].endswith("s") else match[2]
            tail = _initialled(match[1].split(), short)
            if tail:
                found.setdefault(short.lower(), tail.lower())
                found.setdefault(short.lower() + "s", tail.lower())
    return found


def _initialled(names: list[str], short: str) -> str | None:
    """The shortest tail of the words whose initials make up the abbreviation."""
    for start in range(len(names) - 1, -1, -1):
        initials = "".join(n[0] for n in names[start:] if n[0].isupper())
        if initials == short:
            return " ".join(names[start:]).strip(", ")
    return None


@lru_cache(maxsize=4)
def load_vocabulary(texts: tuple[str, ...] = (), documents: tuple[Document, ...] = ()) -> Vocabulary:
    """The vocabulary file, with what the documents define themselves.

    Args:
        texts: passages, searched for abbreviations that they introduce.
        documents: catalogue entries; a document's short title names it.
    """
    data = read_yaml(FILE)
    abbreviations = defined_abbreviations(texts) | {k: str(v) for k, v in data["abbreviations"].items()}
    shortened = [frozenset({(short,), phrase(short), phrase(long)}) for short, long in abbreviations.items()]
    concepts = (frozenset(phrase(str(p)) for p in group) for group in data["concepts"])
    groups = [group.union(*(s for s in shortened if s & group)) for group in concepts] + shortened
    named = {
        d.id: {d.short_title.lower()} | {str(n) for n in data["documents"].get(d.id, ())} for d in documents
    }
    parts = {p.value.replace("_", " ") for p in Part}  # every recommendation has them
    named = {i: names - parts for i, names in named.items()}
    return Vocabulary(
        abbreviations=abbreviations,
        groups=tuple(groups),
        everyday=tuple(_everyday()),
        documents={
            i: tuple(sorted(map(phrase, names), key=lambda p: (-len(p), p))) for i, names in named.items()
        },
        audiences={
            phrase(str(key)): frozenset(phrase(str(o)) for o in others)
            for key, others in data.get("audiences", {}).items()
        },
    )


def _everyday() -> Iterator[frozenset[Phrase]]:
    for line in EVERYDAY.read_text("utf-8").splitlines():
        if line and not line.startswith(("#", "[")):
            yield frozenset(phrase(wording) for wording in line.split(" | "))


@dataclass(frozen=True, slots=True)
class Term:
    """Something a question is about: a word, or a wording of the vocabulary."""

    text: str
    alternatives: frozenset[Phrase]
    """Any of these, all its stems near each other, says the same; the asker's own wording is one."""
    own: Phrase
    near: frozenset[Phrase] = frozenset()
    """Wordings that only come near it in meaning: they bring a passage nearer, but do not say the term."""

    def __str__(self) -> str:
        return self.text

    def place_in(self, lower: str) -> int:
        """Where it stands in a lower-case text; its first word where it does not stand there as it is, -1 for neither."""
        whole = lower.find(self.text)
        return whole if whole >= 0 else lower.find(self.text.split()[0])


def terms(found: tuple[Word, ...], vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The terms of a question's words: the longest wordings of the vocabulary, then single words."""
    content = [w for w in found if w.stem not in FUNCTION_STEMS]
    made: list[Term] = []
    at = 0
    while at < len(content):
        size = _match(content, at, vocabulary)
        span = content[at : at + max(size, 1)]
        own = tuple(w.stem for w in span)
        if size or (span[0].text not in STOPWORDS and (len(span[0].text) > 1 or span[0].text.isdigit())):
            text, same = " ".join(w.text for w in span), _others(own, vocabulary)
            made.append(Term(text, same, own, vocabulary.near.get(own, frozenset()) - same))
        at += max(size, 1)
    return tuple(made)


def _others(own: Phrase, vocabulary: Vocabulary) -> frozenset[Phrase]:
    return vocabulary.by_phrase.get(own, frozenset()) | {own} | _opposite(own)


def _opposite(own: Phrase) -> frozenset[Phrase]:
    """A word with "un" put before it or taken away: whether something is announced is answered by "unannounced"."""
    if len(own) != 1 or len(own[0]) < 6:
        return frozenset()
    word = own[0]
    return frozenset({(word[2:],)} if word.startswith("un") else {(f"un{word}",)})


def _match(content: list[Word], at: int, vocabulary: Vocabulary) -> int:
    for size in range(min(vocabulary.longest, len(content) - at), 0, -1):
        candidate = tuple(w.stem for w in content[at : at + size])
        little = all(w.text in STOPWORDS for w in content[at : at + size])
        if candidate in vocabulary.by_phrase and not (size == 1 and little):
            return size
        if candidate in vocabulary.near and not little:
            return size
    return 0
