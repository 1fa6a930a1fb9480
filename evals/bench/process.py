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
#: The memory is that of the process and of those it starts, each at its most, as /proc tells every few milliseconds.
_MEASURE = """
import json, os, subprocess, sys, threading, time

def look(pid):
    try:
        with open(f"/proc/{pid}/status") as status:
            peak = next((line.split()[1] for line in status if line.startswith("VmHWM")), 0)
        peaks[pid] = max(peaks.get(pid, 0), int(peak))
        with open(f"/proc/{pid}/task/{pid}/children") as children:
            below = children.read().split()
    except OSError:
        return
    for child in below:
        look(int(child))

def watch():
    while not ended.wait(0.02):
        look(process.pid)

peaks, ended = {}, threading.Event()
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stderr=subprocess.DEVNULL)
threading.Thread(target=watch).start()
_, status, used = os.wait4(process.pid, 0)
seconds = time.perf_counter() - start
ended.set()
process.returncode = os.waitstatus_to_exitcode(status)
others = sum(peak for pid, peak in peaks.items() if pid != process.pid)
own = max(peaks.get(process.pid, 0), 0 if others else used.ru_maxrss)
memory = max(used.ru_maxrss, own + others) * 1024
cost = {"seconds": seconds, "processor": used.ru_utime + used.ru_stime, "memory": memory}
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
    """Seconds of processor time, its own, the system's for it, and those of the processes it waits for."""
    memory: int
    """Bytes, at the most, of the process and those it starts together."""
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
