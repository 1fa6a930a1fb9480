"""Phrases written in a small notation, and where they stand in a clause.

In a phrase: ``a/b`` are alternatives, ``[x]`` may be absent, ``<name>`` is any entry of a word list,
``two_words`` an expression of several words, ``*`` up to three words of any kind, ``[?]`` at most one,
``<digits>`` a number in figures; ``^`` in front ties the phrase to the beginning of the clause,
``$`` behind to its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.patterns import lazy_regex

_GAPS = {"*": 3, "[?]": 1}
_DIGITS = frozenset({"<digits>"})
_ANGLED = lazy_regex(r"<(\w+)>")


@dataclass(frozen=True, slots=True)
class Item:
    """One step of a phrase."""

    options: frozenset[str]
    """Words, expressions and list names, any of which may stand here; empty for a gap."""
    optional: bool
    gap: int = 0
    """Words of any kind that may stand here."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The steps of a phrase; unless anchored, the first is neither optional nor a gap."""

    items: tuple[Item, ...]
    anchored: bool
    """Only at the beginning of a clause."""
    final: bool
    """Only at the end of a clause."""

    needs: tuple[frozenset[str], ...]
    """The options of each step that may not be absent: where a clause holds none of them, it does not hold the phrase."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase of a signal stands: half-open range of word positions in the clause."""

    signal: str
    start: int
    end: int


Reading = Sequence[Mapping[int, frozenset[str]]]
"""For each position of a clause, the units that begin there, by length in words, with all their names."""


class PhraseBook:
    """Word lists and phrases, ready to be looked up in clauses."""

    def __init__(self, lists: Mapping[str, Sequence[str]], phrases: Mapping[str, Sequence[str]]) -> None:
        """Raises ValueError for a phrase that names a list which is not there, or that begins with a gap."""
        self._names = _names_of_entries(lists)
        self._starts: dict[str, list[tuple[str, Phrase]]] = {}
        self._anchored: list[tuple[str, Phrase]] = []
        for signal, written in phrases.items():
            for phrase in written:
                self._add(signal, parse(phrase, lists.keys()))
        self._units = {entry: frozenset({entry, *names}) for entry, names in self._names.items()}
        self._lengths = _lengths(self._names)
        self.words = frozenset(word for entry in self._names for word in entry.split())

    def _add(self, signal: str, phrase: Phrase) -> None:
        if phrase.anchored:
            self._anchored.append((signal, phrase))
        else:
            for option in phrase.items[0].options:
                self._starts.setdefault(option, []).append((signal, phrase))
        for option in frozenset().union(*(item.options for item in phrase.items)):
            if not option.startswith("<"):
                self._names.setdefault(option, set())

    def read(self, clause: Sequence[str]) -> Reading:
        reading: list[dict[int, frozenset[str]]] = []
        for start, word in enumerate(clause):
            units = {1: _DIGITS} if word.isdecimal() else {}
            for length in self._lengths.get(word, ()):
                names = self._units.get(" ".join(clause[start : start + length]))
                if names and start + length <= len(clause):
                    units[length] = names
            reading.append(units)
        return reading

    def units(self, clause: Sequence[str], name: str) -> list[tuple[int, int]]:
        """Ranges that hold an entry of a list, the longest where several begin together."""
        found = []
        for start, units in enumerate(self.read(clause)):
            ends = [start + length for length, names in units.items() if f"<{name}>" in names]
            if ends:
                found.append((start, max(ends)))
        return found

    def find(self, clause: Sequence[str]) -> Iterator[Match]:
        reading = self.read(clause)
        tried = [(0, *written) for written in self._anchored]
        tried += [
            (start, *written)
            for start, units in enumerate(reading)
            for names in units.values()
            for name in names
            for written in self._starts.get(name, ())
        ]
        held = frozenset[str]().union(*(names for units in reading for names in units.values()))
        for start, signal, phrase in tried:
            if any(map(held.isdisjoint, phrase.needs)):
                continue
            end = _end(phrase.items, 0, reading, start)
            if end is not None and (end == len(clause) or not phrase.final):
                yield Match(signal, start, end)


def parse(phrase: str, lists: Iterable[str]) -> Phrase:
    """Reads the notation.

    Raises ValueError where a list is not known, and where a phrase that is not anchored begins with a step
    that may be absent.
    """
    known = {*lists, "digits"}
    items = []
    anchored = phrase.startswith("^ ")
    for written in phrase.removeprefix("^ ").removesuffix(" $").split():
        if written in _GAPS:
            items.append(Item(frozenset(), optional=True, gap=_GAPS[written]))
            continue
        options = frozenset(_plain(option) for option in written.split("/"))
        unknown = {name for option in options for name in _ANGLED.findall(option)} - known
        if unknown:
            raise ValueError(f"no word list {', '.join(sorted(unknown))} for the phrase {phrase!r}")
        items.append(Item(options, optional="[" in written))
    if not items or (items[0].optional and not anchored):
        raise ValueError(f"the phrase {phrase!r} has no word to begin with")
    needs = tuple(item.options for item in items if item.options and not item.optional)
    return Phrase(tuple(items), anchored, phrase.endswith(" $"), needs)


def _plain(option: str) -> str:
    bare = option.strip("[]")
    return bare if bare.startswith("<") else bare.replace("_", " ")


def _end(items: tuple[Item, ...], item: int, reading: Reading, at: int) -> int | None:
    if item == len(items):
        return at
    step = items[item]
    if step.gap:
        last = min(at + step.gap, len(reading))
        ends = (_end(items, item + 1, reading, start) for start in range(at, last + 1))
        return next((end for end in ends if end is not None), None)
    if at < len(reading):
        for length, names in reading[at].items():
            if not names.isdisjoint(step.options):
                end = _end(items, item + 1, reading, at + length)
                if end is not None:
                    return end
    return _end(items, item + 1, reading, at) if step.optional else None


def _lengths(entries: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """First word of an entry to the lengths in words, ascending, of the entries that begin with it."""
    found: dict[str, set[int]] = {}
    for entry in entries:
        words = entry.split(" ")
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(lengths)) for word, lengths in found.items()}


def _names_of_entries(lists: Mapping[str, Sequence[str]]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}

    def add(listed: str, name: str) -> None:
        for entry in lists[listed]:
            included = _ANGLED.fullmatch(entry)
            if included:
                add(included.group(1), name)
            else:
                names.setdefault(entry, set()).add(f"<{name}>")

    for name in lists:
        add(name, name)
    return names
