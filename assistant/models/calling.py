"""One request to a model: pieces of text as they come, within a bounded time, and what it cost."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assistant.models.failures import Failure, Kind, ModelFailed, failure_of

if TYPE_CHECKING:
    from langchain_core.callbacks import BaseCallbackHandler
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

#: Characters of a reply after which it is taken not to end.
LONGEST = 6000
ATTEMPTS = 3
#: Seconds before the second attempt where the service does not say; doubled for each further one.
BACK_OFF = 0.5
#: Seconds between two looks at whether the person has cancelled.
_LOOK = 0.05


@dataclass(slots=True)
class Usage:
    """What one request cost, its further attempts included; filled as it goes on."""

    input_tokens: int | None = None
    """None where the service does not say."""
    output_tokens: int | None = None
    attempts: int = 0
    seconds: float = 0.0
    first_seconds: float | None = None
    """Until the first text came; None where none did."""

    def add(self, told: Mapping[str, int]) -> None:
        """Add the tokens of one attempt."""
        if told:
            self.input_tokens = (self.input_tokens or 0) + told["input_tokens"]
            self.output_tokens = (self.output_tokens or 0) + told["output_tokens"]


@dataclass(frozen=True, slots=True)
class Caller:
    """How a model is called."""

    model: BaseChatModel
    seconds: float
    """In all, retries and waiting included."""
    ends: bool = False
    """Whether the service says that a reply is complete, so that one without that word was cut."""
    trace: bool = False
    """Whether LangChain's own tracing may run where its variables ask for it."""
    callbacks: Sequence[BaseCallbackHandler] = ()
    """Callbacks of LangChain that hear of each request."""
    sleep: Callable[[threading.Event, float], bool] = field(default=threading.Event.wait)
    """Waits, or returns true as soon as the person cancels."""

    def stream(
        self, messages: list[BaseMessage], usage: Usage, cancelled: threading.Event | None = None
    ) -> Iterator[str]:
        """The reply in pieces.

        Raises:
            ModelFailed: there is no reply, or it broke off; pieces that came before are worth nothing.
        """
        cancelled = cancelled or threading.Event()
        start = time.monotonic()
        try:
            yield from self._attempts(messages, usage, cancelled, start + self.seconds)
        finally:
            usage.seconds += time.monotonic() - start

    def _attempts(
        self, messages: list[BaseMessage], usage: Usage, cancelled: threading.Event, deadline: float
    ) -> Iterator[str]:
        for attempt in range(1, ATTEMPTS + 1):
            usage.attempts = attempt
            begun = False
            try:
                for piece in self._pieces(messages, usage, cancelled, deadline):
                    begun = True
                    yield piece
                return
            except ModelFailed as failed:
                failure = failed.failure
                pause = (
                    failure.retry_after if failure.retry_after is not None else BACK_OFF * 2 ** (attempt - 1)
                )
                too_late = time.monotonic() + pause >= deadline
                if begun or not failure.passing or attempt == ATTEMPTS or too_late:
                    raise
            if self.sleep(cancelled, pause):
                raise ModelFailed(Failure(Kind.CANCELLED))

    def _pieces(
        self, messages: list[BaseMessage], usage: Usage, cancelled: threading.Event, deadline: float
    ) -> Iterator[str]:
        """One attempt. The client runs in a thread of its own: it may hang where no timeout of its own reaches."""
        arrived: queue.SimpleQueue[object] = queue.SimpleQueue()
        abandoned = threading.Event()
        start = time.monotonic()
        worker = threading.Thread(
            target=self._read, args=(messages, arrived, abandoned), name="model", daemon=True
        )
        worker.start()
        length = 0
        told: dict[str, int] = {}
        complete = not self.ends
        try:
            while True:
                item = _next(arrived, cancelled, deadline)
                if item is _END:
                    break
                if isinstance(item, BaseException):
                    raise ModelFailed(failure_of(item, begun=length > 0)) from item
                text = _text(item)
                told = _told(told, item)
                complete = complete or _ended(item)
                if not text:
                    continue
                if usage.first_seconds is None:
                    usage.first_seconds = time.monotonic() - start
                length += len(text)
                if length > LONGEST:
                    raise ModelFailed(Failure(Kind.ENDLESS))
                yield text
        finally:
            abandoned.set()
            usage.add(told)
        if not length or not complete:
            raise ModelFailed(Failure(Kind.CUT if length else Kind.EMPTY))

    def _read(
        self, messages: list[BaseMessage], arrived: queue.SimpleQueue[object], abandoned: threading.Event
    ) -> None:
        try:
            with self._tracing():
                for chunk in self.model.stream(messages, config={"callbacks": list(self.callbacks)}):
                    if abandoned.is_set():
                        return
                    arrived.put(chunk)
            arrived.put(_END)
        except BaseException as error:  # told to the one who waits, whatever it is
            arrived.put(error)

    def _tracing(self) -> Any:
        if self.trace:
            return nullcontext()
        from langsmith.run_helpers import tracing_context

        return tracing_context(enabled=False)


_END = object()


def _next(arrived: queue.SimpleQueue[object], cancelled: threading.Event, deadline: float) -> object:
    while True:
        if cancelled.is_set():
            raise ModelFailed(Failure(Kind.CANCELLED))
        left = deadline - time.monotonic()
        if left <= 0:
            raise ModelFailed(Failure(Kind.TIMEOUT))
        try:
            return arrived.get(timeout=min(left, _LOOK))
        except queue.Empty:
            continue


def _text(chunk: object) -> str:
    """The text of a chunk; what a model thinks aloud, and calls of tools, are none."""
    content = getattr(chunk, "content", None)
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(
            p if isinstance(p, str) else str(p.get("text", "")) if p.get("type") == "text" else ""
            for p in content
        )
    raise ModelFailed(Failure(Kind.MALFORMED, f"a reply of {type(chunk).__name__}"))


def _ended(chunk: object) -> bool:
    """Whether a chunk says why the reply ends: "stop", or that its length is reached."""
    told = getattr(chunk, "response_metadata", None) or {}
    return any(told.get(key) for key in ("finish_reason", "stop_reason", "done_reason", "done"))


def _told(before: dict[str, int], chunk: object) -> dict[str, int]:
    """What a service has told of the tokens of one request so far; it may tell in parts."""
    told = getattr(chunk, "usage_metadata", None)
    if not isinstance(told, dict):
        return before
    return {
        "input_tokens": max(before.get("input_tokens", 0), int(told.get("input_tokens") or 0)),
        "output_tokens": before.get("output_tokens", 0) + int(told.get("output_tokens") or 0),
    }
