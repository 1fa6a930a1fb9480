"""What the browser tests need besides Python: a Chromium and axe-core. Run: python -m tests.browser.tools

Both are installed where they are missing and can be had; what cannot is said, and the tests that need it are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
AXE_VERSION = "4"
_FOLDER = Path(sys.prefix) / "browser"
_AXE = _FOLDER / "node_modules" / "axe-core" / "axe.min.js"
#: Seconds.
_PATIENCE = 600


def chromium() -> str | None:
    """Path of a browser of the Chromium family; None where there is none."""
    if found := next(filter(None, map(shutil.which, BROWSERS)), None):
        return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).is_file() else None


def axe_source() -> str | None:
    """The script of axe-core; None where it is not installed."""
    return _AXE.read_text(encoding="utf-8") if _AXE.is_file() else None


def install() -> list[str]:
    """Install what is missing; what could not be had, a sentence each."""
    missing = []
    if not chromium() and not (_with_apt() and chromium()) and not (_with_playwright() and chromium()):
        missing.append(
            "There is no Chromium: the browser tests will be skipped. Run: sudo apt-get install chromium"
        )
    if not axe_source() and not (_with_npm() and axe_source()):
        missing.append(
            f"axe-core is missing: its tests will be skipped. Run: npm install --prefix {_FOLDER} axe-core"
        )
    return missing


def _with_apt() -> bool:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-dejavu-core"]
    return _ran(["apt-get", "update", "-q"]) and _ran(install)


def _with_playwright() -> bool:
    return _ran([sys.executable, "-m", "playwright", "install", "chromium"])


def _with_npm() -> bool:
    npm = shutil.which("npm")
    options = ["--no-audit", "--no-fund", "--loglevel=error", "--prefix", str(_FOLDER)]
    return npm is not None and _ran([npm, "install", *options, f"axe-core@{AXE_VERSION}"])


def _ran(command: list[str]) -> bool:
    try:
        return subprocess.run(command, timeout=_PATIENCE, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    for sentence in install():
        print(sentence, file=sys.stderr)
