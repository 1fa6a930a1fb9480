"""A terminal with ``assistant`` in it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

from tests.cli.command import COMMAND, ROOT, environment

_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07)")


def _as_a_shell_would() -> None:
    """Take the terminal, and heed an interrupt even where the tests themselves run in the background."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """Runs a command whose three standard streams are one terminal."""

    def __init__(self, *arguments: str, columns: int = 80, **env: str) -> None:
        self._arguments, self._columns, self._env = arguments, columns, env
        self.seen = ""
        """Everything shown so far."""
        self._at = 0

    def __enter__(self) -> Self:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, self._columns, 0, 0))
        self._process = subprocess.Popen(
            [*COMMAND, *self._arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=ROOT,
            env=environment(**self._env),
            start_new_session=True,
            preexec_fn=_as_a_shell_would,
        )
        os.close(slave)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self._master, text.encode())

    def read_until(self, text: str, seconds: float = 60) -> str:
        """What is shown, without colours, from where the reading before ended up to and with a text."""
        end = time.monotonic() + seconds
        while text not in (shown := self.plain(self.seen)[self._at :]):
            assert time.monotonic() < end, f"no {text!r} in {shown!r}"
            assert self._read(), f"ended without {text!r}: {shown!r}"
        shown = shown[: shown.index(text) + len(text)]
        self._at += len(shown)
        return shown

    def interrupt(self) -> int:
        """Press Ctrl-C until the command ends; the exit status.

        Once may not do: a signal that comes just before the line editor waits is seen at the next key.
        """
        for _ in range(30):
            self.type("\x03")
            with suppress(subprocess.TimeoutExpired):
                return self._process.wait(1)
        raise AssertionError("did not end")

    def status(self, seconds: float = 60) -> int:
        """Wait for the end; the exit status."""
        end = time.monotonic() + seconds
        while self._read() and time.monotonic() < end:
            pass
        return self._process.wait(max(1.0, end - time.monotonic()))

    @staticmethod
    def plain(text: str) -> str:
        """A text without colours and cursor movements; what is written over a line counts as another."""
        return _ESCAPE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")

    def _read(self) -> bool:
        if select.select([self._master], [], [], 0.2)[0]:
            try:
                data = os.read(self._master, 65536)
            except OSError:  # how Linux says that the other side is closed
                return False
            self.seen += data.decode("utf-8", "replace")
            return bool(data)
        return True
