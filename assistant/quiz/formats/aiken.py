"""Aiken: a question on one line, its options below it, one of them right; no place for an explanation.

Source: Moodle's documentation of the format and its importer, which tells the lines apart by how they begin.
"""

from __future__ import annotations

import re
import string

from assistant.quiz.formats.model import Job
from assistant.quiz.model import Item, Kind
from assistant.rendering.plain import one_line
from corpus.patterns import lazy_regex

_KINDS = (Kind.CHOICE, Kind.TRUE_FALSE)
_NO_QUESTION = lazy_regex(r"[A-Za-z] ?[).]|ANSWER ?:", re.IGNORECASE)
#: Importers pass over a line of a single character.
_SHORTEST = 2


def write_aiken(job: Job) -> bytes:
    """Single choice and true or false as UTF-8 text."""
    return "\n".join(map(_block, job.quiz.items)).encode()


def aiken_hindrance(item: Item) -> str | None:
    """Why Aiken cannot hold an item; None where it can."""
    if item.kind not in _KINDS:
        return "Aiken holds single choice and true or false only"
    stem = one_line(item.stem)
    if _NO_QUESTION.match(stem) or len(stem) < _SHORTEST:
        return "their question would be read as an option or an answer"
    if len(item.options) > len(string.ascii_uppercase):
        return "Aiken has letters for 26 options"
    if not all(map(one_line, item.options)):
        return "an option is empty"
    return None


def _block(item: Item) -> str:
    letters = dict(zip(item.options, string.ascii_uppercase, strict=False))
    options = [f"{letters[option]}. {one_line(option)}" for option in item.options]
    return "\n".join((one_line(item.stem), *options, f"ANSWER: {letters[item.key[0]]}", ""))
