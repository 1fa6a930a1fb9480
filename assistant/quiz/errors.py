"""What can be wrong with the quiz that somebody asks for."""

from __future__ import annotations

from corpus.errors import FixableError


class QuizError(FixableError):
    """No such quiz can be made; the message says what there is."""


class UnknownChoice(Exception):
    """A theme, recommendation or document that the corpus does not have; the message names those it has."""
