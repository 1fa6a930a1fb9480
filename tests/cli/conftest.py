"""An index built by the command, and corpora to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus.catalogue import DATA
from tests.cli.command import run


@pytest.fixture(scope="session")
def built_home(home: Path) -> Path:
    """The home of the tests, its index built."""
    done = run("index", "build")
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr
    return home


@pytest.fixture
def corpus_copy(tmp_path: Path) -> Path:
    """A corpus of its own, to be broken."""
    return Path(shutil.copytree(DATA, tmp_path / "corpus"))
