"""The words of a text: what is left of it when the marks that are not words are taken away."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.patterns import lazy_regex

_MARKERS = lazy_regex(r"(?:[ \t]*(?:#{1,6}|>|[-•]|(?<=[-•] )o)(?:[ \t]+|$))*")
"""Heading hashes, quotation marks of a block, bullets; "o" is a bullet's glyph only after a bullet."""
_INLINE = lazy_regex(r"\*+|</?[biu]>")
_TOKEN = lazy_regex(r"\S+")
_KEPT = 16
"""Texts whose words are kept: a corpus is checked and read one after the other, each text twice."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, in order; the sequences are parallel."""

    words: list[str]
    """Punctuation and case kept, emphasis and tags removed."""
    starts: list[int]
    """Character offset at which each word, with its marks, begins in the text."""
    ends: list[int]
    """Offset just after each word and its marks."""
    lines: list[int]
    """Line of each word, from 1; does not decrease."""
    breaks: frozenset[int]
    """Indices of the words that begin a line or a tab-separated cell of a table."""

    def __len__(self) -> int:
        return len(self.words)

    def on_line(self, line: int) -> range:
        """Indices of the words that stand on a line."""
        return range(bisect_left(self.lines, line), bisect_right(self.lines, line))

    def find(self, phrase: Sequence[str], line: int) -> list[int]:
        """Indices on a line at which a phrase begins; the phrase may run on to the lines below."""
        wanted = list(phrase)
        return [i for i in self.on_line(line) if self.words[i : i + len(wanted)] == wanted]


@lru_cache(maxsize=_KEPT)
def split_words(text: str) -> Words:
    """Split a source or an edition into words; those who ask for the same text share them and change nothing.

    Lines end at "\\n" alone, as an editor counts them: a form feed in a source does not shift the numbers.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    lines: list[int] = []
    breaks: list[int] = []
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        first = len(words)
        marked = "*" in line or "<" in line
        previous = 0
        for token in _TOKEN.finditer(line, _body(line)):
            word = _INLINE.sub("", token.group()) if marked else token.group()
            if not word:
                continue
            start, end = token.span()
            if len(words) == first or "\t" in line[previous:start]:
                breaks.append(len(words))
            previous = end
            words.append(word)
            starts.append(offset + start)
            ends.append(offset + end)
        lines.extend([number] * (len(words) - first))
        offset += len(line) + 1
    return Words(words, starts, ends, lines, frozenset(breaks))


def _body(line: str) -> int:
    """Offset in a line at which its words begin."""
    match = _MARKERS.match(line)
    return match.end() if match else 0
