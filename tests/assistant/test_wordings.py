"""Lists of wordings kept as data."""

from __future__ import annotations

import re

import pytest

from assistant.language.words import stem
from assistant.question import wordings as module
from assistant.question.wordings import FILE, said, wordings
from corpus.errors import CorpusError


def test_a_list_is_found_by_its_name_and_an_unknown_one_is_not() -> None:
    assert {"mention", "mentions"} <= wordings("mentioning")
    with pytest.raises(KeyError):
        wordings("zebras")


def test_whole_wordings_are_found_in_either_case() -> None:
    assert said("contact").search("Is there a Helpline?")
    assert not said("contact").search("Is there a helplines directory?")
    match = said("due").search("it is supposed to graze")
    assert match
    assert match[0] == "supposed to"


def test_every_wording_of_every_list_is_lower_case_and_found_by_its_own_pattern() -> None:
    names = re.findall(r"^(\w+) = \[", FILE.read_text(encoding="utf-8"), re.MULTILINE)
    assert "filler" in names
    for name in names:
        for word in wordings(name):
            assert word == word.lower()
            assert said(name).fullmatch(word)


@pytest.mark.parametrize("content", ["filler = [", 'filler = "zebra"', "filler = [1]"])
def test_a_damaged_file_is_told_of_with_a_way_to_mend_it(
    content: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path_factory.mktemp("data") / "wordings.toml"
    damaged.write_text(content, encoding="utf-8")
    monkeypatch.setattr(module, "FILE", damaged)
    with pytest.raises(CorpusError, match="Run: git"):
        module._lists.__wrapped__()


@pytest.mark.parametrize(
    ("one", "other"), [("adopts", "adoption"), ("people", "personal"), ("office", "officers"), ("authority", "author")]
)  # fmt: skip
def test_words_that_mean_different_things_have_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)
