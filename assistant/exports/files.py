"""Files to take away: a safe name, a type, and the bytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.conversations.model import Conversation, Turn
from assistant.exports.papers import answer_paper, conversation_paper
from assistant.model import Answer
from assistant.rendering import Format, Paper
from corpus import Corpus

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file for somebody's downloads."""

    name: str
    """Lower-case ASCII letters, digits, hyphens and one dot: safe on every system and in every shell."""
    mime: str
    content: bytes


def answer_file(
    answer: Answer, corpus: Corpus, form: Format, made: datetime, asked: datetime | None = None
) -> ExportFile:
    """One answer in a format; for the arguments see ``answer_paper``."""
    return _file("answer", answer_paper(answer, corpus, made, asked), form)


def conversation_file(
    conversation: Conversation, turns: Sequence[Turn], corpus: Corpus, form: Format, made: datetime
) -> ExportFile:
    """A conversation in a format; for the arguments see ``conversation_paper``."""
    return _file("conversation", conversation_paper(conversation, turns, corpus, made), form)


def file_name(lead: str, paper: Paper, suffix: str) -> str:
    """A name from the title and the day: "answer-when-is-recommendation-14-due-2026-11-22.docx"."""
    letters = unicodedata.normalize("NFKD", paper.title).encode("ascii", "ignore").decode("ascii").lower()
    stem = "-".join(re.findall(r"[a-z0-9]+", letters.replace("'", "")))
    if len(stem) > _LONGEST:
        stem = stem[: _LONGEST + 1].rpartition("-")[0] or stem[:_LONGEST]
    return "-".join(filter(None, (lead, stem, f"{paper.made:%Y-%m-%d}"))) + suffix


def _file(lead: str, paper: Paper, form: Format) -> ExportFile:
    return ExportFile(file_name(lead, paper, form.suffix), form.mime, form.write(paper))
