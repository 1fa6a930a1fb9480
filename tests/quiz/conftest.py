"""The corpus and its bank, made once, and a corpus whose guidance says something else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.quiz.bank import Bank, bank
from corpus import Corpus, load
from corpus.catalogue import load_catalogue
from corpus.copies import copy_corpus, put_document

RESPONSE = "government-response"


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load()


@pytest.fixture(scope="session")
def items_bank(corpus: Corpus) -> Bank:
    return bank(corpus)


@pytest.fixture
def rewritten(tmp_path: Path) -> Callable[[Callable[[str], str]], Corpus]:
    """Loads a copy of the corpus after its response was changed."""

    def make(change: Callable[[str], str]) -> Corpus:
        folder = copy_corpus(tmp_path / "copy")
        entry = next(d for d in load_catalogue(folder) if d.id == RESPONSE)
        put_document(folder, entry, change(load(folder).editions[RESPONSE]))
        return load(folder)

    return make


def section(edition: str, number: int) -> tuple[int, int]:
    """Where a recommendation stands, its heading left out."""
    heading = re.search(rf"^#### Recommendation {number}$", edition, re.MULTILINE)
    assert heading
    following = re.compile(r"^#{3,4} ", re.MULTILINE).search(edition, heading.end())
    return heading.end(), following.start() if following else len(edition)
