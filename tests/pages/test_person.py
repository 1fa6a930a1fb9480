"""Log-in where it is configured, none by default; and browsers told apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assistant.pages import person
from tests.pages.screen import APP, opened, text, values


class User(dict[str, Any]):
    """Stands in for ``st.user``, which needs a log-in provider beyond this computer."""


def visit_of(monkeypatch: pytest.MonkeyPatch, **known: Any) -> AppTest:
    monkeypatch.setattr("assistant.pages.person.st.user", User(known))
    return AppTest.from_file(str(APP), default_timeout=60).run()


def test_nobody_has_to_log_in_by_default() -> None:
    assert st.user.get("is_logged_in") is None
    assert "Log in" not in [b.label for b in opened().button]


@pytest.mark.parametrize("page", ["ask", "guidance"])
def test_nothing_is_shown_before_log_in_where_it_is_configured(
    monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setattr("assistant.pages.person.st.user", User(is_logged_in=False))
    screen = opened(page)
    assert [b.label for b in screen.button] == ["Log in"]
    assert not screen.chat_input
    assert "call 999" in text(screen)


def test_log_in_that_cannot_be_offered_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = visit_of(monkeypatch, is_logged_in=False)
    screen.button[0].click().run()
    assert not screen.exception
    assert "Log-in cannot be offered" in screen.error[0].value
    assert [c.value for c in screen.code] == ["pip install 'streamlit[auth]'"]


def test_who_is_logged_in_is_shown_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = visit_of(monkeypatch, is_logged_in=True, name="A <b>Person</b>", sub="7", iss="here")
    assert "Logged in as A <b>Person</b>" in values(screen.sidebar.text)
    assert "Log out" in [b.label for b in screen.sidebar.button]


def test_owners_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    owners = []
    for known in (
        {"sub": "1", "iss": "a"},
        {"sub": "2", "iss": "a"},
        {"sub": "1", "iss": "b"},
        {"email": "x"},
    ):
        monkeypatch.setattr("assistant.pages.person.st.user", User(is_logged_in=True, **known))
        owners.append(person.owner())
    assert len(set(owners)) == 4


def test_a_browser_is_known_by_its_cookie(monkeypatch: pytest.MonkeyPatch) -> None:
    class Context:
        cookies = {person.COOKIE: "a" * 32}  # noqa: RUF012

    monkeypatch.setattr("assistant.pages.person.st.context", Context())
    assert person.owner() == f"browser {'a' * 32}"
    assert person.new_cookie() is None
    Context.cookies = {person.COOKIE: "<script>"}
    name, value = person.new_cookie() or ("", "")
    assert name == person.COOKIE
    assert person.owner() == f"browser {value}" != f"browser {'a' * 32}"


def test_secrets_are_not_part_of_the_project() -> None:
    assert not (Path(APP).parent / ".streamlit" / "secrets.toml").exists()
