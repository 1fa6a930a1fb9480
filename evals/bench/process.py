"""Running a process and saying what it cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import FixableError
from evals.bench.machine import PINNED

ROOT = Path(__file__).resolve().parents[2]


#: Measures the command in its arguments from a small process: what a process forks off begins with its memory.
_MEASURE = """
import json, os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stderr=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
seconds = time.perf_counter() - start
process.returncode = os.waitstatus_to_exitcode(status)
cost = {"seconds": seconds, "processor": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss * 1024}
print(json.dumps(cost), file=sys.stderr)
sys.exit(process.returncode)
"""


class BenchError(FixableError):
    """A measurement that cannot be made."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took."""

    seconds: float
    """From its start to its end."""
    processor: float
    """Seconds of processor time, its own and the system's for it."""
    memory: int
    """Bytes, at the most."""
    output: str


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command in the project's folder, its threads pinned and its modules compiled once for all.

    Raises:
        BenchError: it fails.
    """
    values = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    values |= {**PINNED, "PYTHONPATH": str(ROOT), **(environment or {})}
    done = subprocess.run(
        [sys.executable, "-S", "-c", _MEASURE, *command],
        cwd=ROOT,
        env=values,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BenchError(f"A process that was to be measured failed. Run: {' '.join(command)}")
    return Cost(**json.loads(done.stderr.splitlines()[-1]), output=done.stdout)
