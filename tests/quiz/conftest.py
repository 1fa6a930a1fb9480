"""The corpus and its bank, made once, and a corpus whose guidance says something else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.quiz.bank import Bank, bank
from corpus import Corpus, load
from corpus.copies import copy_corpus
from tests import editions


@pytest.fixture(scope="session")
def items_bank(corpus: Corpus) -> Bank:
    return bank(corpus)


@pytest.fixture
def rewritten(tmp_path: Path) -> Callable[[Callable[[str], str]], Corpus]:
    """Loads a copy of the corpus after its response was changed."""

    def make(change: Callable[[str], str]) -> Corpus:
        folder = copy_corpus(tmp_path / "copy")
        return editions.rewritten(folder, change(load(folder).editions[editions.RESPONSE]))

    return make
