"""Errors that the person at the keyboard can put right."""

from __future__ import annotations


class FixableError(Exception):
    """A problem that the user can mend; its message is one line that names the command to run."""


class CorpusError(FixableError):
    """The corpus on disk is missing, damaged or fails its check."""
