"""What the tests of the pages share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from assistant.pages import keeping


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing kept from the test before, and no model loaded behind the tests that need none."""
    monkeypatch.setattr("assistant.pages.chat.warm_up", lambda: None)
    keeping.store.clear()
    yield
    keeping.store.clear()


@pytest.fixture(scope="session", autouse=True)
def _no_components() -> Iterator[None]:
    """Each run of a page would read the description of every installed package, to find components, of which there are none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("streamlit.components.v2.manifest_scanner.scan_component_manifests", list)
        yield


@pytest.fixture
def afresh() -> Iterator[None]:
    """The assistant is opened anew, for tests that change what it is opened from."""
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture(autouse=True)
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where conversations are kept during one test."""
    folder = tmp_path / "kept"
    monkeypatch.setenv("ASSISTANT_DATA", str(folder))
    return folder
