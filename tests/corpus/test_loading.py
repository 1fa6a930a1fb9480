"""A corpus that cannot be loaded says in one line what is wrong and what to do."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest
import yaml

from corpus import corpus as module
from corpus import load
from corpus.catalogue import DATA
from corpus.copies import copy_corpus, put_document
from corpus.corpus import corpus_folder
from corpus.errors import CorpusError
from corpus.fidelity.words import split_words

RESPONSE = "government-response"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_corpus(tmp_path / "copy")


def test_loading_is_fast() -> None:
    """It takes 0.03 s; the limit leaves room for a slower machine."""
    taken = []
    for _ in range(5):
        module._load.cache_clear()
        split_words.cache_clear()
        start = time.process_time()
        load()
        taken.append(time.process_time() - start)
    assert min(taken) < 0.15


def test_it_is_read_again_only_when_a_file_has_changed(folder: Path) -> None:
    before = load(folder)
    assert load(folder) is before
    titles = folder / "titles.yaml"
    stamp, text = titles.stat(), titles.read_text(encoding="utf-8")
    titles.write_text(text.replace("Create a Chief", "Choose a Chief"), encoding="utf-8")
    os.utime(titles, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))  # neither size nor time tells
    assert load(folder).recommendations[15].title == "Choose a Chief Social Worker"
    (folder / "editions" / "press-release.md").unlink()
    with pytest.raises(CorpusError, match=r"press-release\.md"):
        load(folder)


def test_an_edition_that_left_its_source_is_refused(folder: Path) -> None:
    path = folder / "editions" / f"{RESPONSE}.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("by July 2012", "by June 2012"), encoding="utf-8"
    )
    with pytest.raises(
        CorpusError, match=r"^The edition of government-response .* Run: assistant corpus check$"
    ):
        load(folder)


@pytest.mark.parametrize(
    "lost", ["catalogue.yaml", "titles.yaml", "editions/letter-to-nhs.md", "sources/press-release.txt"]
)
def test_a_lost_file_is_named(folder: Path, lost: str) -> None:
    (folder / lost).unlink()
    with pytest.raises(CorpusError) as caught:
        load(folder)
    assert str(folder / lost) in str(caught.value)
    assert "git checkout -- " in str(caught.value)
    assert "\n" not in str(caught.value)


def test_without_its_record_a_reordered_edition_is_refused_and_a_plain_one_is_not(folder: Path) -> None:
    record = folder / "reading-order" / f"{RESPONSE}.json"
    record.unlink()
    with pytest.raises(CorpusError, match=r"does not match its source\. Run: assistant corpus check"):
        load(folder)
    assert not list(record.parent.iterdir())
    shutil.copy(DATA / "reading-order" / f"{RESPONSE}.json", record)
    assert len(load(folder).documents) == 5


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"date": "13 July 2011"}, "date"),
        ({"id": "../letter"}, "id"),
        ({"numbered_paragraphs": "yes"}, "numbered_paragraphs"),
        ({"speaker": ""}, "speaker"),
        ({"colour": "red"}, "colour"),
        ({"title": None}, "title"),
    ],
)
def test_a_wrong_entry_of_the_catalogue_is_named(folder: Path, change: dict[str, object], named: str) -> None:
    path = folder / "catalogue.yaml"
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    entries[1].update(change)
    path.write_text(yaml.safe_dump(entries), encoding="utf-8")
    with pytest.raises(CorpusError, match=rf"{named}.*Run: git diff "):
        load(folder)


@pytest.mark.parametrize("text", ["[]", "just words", "- a\n- b", "{unclosed", "- {title: A}"])
@pytest.mark.parametrize("name", ["catalogue.yaml", "titles.yaml"])
def test_yaml_of_another_shape_is_refused(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    if (name, text) == ("titles.yaml", "[]"):
        assert load(folder).recommendations[14].title.endswith("…")
        return
    with pytest.raises(CorpusError, match=r"Run: git diff "):
        load(folder)


def test_a_recommendation_without_a_part_is_refused(folder: Path) -> None:
    corpus = load(folder)
    start, rest = corpus.editions[RESPONSE].split("#### Recommendation 14\n")
    cut = rest.replace("##### Timescale", "##### Munro's argument", 1)
    put_document(folder, corpus.document[RESPONSE], f"{start}#### Recommendation 14\n{cut}")
    with pytest.raises(CorpusError, match=r"Recommendation 14 lacks timescale\. Run: assistant corpus check"):
        load(folder)


def test_two_catalogue_entries_of_one_name_are_refused(folder: Path) -> None:
    path = folder / "catalogue.yaml"
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump([*entries, entries[0]]), encoding="utf-8")
    with pytest.raises(CorpusError, match="twice"):
        load(folder)


def test_the_folder_can_be_set_and_a_wrong_one_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ASSISTANT_CORPUS", str(tmp_path / "nowhere"))
    assert corpus_folder() == tmp_path / "nowhere"
    with pytest.raises(CorpusError, match=r"nowhere\. Run: unset ASSISTANT_CORPUS"):
        load()
    monkeypatch.delenv("ASSISTANT_CORPUS")
    assert corpus_folder() == DATA
