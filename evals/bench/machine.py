"""What a measurement was made on and with."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from index.fill import processors

_PACKAGES = ("munro-assistant", "chromadb", "onnxruntime", "tokenizers", "numpy", "langchain-core")
#: Threads of the libraries that have a say in it; ONNX Runtime is held to one a question by the program.
PINNED = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def machine() -> dict[str, Any]:
    """Day, processors, load, Python, and the versions of the libraries that take the time."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="minutes"),
        "processors": processors(),
        "architecture": platform.machine(),
        "python": platform.python_version(),
        "load": [round(value, 2) for value in os.getloadavg()],
        "threads": PINNED,
        "versions": {name: _version(name) for name in _PACKAGES},
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
