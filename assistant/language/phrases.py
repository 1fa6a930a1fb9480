"""Lists of phrases as one pattern, made when it is first looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from corpus.patterns import compiled


class Phrases:
    """Phrases of which any may stand in a text, in either case."""

    def __init__(self, *phrases: str, before: str = "", after: str = "", whole_words: bool = True) -> None:
        """
        Args:
            phrases: pieces of a regular expression, each one phrase or several divided by ``|``.
            before: what stands in front of any of them, as a regular expression.
            after: what stands behind any of them.
            whole_words: whether a phrase begins and ends with a word; where not, each says so itself.
        """
        self._phrases, self._before, self._after = phrases, before, after
        self._whole_words = whole_words
        self._latest: tuple[str, re.Match[str] | None] | None = None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern of all phrases; the first that fits is found where several begin together."""
        joined = f"(?:{'|'.join(self._phrases)})"
        middle = rf"\b{joined}(?!\w)" if self._whole_words else joined
        return compiled(f"{self._before}{middle}{self._after}", re.IGNORECASE)

    def of(self, names: dict[str, str]) -> Phrases:
        """The same phrases with each of some placeholders replaced by what it stands for."""

        def named(text: str) -> str:
            for placeholder, meant in names.items():
                text = text.replace(placeholder, meant)
            return text

        before, after = named(self._before), named(self._after)
        return Phrases(*map(named, self._phrases), before=before, after=after, whole_words=self._whole_words)

    def search(self, text: str) -> re.Match[str] | None:
        """The first phrase in a text."""
        latest = self._latest  # one question is looked at by many, and some look twice
        if latest is None or latest[0] is not text:
            self._latest = latest = (text, self.pattern.search(text))
        return latest[1]

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The phrase that a text begins with, or that begins at a place of it."""
        return self.pattern.match(text, start)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every phrase in a text, in order."""
        return self.pattern.finditer(text)

    def removed(self, text: str) -> str:
        """A text without the phrases."""
        return self.pattern.sub("", text)

    def blanked(self, text: str) -> str:
        """A text of the same length, with spaces where the phrases stood."""
        return self.pattern.sub(lambda m: " " * len(m[0]), text)
