"""What is shown on standard error while something takes its time."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from assistant.cli import output

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID
    from rich.status import Status


class Waiting:
    """A spinner that becomes a bar once a build of the index reports; a pipe gets a line for each instead.

    Its instances are called with the number of passages done and of all, as builds of the index do.
    """

    def __init__(self, doing: str | None = None) -> None:
        """
        Args:
            doing: what the spinner says; None shows nothing until a build reports.
        """
        self._doing, self._person = doing, output.for_person(sys.stderr)
        self._status: Status | None = None
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._start = time.monotonic()
        self._told = False

    def __enter__(self) -> Self:
        if self._doing and self._person:
            self._status = output.console(sys.stderr).status(self._doing)
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def __call__(self, done: int, total: int) -> None:
        if not self._person:
            self._tell(done, total)
        elif done < total:
            self._advance(done, total)
        else:
            self._stop()

    def _tell(self, done: int, total: int) -> None:
        if not self._told:  # a build that takes over all vectors of the last one reports once
            output.tell(f"Building the index of {total} passages and sentences …")
            self._told = True
        if done == total:
            output.tell(f"Embedded {total} passages and sentences in {time.monotonic() - self._start:.1f} s.")

    def _advance(self, done: int, total: int) -> None:
        if self._bar is None or self._task is None:
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            self._stop()
            columns = (
                TextColumn("Building the index"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
            )
            self._bar = Progress(*columns, console=output.console(sys.stderr), transient=True)
            self._task = self._bar.add_task("", total=total)
            self._bar.start()
        self._bar.update(self._task, completed=done)

    def _stop(self) -> None:
        for shown in (self._status, self._bar):
            if shown is not None:
                shown.stop()
        self._status = self._bar = None
