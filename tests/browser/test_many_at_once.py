"""Twenty visits that ask at the same time: right answers, none mixed up."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, settle

VISITS = 20
KINDS = ("What is the timescale for recommendation {}?", "Was recommendation {} accepted?")


def test_twenty_visits_ask_at_once_and_each_gets_its_own_answer(visit: Visit) -> None:
    first = visit()
    pages = [first, *(_another(first) for _ in range(VISITS - 1))]
    asked = [(KINDS[n // 15].format(n % 15 + 1), n % 15 + 1) for n in range(VISITS)]
    for page, (question, _) in zip(pages, asked, strict=True):
        page.get_by_test_id("stChatInput").locator("textarea").fill(question)
    for page in pages:
        page.get_by_test_id("stChatInput").locator("textarea").press("Enter")
    for page, (question, number) in zip(pages, asked, strict=True):
        expect(page.locator(".asked")).to_have_text(question)
        expect(page.locator(".answer")).to_contain_text(f"recommendation {number} (")
        heads = page.locator(".answer .quote .head").all_inner_texts()
        assert heads
        assert all(f"Recommendation {number}, " in head or "Recommendation" not in head for head in heads)
    assert len({page.url for page in pages}) == VISITS


def _another(page: Page) -> Page:
    opened = page.context.new_page()
    opened.goto(page.url)
    settle(opened)
    return opened
