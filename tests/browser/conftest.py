"""The app served on this computer, a real browser, and axe-core.

For any test of a page: ``served`` is the address of the app with its index built, ``visit`` opens a page of it in a
browser of its own, and ``axe`` lists what axe-core finds on it.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.tools import axe_source, chromium

ROOT = Path(__file__).parents[2]
FLAGS = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run"
).split()
DESKTOP, PHONE = (1280, 900), (390, 844)
#: Seconds until the served app must answer.
_PATIENCE = 120
#: Milliseconds until what is expected on a page must be there, on a machine that does other things too.
_SHOWN = 30_000

Visit = Callable[..., Page]
Axe = Callable[[Page], list[str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def built(home: Path) -> Path:
    """The home of the tests, with the index of the corpus in it."""
    from corpus import load
    from index.open import open_index
    from index.settings import IndexSettings

    open_index(load(), IndexSettings(home, None)).close()
    return home


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; the test is skipped where there is none."""
    path = chromium()
    if path is None:
        pytest.skip("There is no Chromium. Run: python -m tests.browser.tools")
    expect.set_options(timeout=_SHOWN)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def served(browser: Browser, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the app, without a slash at its end."""
    data = tmp_path_factory.mktemp("data")
    with serving({"ASSISTANT_HOME": str(built), "ASSISTANT_DATA": str(data)}, data / "log") as address:
        yield address


@contextmanager
def serving(environment: dict[str, str], log: Path) -> Iterator[str]:
    """The app as a program of its own, on a free port of this computer.

    Args:
        environment: what its environment has besides this program's.
        log: a file for what it prints.
    """
    port = _free_port()
    path = os.pathsep.join((str(ROOT / "tests" / "offline"), str(ROOT)))
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with log.open("wb") as printed:
        process = subprocess.Popen(
            [*command, "--server.headless", "true"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": path, **environment},
            stdout=printed,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait(process, f"http://localhost:{port}", log)
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"The app was not served: {log.read_text(errors='replace')[-2000:]}")


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Visit]:
    """Opens pages; afterwards no request may have gone beyond this computer, and no script may have failed."""
    contexts = []
    beyond: list[str] = []
    failed: list[str] = []

    def open_page(
        path: str = "", *, size: tuple[int, int] = DESKTOP, scheme: str = "light", at: str = served
    ) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(_SHOWN)
        page.on("request", lambda request: None if is_here(request.url) else beyond.append(request.url))
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.goto(f"{at}/{path}")
        settle(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert beyond == []
    assert failed == []


def is_here(address: str) -> bool:
    """Whether a request stays on this computer."""
    parts = urlsplit(address)
    return parts.scheme in {"data", "blob"} or parts.hostname in {"localhost", "127.0.0.1", "::1"}


def settle(page: Page) -> None:
    """Wait until the page has been run and shown."""
    page.wait_for_selector('[data-testid="stMainBlockContainer"] :is(h1, [data-testid="stAlert"])')
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]')


def ask(page: Page, question: str, shown: str | None = None) -> None:
    """Type a question and wait for its answer; ``shown`` is the question as the page shows it, where it differs."""
    box = page.get_by_test_id("stChatInput").locator("textarea")
    box.fill(question)
    box.press("Enter")
    page.wait_for_function(
        "q => document.querySelector('.asked')?.innerText.trim() === q", arg=shown or question
    )
    settle(page)


@pytest.fixture(scope="session")
def axe() -> Axe:
    """What axe-core finds that is serious or critical, a line each; skipped where axe-core is missing."""
    source = axe_source()
    if source is None:
        pytest.skip("axe-core is missing. Run: python -m tests.browser.tools")

    def find(page: Page) -> list[str]:
        page.evaluate(source)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{v['impact']} {v['id']}: {' '.join(map(str, node['target']))} {node['html'][:160]}"
            for v in found["violations"]
            if v["impact"] in {"serious", "critical"}
            for node in v["nodes"]
        ]

    return find
