"""The quiz page in a real browser: by the keyboard alone, told to a screen reader, and held against axe-core."""

from __future__ import annotations

import json
import re
from contextlib import suppress

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from tests.browser.conftest import DESKTOP, PHONE, Axe, Visit, settle


def ran(page: Page) -> None:
    """Wait until the page has been run for what was done just now."""
    with suppress(TimeoutError):
        page.wait_for_selector('.stApp[data-test-script-state="running"]', timeout=400)
    settle(page)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()
    ran(page)


def choose(page: Page, count: int) -> None:
    """Say how many questions, and the seed that draws the same ones each time."""
    for name, value in (("Number of questions", count), ("Seed", 7)):
        box = page.get_by_role("spinbutton", name=name)
        box.fill(str(value))
        box.press("Tab")
        ran(page)


def hears(page: Page, words: str | re.Pattern[str]) -> None:
    """A screen reader is told these words."""
    expect(page.locator("#announcements")).to_have_text(words)


def only(page: Page, kind: str) -> None:
    """Draw questions of one kind."""
    page.get_by_text("What it is about").click()
    ran(page)
    page.get_by_role("combobox", name="Kinds").click()
    page.get_by_role("option", name=kind).click()
    page.keyboard.press("Escape")
    ran(page)


def test_a_quiz_is_taken_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit("quiz")
    choose(page, 2)
    only(page, "True or false")
    page.get_by_role("button", name="Start the quiz").press("Enter")
    for number in (1, 2):
        expect(page.get_by_role("heading", name=f"Question {number} of 2")).to_be_visible()
        page.wait_for_function("document.activeElement.id === 'quiz-question'")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(page.get_by_role("radio", name="True")).to_be_checked()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.id === 'quiz-feedback'")
        hears(page, re.compile(r"^(Right\.|Not right\. The answer: False\.)$"))
        while not page.evaluate(
            "['Next question', 'See the results'].includes(document.activeElement.innerText.trim())"
        ):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'quiz-results'")
    hears(page, re.compile(r"^Results: \d of 2 right\.$"))


def test_an_explanation_leads_to_its_passage_and_the_quiz_is_still_there(visit: Visit) -> None:
    page = visit("quiz")
    choose(page, 1)
    press(page, "Start the quiz")
    press(page, "Pass")
    link = page.get_by_role("link", name="Open it in the guidance").first
    address = link.get_attribute("href")
    link.click()
    page.wait_for_url("**/guidance?passage=*")
    settle(page)
    assert page.url.endswith(str(address))
    expect(page.locator(".passage:focus")).to_be_visible()
    page.get_by_role("link", name="Quiz").click()
    settle(page)
    expect(page.get_by_role("heading", name="Question 1 of 1")).to_be_visible()


def test_a_trainer_keeps_the_focus_and_downloads_what_was_accepted(visit: Visit) -> None:
    page = visit("quiz")
    page.locator("label", has_text="For trainers").click()
    ran(page)
    choose(page, 3)
    press(page, "Draw the quiz")
    page.get_by_role("button", name="Accept", exact=True).first.press("Enter")
    expect(page.get_by_role("button", name="Undo accept")).to_be_focused()
    hears(page, "Question 1: Accepted.")
    press(page, "Accept all that are not decided")
    box = page.get_by_role("combobox", name="Format")
    box.click()
    page.get_by_role("option", name="JSON for programs").click()
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download 3 items").click()
    assert download.value.suggested_filename.endswith("-seed-7.json")
    read = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert (len(read["items"]), read["seed"]) == (3, 7)


@pytest.mark.parametrize(("scheme", "size"), [("light", DESKTOP), ("dark", PHONE)])
def test_nothing_serious_is_found_in_any_state(
    visit: Visit, axe: Axe, scheme: str, size: tuple[int, int]
) -> None:
    found: dict[str, list[str]] = {}
    page = visit("quiz", scheme=scheme, size=size)

    def look(state: str) -> None:
        if violations := axe(page):
            found[state] = violations

    choose(page, 4)
    page.get_by_text("What it is about").click()
    look("choosing")
    press(page, "Start the quiz")
    look("a question")
    press(page, "Pass")
    look("an explanation")
    press(page, "Stop and see the results")
    look("the results")
    page.locator("label", has_text="For trainers").click()
    ran(page)
    press(page, "Draw the quiz")
    press(page, "Accept")
    look("a desk")
    press(page, "Edit")
    look("an editor")
    assert found == {}
