from __future__ import annotations

import pytest

from assistant.pages.privacy import PageSettings, is_local, leaks, privacy_line, remote
from assistant.pages.settings import page_settings


@pytest.mark.parametrize("address", ["localhost", "LOCALHOST", "127.0.0.1", "127.3.2.1", "::1", "[::1]"])
def test_addresses_of_this_computer(address: str) -> None:
    assert is_local(address)
    assert privacy_line(PageSettings(address, False)) == "Everything stays on this computer."


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "192.168.1.7", "localhost.example.org"])
def test_addresses_that_others_reach(address: str | None) -> None:
    assert not is_local(address)
    line = privacy_line(PageSettings(address, False))
    assert line.startswith("Not everything stays on this computer.")
    assert "server.address" in line


def test_each_leak_is_named() -> None:
    fonts = remote([{"url": "https://fonts.example.org/a.woff2"}, {"url": "app/static/b.woff2"}, "odd"])
    assert fonts == ("https://fonts.example.org/a.woff2",)
    found = leaks(PageSettings("0.0.0.0", True, fonts))
    assert len(found) == 3
    assert "fonts.example.org" in found[2]
    assert remote(None) == ()


def test_a_model_and_a_database_elsewhere_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_MODEL", "openai:gpt-x")
    monkeypatch.setenv("ASSISTANT_DATABASE_URL", "postgresql://user:secret@db.example.org/kept")
    line = privacy_line(page_settings())
    assert "sent to api.openai.com" in line
    assert "kept on db.example.org" in line
    assert "secret" not in line
    monkeypatch.setenv("ASSISTANT_MODEL", "ollama:llama3.2")
    monkeypatch.setenv("ASSISTANT_DATABASE_URL", "postgresql://127.0.0.1/kept")
    assert privacy_line(page_settings()) == "Everything stays on this computer."


def test_vectors_elsewhere_are_named() -> None:
    assert "vectors.example" in privacy_line(PageSettings("localhost", False, vectors="vectors.example"))
    assert (
        privacy_line(PageSettings("localhost", False, vectors="127.0.0.1"))
        == "Everything stays on this computer."
    )
