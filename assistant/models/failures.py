"""What can go wrong between a question and a model's reply, told in one line each."""

from __future__ import annotations

import email.utils
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from index.addresses import without_credentials


class Kind(StrEnum):
    """Why there is no explanation."""

    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    KEY = "key"
    NOT_FOUND = "not_found"
    BUSY = "busy"
    TOO_LONG = "too_long"
    SERVER = "server"
    CUT = "cut"
    EMPTY = "empty"
    ENDLESS = "endless"
    MALFORMED = "malformed"
    CANCELLED = "cancelled"
    UNSUPPORTED = "unsupported"
    SILENT = "silent"


_LINES: Mapping[Kind, str] = {
    Kind.TIMEOUT: "the model did not answer in time",
    Kind.UNREACHABLE: "the model's server could not be reached",
    Kind.KEY: "the model's service did not take the key",
    Kind.NOT_FOUND: "the service does not have that model",
    Kind.BUSY: "the model's service had too many requests",
    Kind.TOO_LONG: "the passages were too long for the model",
    Kind.SERVER: "the model's server had an error",
    Kind.CUT: "the model's reply broke off",
    Kind.EMPTY: "the model's reply was empty",
    Kind.ENDLESS: "the model's reply did not end",
    Kind.MALFORMED: "the model's reply could not be read",
    Kind.CANCELLED: "it was cancelled",
    Kind.SILENT: "it found nothing in the passages to add",
    Kind.UNSUPPORTED: "the guidance supports too little of what the model wrote",
}
#: Worth another attempt, after a while.
_PASSING = frozenset({Kind.UNREACHABLE, Kind.BUSY, Kind.SERVER})
_TOO_LONG = (
    "context_length",
    "context length",
    "context size",
    "context window",
    "too many tokens",
    "prompt is too long",
    "maximum context",
)
_BY_STATUS = {
    400: Kind.MALFORMED, 401: Kind.KEY, 403: Kind.KEY, 404: Kind.NOT_FOUND, 408: Kind.TIMEOUT,
    413: Kind.TOO_LONG, 429: Kind.BUSY, 529: Kind.BUSY,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a model gave no explanation."""

    kind: Kind
    detail: str = ""
    """What the service said, for the command line alone; never part of an answer."""
    retry_after: float | None = None
    """Seconds that the service asked to wait; None where it said nothing of it."""

    @property
    def line(self) -> str:
        """ "No explanation: the model did not answer in time." """
        return f"No explanation by the language model: {_LINES[self.kind]}."

    @property
    def passing(self) -> bool:
        """Whether another attempt may do better."""
        return self.kind in _PASSING


class ModelFailed(Exception):
    """A request failed for good."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.line)
        self.failure = failure


def failure_of(error: BaseException, *, begun: bool) -> Failure:
    """The failure that an error of a client library stands for.

    The libraries have no errors in common, but all keep the HTTP status and name their errors alike.

    Args:
        error: as raised, its causes linked to it.
        begun: whether some of the reply had come already.
    """
    causes = list(_causes(error))
    detail = without_credentials(" ".join(str(error).split()))[:300]
    if any(word in str(e).lower() for e in causes for word in _TOO_LONG):
        return Failure(Kind.TOO_LONG, detail)
    status = next((s for e in causes if (s := _status(e)) is not None), None)
    if status is not None:
        kind = _BY_STATUS.get(status, Kind.SERVER if status >= 500 else Kind.MALFORMED)
        return Failure(kind, detail, next((w for e in causes if (w := _wait(e)) is not None), None))
    if any(isinstance(e, TimeoutError) or "timeout" in type(e).__name__.lower() for e in causes):
        return Failure(Kind.TIMEOUT, detail)
    if any(isinstance(e, json.JSONDecodeError | UnicodeDecodeError) for e in causes):
        return Failure(Kind.MALFORMED, detail)
    names = " ".join(type(e).__name__ for e in causes)
    if "Protocol" in names or "ReadError" in names or "IncompleteRead" in names or "Decoding" in names:
        return Failure(Kind.CUT, detail)
    if "Connect" in names or any(isinstance(e, ConnectionError | OSError) for e in causes):
        return Failure(Kind.CUT if begun else Kind.UNREACHABLE, detail)
    return Failure(Kind.MALFORMED, f"{type(error).__name__}: {detail}")


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = following.__cause__ or following.__context__


def _status(error: BaseException) -> int | None:
    for holder in (error, getattr(error, "response", None)):
        status = getattr(holder, "status_code", None)
        if isinstance(status, int) and status >= 400:
            return status
    return None


def _wait(error: BaseException) -> float | None:
    """Seconds of a Retry-After header, which is a number or a date."""
    headers = getattr(getattr(error, "response", None), "headers", None)
    value = headers.get("retry-after") if headers is not None else None
    if value is None:
        return None
    try:
        return max(0.0, float(value))
    except ValueError:
        parsed = email.utils.parsedate_tz(value)
        return max(0.0, email.utils.mktime_tz(parsed) - time.time()) if parsed else None
