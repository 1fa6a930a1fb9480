"""What is kept of the corpus is what would be read, or it is not used."""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
from pathlib import Path
from typing import Any

import pytest

from assistant import prepared as module
from assistant.prepared import Prepared, prepared
from corpus import Corpus
from corpus.catalogue import DATA
from corpus.copies import copy_corpus
from corpus.errors import CorpusError


@pytest.fixture(scope="module")
def kept_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    prepared(folder, DATA)
    return folder


@pytest.fixture
def keep(tmp_path: Path, kept_once: Path) -> Path:
    """What is kept of the corpus; each test may harm its own copy."""
    return Path(shutil.copytree(kept_once, tmp_path / "keep"))


def kept(keep: Path) -> list[Path]:
    return sorted(keep.glob("*.pickle"))


def never(*_: object) -> Any:
    pytest.fail("read anew")


def test_what_is_kept_is_what_is_read(keep: Path, ready: Prepared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "prepare", never)
    found = prepared(keep, DATA)
    assert found.library.units == ready.library.units
    assert found.library.corpus.passages == ready.library.corpus.passages
    assert found.library.corpus.commitments == ready.library.corpus.commitments
    assert found.library.corpus.hash == ready.library.corpus.hash
    assert found.library.vocabulary.groups == ready.library.vocabulary.groups
    assert found.library.document_frequency == ready.library.document_frequency
    assert found.public_names == ready.public_names
    assert found.speller.correct("recomendation on safegarding") == ready.speller.correct(
        "recomendation on safegarding"
    )
    assert len(kept(keep)) == 1


def test_a_word_of_the_corpus_that_changes_is_read(tmp_path: Path) -> None:
    folder, keep = copy_corpus(tmp_path / "corpus"), tmp_path / "keep"
    before = prepared(keep, folder)
    path = folder / "titles.yaml"
    stamp = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("Create a Chief Social Worker", "Choose a Chief Social Worker"), encoding="utf-8"
    )
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))  # neither size nor time tells
    after = prepared(keep, folder)
    assert before.library.corpus.recommendations[15].title == "Create a Chief Social Worker"
    assert after.library.corpus.recommendations[15].title == "Choose a Chief Social Worker"


def test_a_program_that_changes_reads_anew(
    keep: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "program"
    for name in ("assistant", "corpus"):
        (program / name).mkdir(parents=True)
        (program / name / "module.py").write_text("one = 1\n", encoding="utf-8")
    monkeypatch.setattr(module, "_PROGRAM", program)
    names = [module._name(DATA)]
    (program / "corpus" / "module.py").write_text("one = 2\n", encoding="utf-8")
    names.append(module._name(DATA))
    (program / "assistant" / "data").mkdir()
    (program / "assistant" / "data" / "words.yaml").write_text("", encoding="utf-8")
    names.append(module._name(DATA))
    assert len(set(names)) == 3


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "other", "moved"])
def test_a_damaged_file_is_made_anew(
    keep: Path, damage: str, ready: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Corpus] = []

    def anew(corpus: Corpus) -> Prepared:
        made.append(corpus)
        return ready

    monkeypatch.setattr(module, "prepare", anew)
    (path,) = kept(keep)
    content = path.read_bytes()
    other = pickle.dumps({"not": "what belongs here"})
    moved = b"cassistant.nowhere\nPrepared\n."
    path.write_bytes(
        {
            "cut": content[:-10],
            "changed": content[:5000] + bytes([content[5000] ^ 1]) + content[5001:],
            "empty": b"",
            "other": hashlib.sha256(other).digest() + other,
            "moved": hashlib.sha256(moved).digest() + moved,
        }[damage]
    )
    assert prepared(keep, DATA).library is ready.library
    assert [corpus.hash for corpus in made] == [ready.library.corpus.hash]
    assert path.read_bytes()[32:] != other
    assert len(path.read_bytes()) > 100_000


class Trap:
    """Does something when it is read, as a pickle can."""

    def __reduce__(self) -> Any:
        return os.mkdir, (os.environ["TRAP"],)


def test_a_file_that_would_run_something_is_not_read(
    keep: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAP", str(tmp_path / "sprung"))
    (path,) = kept(keep)
    content = pickle.dumps(Trap())
    path.write_bytes(hashlib.sha256(content).digest() + content)
    assert prepared(keep, DATA).library.corpus.recommendations
    assert not (tmp_path / "sprung").exists()


def test_a_place_that_takes_no_files_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert prepared(tmp_path / "file" / "keep", DATA).library.units


def test_a_corpus_that_cannot_be_read_is_told(keep: Path, tmp_path: Path) -> None:
    folder = copy_corpus(tmp_path / "corpus")
    prepared(keep, folder)
    (folder / "editions" / "press-release.md").unlink()
    with pytest.raises(CorpusError):
        prepared(keep, folder)
    with pytest.raises(CorpusError):
        prepared(keep, tmp_path / "nowhere")


def test_only_the_last_few_are_kept(tmp_path: Path, ready: Prepared) -> None:
    for number in range(7):
        module._write(tmp_path / f"{number}.pickle", ready)
        os.utime(tmp_path / f"{number}.pickle", (number, number))
    assert [p.stem for p in kept(tmp_path)] == ["3", "4", "5", "6"]
