"""What conversations have told of people, remembered as keyed hashes so that it is known again and never read out."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from assistant.notices import Finding, Kind
from assistant.notices.identifiers import table
from assistant.notices.names import is_public

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST = 12
"""Tokens of what is remembered at most."""


class Remembered:
    """Personal data of each conversation, in memory only; safe to share by threads."""

    def __init__(self, public_names: frozenset[str]) -> None:
        self._public = public_names
        self._key = os.urandom(16)
        self._known: dict[str, dict[bytes, Kind]] = {}

    def add(self, conversation: str, found: Iterable[Finding]) -> None:
        """Remember what was found in a conversation."""
        if marks := {self._mark(words): kind for words, kind in self._told(found)}:
            self._known.setdefault(conversation, {}).update(marks)

    def hidden(self, conversation: str, text: str) -> str:
        """The text with what is remembered replaced by markers; the longest first, however it is spaced."""
        known = self._known.get(conversation)
        if not known:
            return text
        made, done = "", 0
        tokens = list(_TOKEN.finditer(text))
        at = 0
        while at < len(tokens):
            length, kind = self._here(tokens, at, known)
            if kind:
                end = tokens[at + length - 1].start() + len(_bare(tokens[at + length - 1][0]))
                made += text[done : tokens[at].start()] + marker(kind)
                done = end
            at += length
        return made + text[done:]

    def forget(self, conversations: Iterable[str]) -> None:
        """Drop what is remembered of conversations."""
        for conversation in conversations:
            self._known.pop(conversation, None)

    def _here(
        self, tokens: Sequence[re.Match[str]], at: int, known: dict[bytes, Kind]
    ) -> tuple[int, Kind | None]:
        """How many tokens from here on are known, and as what; one and None where none are."""
        words = [_bare(t[0]) for t in tokens[at : at + _LONGEST]]
        for length in range(len(words), 0, -1):
            joined = "".join(words[:length])
            kind = known.get(self._mark(joined)) or known.get(self._mark(joined.casefold()))
            if kind:
                return length, kind
        return 1, None

    def _told(self, found: Iterable[Finding]) -> Iterator[tuple[str, Kind]]:
        """Names whole and word by word, everyday words only as written; streets also without house or town."""
        everyday = frozenset(table()["names"]["everyday"])
        for finding in found:
            words = [_bare(w) for w in _TOKEN.findall(finding.text)][:_LONGEST]
            if finding.kind is not Kind.PERSON_NAME or len(words) > 1:
                yield "".join(words).casefold(), finding.kind
            if finding.kind is Kind.ADDRESS:
                pairs = [(i, j) for i in range(len(words)) for j in range(i + 2, len(words) + 1)]
                yield from (("".join(words[i:j]).casefold(), finding.kind) for i, j in pairs)
            if finding.kind is Kind.PERSON_NAME:
                told = [w for w in words if len(w) > 2 and not is_public(w, self._public)]
                yield from ((w if w.casefold() in everyday else w.casefold(), finding.kind) for w in told)

    def _mark(self, words: str) -> bytes:
        plain = unicodedata.normalize("NFKC", words).replace("’", "'").encode("utf-8", "replace")
        return hashlib.blake2b(plain, key=self._key, digest_size=16).digest()


def marker(kind: Kind) -> str:
    """What stands in the place of personal data: "[name]"."""
    return str(table()["markers"][kind])


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)
