"""What all tests share: a home of their own, and an order that has the quick ones first."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

#: Fixtures that load the embedding model: a test that asks for one is slow.
_NEED_THE_MODEL = {"embedder", "reference", "built_home"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _NEED_THE_MODEL & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the program keeps its index during the tests, never where a person's own is."""
    folder = tmp_path_factory.mktemp("home")
    before = os.environ.get("ASSISTANT_HOME")
    os.environ["ASSISTANT_HOME"] = str(folder)
    yield folder
    if before is None:
        del os.environ["ASSISTANT_HOME"]
    else:
        os.environ["ASSISTANT_HOME"] = before
