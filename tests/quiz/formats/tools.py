"""What the tests of the formats need besides Python: a grammar of GIFT from npm. Run: python -m tests.quiz.formats.tools

It is installed where it is missing and can be had; where it cannot that is said, and the tests that need it are skipped.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

GRAMMAR = "gift-pegjs@1.0.2"
_FOLDER = Path(sys.prefix) / "gift"
MODULES = _FOLDER / "node_modules"
#: Seconds.
_PATIENCE = 300


def missing() -> str | None:
    """What stands in the way of reading GIFT by the grammar; None where nothing does."""
    if not shutil.which("node"):
        return (
            "There is no node: GIFT is read in the importer's way only. Run: sudo apt-get install nodejs npm"
        )
    if not (MODULES / "gift-pegjs").is_dir():
        return f"gift-pegjs is missing. Run: npm install --prefix {_FOLDER} {GRAMMAR}"
    return None


def install() -> str | None:
    """Install the grammar where it is missing; what could not be had, as a sentence."""
    npm = shutil.which("npm")
    if missing() and npm:
        options = [
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
            "--ignore-scripts",
            "--prefix",
            str(_FOLDER),
        ]
        try:
            subprocess.run([npm, "install", *options, GRAMMAR], timeout=_PATIENCE, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            return f"{GRAMMAR} could not be installed: {error}"
    return missing()


if __name__ == "__main__":
    if sentence := install():
        print(sentence, file=sys.stderr)
