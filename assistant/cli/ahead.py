"""Searching in a second process, which opens the index while the first still reads the question.

Half of the time from the start of the program to an answer goes into importing Chroma, and Python imports one
thing at a time. So where there are processors to spare a copy of the process, made before anything large is
loaded, imports Chroma and opens the index meanwhile. What it finds is what the process itself would have found,
for the process compares what the index was made from before it asks. Whatever goes wrong in the copy, the process
searches for itself, and tells what is wrong as it always does.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn, TypeVar

if TYPE_CHECKING:
    from corpus import Corpus

Found = tuple[dict[str, float], dict[str, float]]
Scores = Callable[[str, str], Found]
Kinds = Callable[[str], Mapping[str, float]]
T = TypeVar("T")


class Ahead:
    """The second process; it ends with ``close``, or when this one does."""

    def __init__(self, process: int, asking: BinaryIO, answers: BinaryIO) -> None:
        self._process, self._asking, self._answers = process, asking, answers
        self._fits: bool | None = None
        self._lock = threading.Lock()

    @classmethod
    def begin(cls) -> Ahead | None:
        """Start to open the index that the environment names; None where a second process would be no gain."""
        if not _worth_it():
            return None
        (asked, asking), (answers, answering) = os.pipe(), os.pipe()
        process = os.fork()
        if not process:
            os.close(asking)
            os.close(answers)
            _serve(asked, answering)
        os.close(asked)
        os.close(answering)
        return cls(process, os.fdopen(asking, "wb", buffering=0), os.fdopen(answers, "rb"))

    def before(self, otherwise: Scores, corpus: Corpus, limit: int) -> Scores:
        """Scores from the second process; from ``otherwise`` where it cannot say.

        Args:
            otherwise: what searches in this process.
            corpus: what the index must have been made from.
            limit: how many passages each channel is asked for.
        """

        def scores(question: str, lexical: str) -> Found:
            found = self._ask([question, lexical, limit], corpus, _found)
            return otherwise(question, lexical) if found is None else found

        return scores

    def telling(self, otherwise: Kinds, corpus: Corpus) -> Kinds:
        """Kinds of questions from the second process; from ``otherwise`` where it cannot say."""

        def kinds(query: str) -> Mapping[str, float]:
            found = self._ask([query], corpus, dict[str, float])
            return otherwise(query) if found is None else found

        return kinds

    def close(self) -> None:
        """End the second process, whatever it is doing."""
        for pipe in (self._asking, self._answers):
            with suppress(OSError):
                pipe.close()
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self._process, 0)

    def _ask(self, what: list[Any], corpus: Corpus, read: Callable[[Any], T]) -> T | None:
        """What is read of the second process's answer; None where it cannot say."""
        with self._lock:
            try:
                if self._fits is None:
                    self._fits = _is_of(json.loads(self._answers.readline()), corpus)
                if not self._fits:
                    return None
                self._asking.write(json.dumps(what).encode() + b"\n")
                return read(json.loads(self._answers.readline()))
            except (OSError, ValueError, TypeError):
                self._fits = False
                return None


def _found(told: Any) -> Found:
    dense, words = told
    return dense, words


def _is_of(manifest: dict[str, Any], corpus: Corpus) -> bool:
    from index.manifest import Manifest
    from index.open import made_from

    return made_from(Manifest(**manifest), corpus)


@contextmanager
def searching_ahead() -> Iterator[Ahead | None]:
    """A second process for as long as it is needed; None where it would be no gain."""
    ahead = Ahead.begin()
    try:
        yield ahead
    finally:
        if ahead is not None:
            ahead.close()


def _worth_it() -> bool:
    """Whether this process can be copied safely, has not loaded Chroma yet, and leaves a processor unused."""
    return (
        sys.platform == "linux"
        and "chromadb" not in sys.modules
        and threading.active_count() == 1
        and len(os.sched_getaffinity(0)) > 1
    )


def _serve(asked: int, answering: int) -> NoReturn:
    """Answer what is asked until nobody is left to ask; any failure ends it without a word."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that was started
        nowhere = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(nowhere, standard)
        with os.fdopen(asked, "rb") as questions, os.fdopen(answering, "wb", buffering=0) as answers:
            _answer(questions, answers)
    finally:
        os._exit(0)


def _answer(questions: BinaryIO, answers: BinaryIO) -> None:
    from index.open import index_as_it_lies

    index = index_as_it_lies()
    answers.write(json.dumps(asdict(index.manifest)).encode() + b"\n")
    for line in questions:
        what = json.loads(line)
        told = index.queries.kinds(*what) if len(what) == 1 else index.scores(*what)
        answers.write(json.dumps(told).encode() + b"\n")
