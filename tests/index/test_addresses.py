"""Names, passwords and keys of an address are never shown, told or kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.addresses import without_credentials
from index.errors import no_server
from index.settings import IndexSettings, SettingError


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("http://localhost:8000", "http://localhost:8000"),
        ("https://[::1]:8080/v1", "https://[::1]:8080/v1"),
        ("https://me:sesame@host:8080/v1", "https://host:8080/v1"),
        ("https://sesame@host/v1", "https://host/v1"),
        ("https://me:se@sa/me@host/v1", "https://host/v1"),
        ("me:sesame@host:11434", "host:11434"),
        ("postgresql://me:sesame@host/data?password=sesame", "postgresql://host/data"),
        ("ConnectError('http://me:sesame@host:1/v1?key=sesame') at 12:30", "ConnectError('http://host:1/v1') at 12:30"),
        ("Ask jane@example.org: is it up?", "Ask jane@example.org: is it up?"),
    ],
)  # fmt: skip
def test_what_is_shown_of_an_address(given: str, shown: str) -> None:
    assert without_credentials(given) == shown


@given(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1))
def test_whatever_the_password_it_is_gone(password: str) -> None:
    assert without_credentials(f"http://me:{password}@host/v1") == "http://host/v1"


def test_the_address_of_the_vectors_is_kept_without() -> None:
    settings = IndexSettings.from_environment({"CHROMA_URL": "https://me:sesame@vectors:8000/"})
    assert settings.server == "https://vectors:8000"
    with pytest.raises(SettingError, match="'ftp://vectors'"):
        IndexSettings.from_environment({"CHROMA_URL": "ftp://me:sesame@vectors"})


def test_an_error_of_the_server_is_told_without() -> None:
    told = no_server("http://me:sesame@host", OSError("no answer from http://me:sesame@host/api?key=sesame"))
    assert "sesame" not in str(told)
    assert "The Chroma server at http://host cannot be used (no answer from http://host/api)" in str(told)
