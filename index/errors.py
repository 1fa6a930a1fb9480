"""What can go wrong with an index, in words that name the command that mends it."""

from __future__ import annotations

from corpus.errors import FixableError
from index.addresses import without_credentials
from index.settings import SERVER_VARIABLE

REBUILD = "Run: assistant index build"


class MissingIndex(FixableError):
    """There is no index at the location."""


class StaleIndex(FixableError):
    """The index was made from another corpus, model or version than the program has now."""


class DamagedIndex(FixableError):
    """The files of the index cannot be read, or do not belong together."""


class UnwritableIndex(FixableError):
    """The index cannot be written: the folder is read-only, the disk is full, or another build holds it."""


class NoServer(FixableError):
    """The Chroma server that is to hold the vectors does not answer, or does not do what it is asked."""


class ModelUnavailable(FixableError):
    """The embedding model is not installed, is damaged or cannot be loaded."""


def one_line(error: BaseException) -> str:
    """The message of an error in one line, or the name of its class where it has none."""
    return " ".join(str(error).split()) or type(error).__name__


def no_server(url: str, error: BaseException) -> NoServer:
    """The error for a Chroma server that cannot be used; ``error`` is what came of trying."""
    return NoServer(
        f"The Chroma server at {without_credentials(url)} cannot be used "
        f"({without_credentials(one_line(error))[:200]}). "
        f"Start it, or keep the vectors here. Run: unset {SERVER_VARIABLE}"
    )


def unwritable(location: object, error: BaseException) -> UnwritableIndex:
    """The error for a location that does not take files; ``error`` is what the system said."""
    said = getattr(error, "strerror", None) or one_line(error)
    return UnwritableIndex(
        f"The index cannot be written at {location} ({said}); the disk may be full or read-only. "
        "Free some space or choose another folder. Run: ASSISTANT_HOME=FOLDER assistant index build"
    )
