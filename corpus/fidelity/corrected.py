"""A source with its corrections set in place, so that any run of it reads as it stands in the edition."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.fidelity.corrections import Correction, Kind, shorten
from corpus.fidelity.words import Words


@dataclass(frozen=True, slots=True)
class Edit:
    """Source words ``start`` to ``end`` (half-open; empty for an addition) give way to ``words``."""

    start: int
    end: int
    words: tuple[str, ...]
    correction: Correction


@dataclass(frozen=True, slots=True)
class Corrected:
    """A source and its edits, in source order and without overlap."""

    source: Words
    edits: tuple[Edit, ...]
    reordered: frozenset[int]
    """Lines within which runs may begin and end."""
    problems: tuple[str, ...]
    """Corrections that could not be set in place."""

    def read(self, start: int, end: int) -> tuple[list[str], list[int | None]]:
        """The corrected words of a half-open run of source words, with the source index of each.

        Added words have no index. An addition belongs to the run that begins at, or goes through, its place.
        """
        words: list[str] = []
        origins: list[int | None] = []
        position = start
        first = bisect_left(self.edits, start, key=lambda edit: edit.start)
        for edit in self.edits[first:]:
            if edit.start >= end:
                break
            words += self.source.words[position : edit.start]
            origins += range(position, edit.start)
            words += edit.words
            origins += _origins(edit)
            position = edit.end
        words += self.source.words[position:end]
        origins += range(position, end)
        return words, origins


def _origins(edit: Edit) -> list[int | None]:
    """The source word behind each of an edit's words; the last one serves any words beyond."""
    if edit.start == edit.end:
        return [None] * len(edit.words)
    return [min(edit.start + i, edit.end - 1) for i in range(len(edit.words))]


def correct(source: Words, corrections: Iterable[Correction]) -> Corrected:
    """Find the place of every correction in its source; each must fit exactly once on its line."""
    edits: list[Edit] = []
    reordered: list[int] = []
    problems: list[str] = []
    for correction in corrections:
        if correction.kind is Kind.REORDER:
            if correction.line in reordered:
                problems.append(f"correction listed twice: {correction}")
            reordered.append(correction.line)
            continue
        places = source.find(correction.anchor, correction.line)
        if len(places) != 1:
            problems.append(_misfit(correction, source, len(places)))
            continue
        edits.append(_edit(correction, places[0]))
    edits.sort(key=lambda edit: (edit.start, edit.end))
    kept, clashes = _without_overlap(edits)
    return Corrected(source, tuple(kept), frozenset(reordered), (*problems, *clashes))


def _edit(correction: Correction, start: int) -> Edit:
    if correction.kind is Kind.ADD:
        return Edit(start, start, correction.words, correction)
    return Edit(start, start + len(correction.words), correction.replacement, correction)


def _misfit(correction: Correction, source: Words, count: int) -> str:
    phrase = shorten(correction.anchor)
    where = f"“{phrase}” stands {count} times on source line {correction.line}, not once"
    elsewhere = [
        n for n in dict.fromkeys(source.lines) if n != correction.line and source.find(correction.anchor, n)
    ]
    hint = ""
    if elsewhere and not count:
        hint = f" (found on line {', '.join(map(str, elsewhere[:5]))})"
    return f"unused or unclear correction: {correction}: {where}{hint}"


def _without_overlap(edits: Sequence[Edit]) -> tuple[list[Edit], list[str]]:
    kept: list[Edit] = []
    problems: list[str] = []
    reach = 0
    for edit in edits:
        before_omission = bool(kept) and kept[-1].start == edit.start and not edit.words
        if edit.start < reach or before_omission:
            problems.append(f"correction touches words that another one changes: {edit.correction}")
            continue
        kept.append(edit)
        reach = edit.end
    return kept, problems
