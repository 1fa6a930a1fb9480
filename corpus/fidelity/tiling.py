"""Find the reading order: tile an edition with the longest runs of corrected source words."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.fidelity.corrected import Corrected
from corpus.fidelity.record import Run, make_run

_SEED = 4
"""Words that must agree for a first match; common single words would give millions of pairs."""

Tile = tuple[int, int, int]
"""Start in the first text, start in the second, length."""


def find_runs(corrected: Corrected, edition: Sequence[str]) -> list[Run] | None:
    """The runs of source words whose corrected words are the edition's, few and long, always the same.

    None where the words differ or where the edition parts words that a correction holds together.
    """
    source = corrected.source
    words, starts = _units(corrected)
    breaks = {k for k, start in enumerate(starts) if start in source.breaks}
    tiles = tile(words, edition, breaks)
    if sum(length for _, _, length in tiles) != len(words) or len(words) != len(edition):
        return None
    cuts = sorted(start for start, _, _ in tiles)
    if any(k and starts[k] == starts[k - 1] for k in cuts):
        return None
    ends = dict(zip(cuts, [*(starts[k] for k in cuts[1:]), len(source)], strict=True))
    return [make_run(source, starts[a] if a else 0, ends[a]) for a, _, _ in tiles]


def _units(corrected: Corrected) -> tuple[list[str], list[int]]:
    """The corrected source, and for each word the source index at which a cut before it would fall."""
    words, origins = corrected.read(0, len(corrected.source))
    starts: list[int] = []
    following = len(corrected.source)
    for origin in reversed(origins):
        if origin is not None:
            following = origin
        starts.append(following)
    starts.reverse()
    inside = {i: edit.start for edit in corrected.edits for i in range(edit.start, edit.end)}
    return words, [inside.get(start, start) for start in starts]


def tile(first: Sequence[str], second: Sequence[str], breaks: set[int]) -> list[Tile]:
    """Cover two texts with common runs, longest first, in the order of the second text.

    Of equally long runs the one that begins and ends at ``breaks`` of the first text is taken, then the
    earliest.
    """
    used_first, used_second = [False] * len(first), [False] * len(second)
    tiles: list[Tile] = []
    for seed in (_SEED, 1):
        heap = [_entry(m, breaks) for m in _matches(first, second, used_first, used_second, seed)]
        heapq.heapify(heap)
        while heap:
            a, b, length = heapq.heappop(heap)[-1]
            free = list(_free(a, b, length, used_first, used_second))
            if free != [(a, b, length)]:
                for piece in free:
                    if piece[2] >= seed:
                        heapq.heappush(heap, _entry(piece, breaks))
                continue
            used_first[a : a + length] = [True] * length
            used_second[b : b + length] = [True] * length
            tiles.append((a, b, length))
    return _in_order(_joined(sorted(tiles, key=lambda t: t[1])), second)


def _entry(match: Tile, breaks: set[int]) -> tuple[int, int, int, int, Tile]:
    a, b, length = match
    return (-length, -((a in breaks) + (a + length in breaks)), b, a, match)


def _matches(
    first: Sequence[str], second: Sequence[str], used_first: list[bool], used_second: list[bool], seed: int
) -> Iterator[Tile]:
    """Every longest common run of at least ``seed`` unused words."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for a in range(len(first) - seed + 1):
        if not any(used_first[a : a + seed]):
            places[tuple(first[a : a + seed])].append(a)
    for b in range(len(second) - seed + 1):
        if any(used_second[b : b + seed]):
            continue
        for a in places.get(tuple(second[b : b + seed]), ()):
            before = a and b and not used_first[a - 1] and not used_second[b - 1]
            if before and first[a - 1] == second[b - 1]:
                continue
            yield a, b, _length(first, second, a, b, used_first, used_second)


def _length(
    first: Sequence[str],
    second: Sequence[str],
    a: int,
    b: int,
    used_first: list[bool],
    used_second: list[bool],
) -> int:
    length = 0
    while a + length < len(first) and b + length < len(second):
        i, j = a + length, b + length
        if first[i] != second[j] or used_first[i] or used_second[j]:
            break
        length += 1
    return length


def _free(a: int, b: int, length: int, used_first: list[bool], used_second: list[bool]) -> Iterator[Tile]:
    """The stretches of a match of which neither side is taken yet."""
    begun: int | None = None
    for k in range(length + 1):
        taken = k == length or used_first[a + k] or used_second[b + k]
        if taken and begun is not None:
            yield a + begun, b + begun, k - begun
            begun = None
        elif not taken and begun is None:
            begun = k


def _joined(tiles: list[Tile]) -> list[Tile]:
    """Tiles that continue one another, as one."""
    joined: list[Tile] = []
    for a, b, length in tiles:
        if joined and (joined[-1][0] + joined[-1][2], joined[-1][1] + joined[-1][2]) == (a, b):
            a, b, length = joined[-1][0], joined[-1][1], joined[-1][2] + length
            joined.pop()
        joined.append((a, b, length))
    return joined


def _in_order(tiles: list[Tile], second: Sequence[str]) -> list[Tile]:
    """Runs of the same words in the order of the first text: each row of a table keeps its own headings."""
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for a, b, length in tiles:
        alike[tuple(second[b : b + length])].append(a)
    sources = {words: iter(sorted(starts)) for words, starts in alike.items()}
    return _joined([(next(sources[tuple(second[b : b + length])]), b, length) for _, b, length in tiles])
