"""Answers and conversations to take away, as Markdown, Word and PDF."""

from __future__ import annotations

from assistant.exports.files import ExportFile, answer_file, conversation_file
from assistant.exports.papers import answer_paper, conversation_paper

__all__ = ["ExportFile", "answer_file", "answer_paper", "conversation_file", "conversation_paper"]
