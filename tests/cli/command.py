"""The command line run as people run it, its standard streams being pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OFFLINE = ROOT / "tests" / "offline"
COMMAND = [sys.executable, "-m", "assistant.cli"]


def environment(**changes: str) -> dict[str, str]:
    """The environment of the tests, for a program that reaches no network and knows no terminal settings."""
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return kept | {"PYTHONPATH": f"{OFFLINE}{os.pathsep}{ROOT}", "TERM": "xterm-256color"} | changes


def run(*arguments: str, stdin: bytes | str = b"", **env: str) -> subprocess.CompletedProcess[str]:
    """Run ``assistant`` with some environment variables changed; what it prints must be UTF-8."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        cwd=ROOT,
        env=environment(**env),
        timeout=300,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def one_line(text: str) -> bool:
    """Whether a text is a single line without a traceback."""
    return len(text.splitlines()) == 1 and "Traceback" not in text
