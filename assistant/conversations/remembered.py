"""What conversations have told of people, remembered as keyed hashes so that it is known again and never read out.

The key is the conversation's own id, so that the marks of names that a store keeps are known again after a restart,
and the same name looks different in another conversation.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assistant.notices import Finding, Kind
from assistant.notices.identifiers import table
from assistant.notices.names import is_public
from corpus.patterns import lazy_regex

_TOKEN = lazy_regex(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = lazy_regex(r"['’]s?$")
_LONGEST = 12
"""Tokens of what is remembered at most."""


class Remembered:
    """Personal data of each conversation, in memory; safe to share by threads."""

    def __init__(self, public_names: frozenset[str]) -> None:
        self._public = public_names
        self._known: dict[str, dict[str, Kind]] = {}

    def add(self, conversation: str, found: Iterable[Finding]) -> None:
        """Remember what was found in a conversation."""
        if marks := {_mark(conversation, words): kind for words, kind in self._told(found)}:
            self._known.setdefault(conversation, {}).update(marks)

    def names(self, conversation: str) -> frozenset[str]:
        """The marks of names, which may be kept: other personal data is known by its form wherever it stands."""
        known = self._known.get(conversation, {})
        return frozenset(mark for mark, kind in known.items() if kind is Kind.PERSON_NAME)

    def recall(self, conversation: str, names: Iterable[str]) -> None:
        """Take up marks of names that were kept."""
        if marks := dict.fromkeys(names, Kind.PERSON_NAME):
            self._known[conversation] = marks | self._known.get(conversation, {})

    def hidden(self, conversation: str, text: str) -> str:
        """The text with what is remembered replaced by markers; the longest first, however it is spaced."""
        known = self._known.get(conversation)
        if not known:
            return text
        made, done = "", 0
        tokens = list(_TOKEN.finditer(text))
        at = 0
        while at < len(tokens):
            length, kind = _here(conversation, tokens, at, known)
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


def _here(
    conversation: str, tokens: Sequence[re.Match[str]], at: int, known: Mapping[str, Kind]
) -> tuple[int, Kind | None]:
    """How many tokens from here on are known, and as what; one and None where none are."""
    words = [_bare(t[0]) for t in tokens[at : at + _LONGEST]]
    for length in range(len(words), 0, -1):
        joined = "".join(words[:length])
        for form in dict.fromkeys((joined, joined.casefold())):
            if kind := known.get(_mark(conversation, form)):
                return length, kind
    return 1, None


def _mark(conversation: str, words: str) -> str:
    plain = unicodedata.normalize("NFKC", words).replace("’", "'").encode("utf-8", "replace")
    return hashlib.blake2b(plain, key=conversation.encode()[:64], digest_size=16).hexdigest()


def marker(kind: Kind) -> str:
    """What stands in the place of personal data: "[name]"."""
    return str(table()["markers"][kind])


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)
