"""A reply cut into sentences as it comes, each handed on as soon as its end is certain."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.gate.text import sentence_ends, sentences
from corpus.patterns import lazy_regex

_BULLET = lazy_regex(r"^\s*(?:[-*•>#]+|\d{1,2}[.)])\s+")
_ENDED = lazy_regex(r"[.?!][”\"')*_]*\s*(?:\[[^\]]*\]\s*)*$|\][.?!]*\s*$")
_QUOTE_MARKS = str.maketrans({"„": "“", "«": "“", "»": "”"})


class Sentences:
    """Takes pieces of text, cut anywhere; what comes out does not depend on where they were cut."""

    def __init__(self) -> None:
        self._waiting = ""
        self._begins = True
        """Whether what waits is the beginning of a line."""

    def feed(self, piece: str) -> Iterator[str]:
        """The sentences that are complete with this piece."""
        self._waiting += piece.translate(_QUOTE_MARKS).replace("\r", "\n")
        while "\n" in self._waiting:
            line, _, self._waiting = self._waiting.partition("\n")
            yield from sentences(self._listed(line))
            self._begins = True
        text = self._listed(self._waiting)
        if _open(text):
            return
        start, last = 0, len(text.rstrip())
        for end in sentence_ends(text):
            if end < last:
                yield text[start:end].strip()
                start = end
        if start:
            self._waiting, self._begins = text[start:], False

    def close(self) -> Iterator[str]:
        """What is left at the end of the reply; a sentence without its full stop is none."""
        left, self._waiting = self._listed(self._waiting), ""
        yield from (s for s in sentences(left) if _ENDED.search(s))

    def _listed(self, line: str) -> str:
        """A line without the mark of a list."""
        return _BULLET.sub("", line) if self._begins else line


def _open(text: str) -> bool:
    """Whether a quotation has begun and not ended: its full stops are not the sentence's."""
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1
