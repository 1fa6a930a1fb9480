"""Prompts are files with a number, and keep to their placeholders."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.models.prompts import EXPLAIN, FOLDER, FOLLOW_UP, PromptError, load_prompt

PLACEHOLDERS = {EXPLAIN: {"passages", "question"}, FOLLOW_UP: {"earlier", "question"}}


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_placeholders(name: str) -> None:
    assert load_prompt(name).placeholders == PLACEHOLDERS[name]


def test_every_file_can_be_read() -> None:
    names = sorted(p.stem for p in FOLDER.glob("*.yaml"))
    assert set(names) >= set(PLACEHOLDERS)
    assert all(load_prompt(n).version.startswith(f"{n} (") for n in names)


def test_values_are_put_in_as_they_are() -> None:
    system, human = load_prompt(EXPLAIN).messages(passages="{question} {x}", question="why {passages}?")
    assert "{question} {x}" in str(human.content)
    assert "why {passages}?" in str(human.content)
    assert "data" in str(system.content)


def test_the_version_tells_an_edited_file(tmp_path: Path) -> None:
    (tmp_path / "p-1.yaml").write_text("system: a\nhuman: b\n", encoding="utf-8")
    first = load_prompt("p-1", tmp_path).version
    load_prompt.cache_clear()
    (tmp_path / "p-1.yaml").write_text("system: a\nhuman: c\n", encoding="utf-8")
    assert load_prompt("p-1", tmp_path).version != first


@pytest.mark.parametrize("text", ["system: a\n", "- a\n", "system: [\n", "system: a\nhuman: b\nmore: c\n"])
def test_a_damaged_file_says_what_to_run(tmp_path: Path, text: str) -> None:
    (tmp_path / "p-1.yaml").write_text(text, encoding="utf-8")
    load_prompt.cache_clear()
    with pytest.raises(PromptError, match="Run: git checkout --"):
        load_prompt("p-1", tmp_path)
    with pytest.raises(PromptError, match="Run: git checkout --"):
        load_prompt("none-1", tmp_path)
