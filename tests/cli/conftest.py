"""An index built by the command, and corpora to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus.catalogue import DATA
from index.settings import IndexSettings
from tests.cli.command import run


@pytest.fixture(scope="session")
def built_home(home: Path) -> Path:
    """The home of the tests, its index built."""
    done = run("index", "build")
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr
    return home


@pytest.fixture
def exported_home(built_home: Path, tmp_path: Path) -> Path:
    """A home without an index, where the model is exported already: to export it again takes ten seconds."""
    made, there = (IndexSettings(home, None).exports for home in (tmp_path / "exported", built_home))
    shutil.copytree(there, made)
    return tmp_path / "exported"


@pytest.fixture
def corpus_copy(tmp_path: Path) -> Path:
    """A corpus of its own, to be broken."""
    return Path(shutil.copytree(DATA, tmp_path / "corpus"))
