"""Lines of a batch become questions; a line that cannot be read says why."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self, TypeVar

from corpus.errors import FixableError

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")

#: One thread looks ahead; of two that answer, one can work in Python while the other searches.
THREADS = 2
#: Seconds after which a thread that works in Python lets another one in. With Python's own 0.005 an embedding that
#: is done waits for its turn about as long as it took.
_TURN = 0.0005
#: Lines read ahead for each thread.
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a batch."""

    number: int
    """Line, from 1."""
    id: Any
    """As given, handed back as it is; None where there was none."""
    question: str
    history: tuple[str, ...]
    """Earlier questions, oldest first."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that holds no question."""

    number: int
    """Line, from 1."""
    id: Any
    """As given, where that much could be read; else None."""
    error: str


class BatchError(FixableError):
    """Some lines of a batch were no questions; the others were answered."""

    @classmethod
    def of(cls, bad: Sequence[Unreadable], name: str) -> Self:
        """The error for a batch whose unreadable lines are ``bad``, at least one."""
        lines = f"Line {bad[0].number} was" if len(bad) == 1 else f"{len(bad)} lines were"
        first = "" if len(bad) == 1 else f"line {bad[0].number}: "
        source = "-" if name == "<stdin>" else name
        return cls(
            f"{lines} not answered ({first}{bad[0].error}); all others were. "
            f"Mend the input and run: assistant ask --json --batch {source}"
        )


def in_order(
    lines: Iterable[Asked | Unreadable],
    ask: Callable[[str, tuple[str, ...]], T],
    look_ahead: Callable[[str, tuple[str, ...]], None] = lambda question, history: None,
    threads: int = THREADS,
) -> Iterator[tuple[Asked | Unreadable, T | None]]:
    """Answer lines in several threads; each comes out in its turn, as soon as it is answered.

    Half of the time goes into the embedding, which leaves Python to other threads: the thread that reads the
    lines looks ahead, the others answer. Whoever waits for an answer before the next question gets it.

    Args:
        lines: questions, and lines that are none, which come out as they are.
        ask: answers a question with its history; threads share it.
        look_ahead: makes ready what answering will need; what it does not, ``ask`` makes.
        threads: how many questions are answered at once, at least 1.
    """
    from concurrent.futures import ThreadPoolExecutor
    from queue import Queue
    from threading import Thread

    waiting: Queue[tuple[Asked | Unreadable, Future[T] | None] | BaseException | None] = Queue(
        _AHEAD * threads
    )
    with ThreadPoolExecutor(threads) as pool:

        def read() -> None:
            try:
                for line in lines:
                    if isinstance(line, Asked):
                        with suppress(Exception):  # told when the line is answered
                            look_ahead(line.question, line.history)
                        waiting.put((line, pool.submit(ask, line.question, line.history)))
                    else:
                        waiting.put((line, None))
                waiting.put(None)
            except BaseException as error:  # told in the thread that hands out the answers
                waiting.put(error)

        Thread(target=read, name="read-batch", daemon=True).start()
        turn = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        try:
            while (item := waiting.get()) is not None:
                if isinstance(item, BaseException):
                    raise item
                line, answer = item
                yield line, answer.result() if answer else None
        finally:
            sys.setswitchinterval(turn)
            pool.shutdown(wait=False, cancel_futures=True)


def read_lines(lines: Iterable[bytes]) -> Iterator[Asked | Unreadable]:
    """Read JSON lines as they come; empty ones are passed over, but counted."""
    for number, line in enumerate(lines, start=1):
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if line.strip():
            yield read_line(number, line)


def read_line(number: int, line: bytes) -> Asked | Unreadable:
    """One line with ``question`` and, if wanted, ``id`` and ``history``; other keys are the asker's own."""
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return Unreadable(number, None, "not UTF-8")
    except json.JSONDecodeError as error:
        return Unreadable(number, None, f"not JSON: {error.msg} at column {error.colno}")
    except (ValueError, RecursionError) as error:
        return Unreadable(number, None, f"not JSON that can be read: {error}")
    if not isinstance(value, dict):
        return Unreadable(number, None, 'not an object with a "question"')
    identity, question, history = value.get("id"), value.get("question"), value.get("history")
    if not isinstance(question, str):
        fault = '"question" is not a text' if "question" in value else 'there is no "question"'
        return Unreadable(number, identity, fault)
    history = [] if history is None else history
    if not isinstance(history, list) or not all(isinstance(h, str) for h in history):
        return Unreadable(number, identity, '"history" is not a list of texts')
    return Asked(number, identity, question, tuple(history))
