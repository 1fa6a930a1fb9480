"""Kept conversations on the page: listed, opened, found, renamed, deleted, or not kept at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from assistant.pages import keeping
from tests.pages.screen import Shown, asked, bodies, button, opened, text

FIRST, SECOND = "What is the timescale for recommendation 14?", "Was recommendation 9 rejected?"


@pytest.fixture(autouse=True)
def _one_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every visit of a test is of the same browser, unless it says otherwise."""
    monkeypatch.setattr("assistant.pages.keeping.owner", lambda: "browser one")
    monkeypatch.setattr("assistant.pages.conversations_list.owner", lambda: "browser one")


def listed(screen: AppTest) -> list[str]:
    return [b.label.replace("*", "") for b in screen.sidebar.button if b.key and b.key.startswith("open-")]


def choose(screen: AppTest, label: str) -> AppTest:
    next(b for b in screen.sidebar.button if b.label.replace("*", "") == label).click().run()
    assert not screen.exception
    return screen


def files(folder: Path) -> list[Path]:
    return [p for p in folder.rglob("*") if p.is_file()] if folder.exists() else []


def test_a_conversation_is_listed_and_found_again_in_another_visit() -> None:
    screen = asked(asked(opened(), FIRST), "and 12?")
    assert listed(screen) == [FIRST]
    again = opened()
    assert listed(again) == [FIRST]
    choose(again, FIRST)
    assert Shown(bodies(again)[0]).words == "and 12?"
    assert [e.label for e in again.expander] == [FIRST]
    asked(again, "and when?")
    assert len(again.session_state["turns"]) == 3


def test_the_address_names_the_conversation_so_that_a_reload_finds_it() -> None:
    screen = asked(opened(), FIRST)
    name = screen.query_params[keeping.ADDRESS]
    again = opened(conversation=str(name))
    assert Shown(bodies(again)[0]).words == FIRST
    assert again.query_params[keeping.ADDRESS] == name


def test_an_address_of_no_conversation_is_told() -> None:
    screen = opened(conversation="0" * 32)
    assert "no such conversation" in screen.info[0].value
    assert keeping.ADDRESS not in screen.query_params


def test_each_browser_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    name = asked(opened(), FIRST).query_params[keeping.ADDRESS]
    for module in ("keeping", "conversations_list"):
        monkeypatch.setattr(f"assistant.pages.{module}.owner", lambda: "browser two")
    assert listed(opened()) == []
    assert "no such conversation" in opened(conversation=str(name)).info[0].value


def test_conversations_are_searched_by_their_words() -> None:
    asked(opened(), FIRST)
    screen = asked(opened(), SECOND)
    assert listed(screen) == [SECOND, FIRST]
    screen.sidebar.text_input[0].set_value("rejected").run()
    assert listed(screen) == [SECOND]
    screen.sidebar.text_input[0].set_value("zebra").run()
    assert listed(screen) == []
    assert "No conversation holds these words" in "".join(c.value for c in screen.sidebar.caption)


def test_a_conversation_is_renamed() -> None:
    screen = asked(opened(), FIRST)
    title: Any = screen.main.text_input[0]
    title.set_value("For the board").run()
    assert not screen.exception
    assert listed(screen) == ["For the board"]
    title = screen.main.text_input[0]
    title.set_value("   ").run()
    assert listed(opened()) == ["For the board"]


def test_a_conversation_is_deleted() -> None:
    asked(opened(), FIRST)
    screen = asked(opened(), SECOND)
    button(screen, "Delete this conversation").click().run()
    assert listed(screen) == [FIRST]
    assert bodies(screen) == []
    assert keeping.ADDRESS not in screen.query_params


def test_all_are_deleted() -> None:
    asked(opened(), FIRST)
    screen = asked(opened(), SECOND)
    button(screen, "Delete all conversations").click().run()
    assert listed(screen) == []
    assert bodies(screen) == []
    assert listed(opened()) == []


def test_nothing_is_kept_in_private(data: Path) -> None:
    screen = opened()
    screen.sidebar.toggle[0].set_value(True).run()
    asked(asked(screen, FIRST), "and 12?")
    assert len(screen.session_state["turns"]) == 2
    assert listed(screen) == []
    assert keeping.ADDRESS not in screen.query_params
    for path in files(data):
        assert b"timescale" not in path.read_bytes()
    assert listed(opened()) == []


def test_private_lasts_while_other_pages_are_read() -> None:
    screen = opened()
    screen.sidebar.toggle[0].set_value(True).run()
    asked(screen, FIRST)
    for page in ("guidance", "ask"):
        screen._page_hash = calc_hash(page)
        screen.run()
    assert screen.sidebar.toggle[0].value is True
    asked(screen, "and 12?")
    assert len(screen.session_state["turns"]) == 2
    assert listed(screen) == []
    assert listed(opened()) == []


def test_private_begins_and_ends_with_a_new_conversation() -> None:
    screen = asked(opened(), FIRST)
    screen.sidebar.toggle[0].set_value(True).run()
    assert bodies(screen) == []
    assert listed(screen) == [FIRST]
    asked(screen, SECOND)
    screen.sidebar.toggle[0].set_value(False).run()
    assert bodies(screen) == []
    asked(screen, SECOND)
    assert listed(screen) == [SECOND, FIRST]


def test_opening_a_kept_conversation_ends_private() -> None:
    screen = asked(opened(), FIRST)
    screen.sidebar.toggle[0].set_value(True).run()
    choose(screen, FIRST)
    assert Shown(bodies(screen)[0]).words == FIRST
    assert screen.sidebar.toggle[0].value is False


def test_a_conversation_that_was_deleted_elsewhere_begins_anew() -> None:
    screen = asked(opened(), FIRST)
    other = opened()
    button(other, "Delete all conversations").click().run()
    asked(screen, SECOND)
    assert listed(screen) == [SECOND]


def test_a_folder_that_cannot_be_made_is_told_and_the_answer_shown(data: Path) -> None:
    data.write_text("a file where the folder should be", encoding="utf-8")
    screen = asked(opened(), FIRST)
    assert not screen.exception
    assert "The answer below is not kept." in text(screen)
    assert "The timescale given for recommendation 14" in text(screen)
    assert any("ASSISTANT_DATA" in c.value for c in screen.code)
    assert listed(screen) == []


def test_a_damaged_file_is_told_and_the_answer_shown(data: Path) -> None:
    asked(opened(), FIRST)
    path = next(p for p in files(data) if p.suffix == ".sqlite3")
    keeping.store().close()
    keeping.store.clear()
    path.write_bytes(b"no database" * 1000)
    screen = asked(opened(), SECOND)
    assert "cannot be read" in text(screen)
    assert "recommendation 9" in text(screen)
    assert any(c.value.startswith("mv ") for c in screen.code)


def test_personal_details_are_masked_in_what_is_kept(data: Path) -> None:
    asked(opened(), f"My phone number is 07700 900123. {FIRST}")
    with sqlite3.connect(next(p for p in files(data) if p.suffix == ".sqlite3")) as connection:
        dumped = "\n".join(connection.iterdump())
    assert "timescale" in dumped
    assert "07700" not in dumped
