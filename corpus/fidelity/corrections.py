"""The reviewed list of corrections: every place where an edition may differ from its source, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from corpus.catalogue import parse_yaml
from corpus.errors import CorpusError

FILE = "corrections.yaml"


class Kind(StrEnum):
    """What a correction does to the words of the source."""

    REPLACE = "replace"
    """``words`` are misprinted and stand as ``with`` in the edition."""
    SPLIT = "split"
    """``words`` were run together; ``with`` holds the same characters as more words."""
    JOIN = "join"
    """``words`` were broken apart; ``with`` holds the same characters as fewer words."""
    OMIT = "omit"
    """``words`` are left out of the edition."""
    ADD = "add"
    """``words`` are restored in front of the words ``before``."""
    REORDER = "reorder"
    """The line was printed out of reading order, so a run of the record may begin or end within it."""


_KEYS: dict[Kind, frozenset[str]] = {
    Kind.REPLACE: frozenset({"words", "with"}),
    Kind.SPLIT: frozenset({"words", "with"}),
    Kind.JOIN: frozenset({"words", "with"}),
    Kind.OMIT: frozenset({"words"}),
    Kind.ADD: frozenset({"words", "before"}),
    Kind.REORDER: frozenset(),
}
_COMMON = frozenset({"document", "kind", "line", "reason"})


class Malformed(ValueError):
    """An entry of the list says too little, too much or nonsense."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of the list."""

    document: str
    kind: Kind
    line: int
    """Line of the source, from 1, on which ``words`` (for an addition, ``before``) begin."""
    reason: str
    words: tuple[str, ...] = ()
    replacement: tuple[str, ...] = ()
    """The ``with`` of the file; empty unless the kind is replace, split or join."""
    before: tuple[str, ...] = ()
    """For an addition, words of the source that it is set in front of."""

    @property
    def anchor(self) -> tuple[str, ...]:
        """The words to be found in the source."""
        return self.before if self.kind is Kind.ADD else self.words

    def __str__(self) -> str:
        words = shorten(self.words)
        return f"{self.kind}{f' “{words}”' if words else ''} at source line {self.line}"


def shorten(words: tuple[str, ...] | list[str], limit: int = 6) -> str:
    """The words as one text, the middle left out where there are more than ``limit``."""
    if len(words) <= limit:
        return " ".join(words)
    return " ".join(words[: limit // 2]) + " … " + " ".join(words[-(limit - limit // 2) :])


def load_corrections(folder: Path) -> dict[str, tuple[Correction, ...]]:
    """Read the corrections of a corpus folder, by document, in the order of the file; none without the file.

    Raises:
        CorpusError: the file cannot be read or an entry is not well formed.
    """
    path = folder / FILE
    try:
        corrections = _parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, yaml.YAMLError) as error:
        what = " ".join(str(error).split())
        raise CorpusError(f"{path}: {what}. Mend it, then run: assistant corpus check") from error
    found: dict[str, tuple[Correction, ...]] = {}
    for correction in corrections:
        found[correction.document] = (*found.get(correction.document, ()), correction)
    return found


@lru_cache(maxsize=4)
def _parse(text: str) -> tuple[Correction, ...]:
    """The list in a file's text; kept, because every document of a corpus asks for it at start."""
    entries = parse_yaml(text)
    if not isinstance(entries, list):
        raise Malformed("not a list of corrections")
    corrections: list[Correction] = []
    for number, entry in enumerate(entries, 1):
        try:
            corrections.append(_correction(entry))
        except Malformed as error:
            raise Malformed(f"entry {number}: {error}") from None
    return tuple(corrections)


def _correction(entry: Any) -> Correction:
    if not isinstance(entry, dict):
        raise Malformed("not a mapping")
    try:
        kind = Kind(str(entry.get("kind")))
    except ValueError:
        raise Malformed(f"kind {entry.get('kind')!r} is none of {', '.join(Kind)}") from None
    odd = set(entry) ^ (_COMMON | _KEYS[kind])
    if odd:
        raise Malformed(f"missing or unknown keys for {kind}: {', '.join(sorted(map(str, odd)))}")
    line = entry["line"]
    if not isinstance(line, int) or isinstance(line, bool) or line < 1:
        raise Malformed(f"line must be a number from 1, not {line!r}")
    texts = {key: _text(entry, key) for key in ("document", "reason", *_KEYS[kind])}
    words, replacement = _split(texts.get("words")), _split(texts.get("with"))
    if kind in (Kind.REPLACE, Kind.SPLIT, Kind.JOIN):
        _require_change(kind, words, replacement)
    before = _split(texts.get("before"))
    return Correction(texts["document"], kind, line, texts["reason"], words, replacement, before)


def _text(entry: dict[str, Any], key: str) -> str:
    value = entry[key]
    if not isinstance(value, str) or not value.strip():
        raise Malformed(f"{key} must be a text (put numbers in quotation marks), not {value!r}")
    return value


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(text.split()) if text else ()


def _require_change(kind: Kind, words: tuple[str, ...], replacement: tuple[str, ...]) -> None:
    if words == replacement:
        raise Malformed(f"{kind} changes nothing")
    same_characters = "".join(words) == "".join(replacement)
    if kind is Kind.REPLACE and same_characters:
        raise Malformed("this is a split or a join, not a replacement")
    if kind is not Kind.REPLACE and not same_characters:
        raise Malformed(f"a {kind} must keep every character")
    if kind is Kind.SPLIT and len(replacement) <= len(words):
        raise Malformed("a split must give more words")
    if kind is Kind.JOIN and len(replacement) >= len(words):
        raise Malformed("a join must give fewer words")
