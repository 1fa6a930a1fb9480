"""What all tests share: a home of their own, and an order that has the quick ones first."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Never

import pytest

from assistant.assistant import Assistant
from assistant.opening import LazyIndex
from corpus import Corpus, load

#: Fixtures that load the embedding model or start a server: a test that asks for one is slow.
_SLOW = {"embedder", "reference", "built_home", "postgresql", "stub"}
#: So many new objects before Python looks for rings among them; 700 otherwise, which takes a tenth of all the time.
_NEW_OBJECTS = 50_000


def pytest_configure() -> None:
    gc.set_threshold(_NEW_OBJECTS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _SLOW & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)


def pytest_collection_finish() -> None:
    """What the modules of the tests made stays to the end: the collector need not go through it each time.

    Nor need pytest, which hooks itself, three times a test, into each logger that hands nothing on.
    """
    for logger in logging.root.manager.loggerDict.values():
        if isinstance(logger, logging.Logger):
            logger.propagate = True
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """pytest looks for garbage five times at the end; once is enough."""
    gc.collect()
    gc.freeze()


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


@pytest.fixture(autouse=True)
def opens_no_index(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A quick test whose question goes to the index fails: the first one would build it, which takes half a minute."""
    if request.node.get_closest_marker("slow") is None:
        monkeypatch.setattr(LazyIndex, "index", property(_not_in_a_quick_test))


def _not_in_a_quick_test(opened: LazyIndex) -> Never:
    raise AssertionError("Only tests marked slow may open an index.")


def without_index(assistant: Assistant) -> Assistant:
    """An assistant that finds by words alone: it has no vectors to tell anything by."""
    return replace(
        assistant, scores=lambda _question, _lexical: ({}, {}), tell=lambda _: {}, nearness=lambda _: {}
    )


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The guidance, read once for all tests; those of the evaluation put one of their own in its place."""
    return load()
