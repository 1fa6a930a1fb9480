"""axe-core on every page and state, in light on a desktop and in dark on a telephone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, Axe, Visit, ask, settle

PAGES = (
    "guidance?document=press-release",
    "guidance?passage=government-response/narrative/fd80c517",
    "timeline",
    "recommendations",
    "recommendations?recommendation=14",
    "quiz",
    "evaluation",
)
QUESTIONS = (
    "When will there be a Chief Social Worker?",
    "A child next door is being beaten right now, what do I do?",
    "What does recommendation 16 say?",
    "Which recommendations were accepted in principle?",
)


@pytest.mark.parametrize(("scheme", "size"), [("light", DESKTOP), ("dark", PHONE)])
def test_nothing_serious_is_found_on_any_page(
    visit: Visit, axe: Axe, scheme: str, size: tuple[int, int]
) -> None:
    found: dict[str, list[str]] = {}

    def look(name: str, page: Page) -> None:
        if violations := axe(page):
            found[name] = violations

    page = visit("", scheme=scheme, size=size)
    look("empty chat", page)
    for question in QUESTIONS:
        ask(page, question)
        look(question, page)
    page.locator("a.chip").first.click()
    page.get_by_role("button", name="Take it away").click()
    look("files and a quote", page)
    address = page.url.partition("?")[0]
    for path in PAGES:
        page.goto(address + path)
        settle(page)
        look(path, page)
    assert found == {}
