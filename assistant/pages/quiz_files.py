"""The quiz as a file of any format, made once for each quiz and format."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

from assistant.quiz.formats import FORMATS, Job, Written
from assistant.quiz.model import Quiz
from corpus import Corpus
from corpus.patterns import lazy_regex

_NAME = lazy_regex(r"[^a-z0-9]+")


@lru_cache(maxsize=16)
def written(quiz: Quiz, name: str, corpus: Corpus) -> Written:
    """The quiz in the format of this name.

    Raises:
        KeyError: there is no such format.
    """
    return FORMATS[name].write(Job(quiz, corpus.document, datetime.now(UTC)))


def file_name(quiz: Quiz, name: str) -> str:
    """What the browser saves it as."""
    words = _NAME.sub("-", quiz.title.lower()).strip("-")[:60] or "quiz"
    sheet = "-answers" if name.endswith("-answers") else ""
    return f"{words}-seed-{quiz.seed}{sheet}{FORMATS[name].suffix}"
