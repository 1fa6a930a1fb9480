"""Asking, reading on, going on, taking away and coming back, as a person does it."""

from __future__ import annotations

import statistics
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visit, ask, settle

DIFFER = "When will there be a Chief Social Worker?"
SET = "Which recommendations were accepted in principle?"
#: Milliseconds from the key to the answer on the screen, at the median.
QUICK = 300
ASKED_TIMES = 9
_TIMED = """q => new Promise(done => {
    const begun = performance.now(), seen = () => document.querySelector('.asked')?.innerText.trim() === q;
    const look = () => seen() ? requestAnimationFrame(() => done(performance.now() - begun)) : requestAnimationFrame(look);
    look();
})"""

#: Whether the first words of the answer are on the screen with nothing over them.
_ON_TOP = """() => {
    const box = document.querySelector('.direct').getBoundingClientRect();
    return document.elementFromPoint(box.left + 20, box.top + 10)?.closest('.direct') !== null;
}"""


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.outerHTML"))


def test_a_citation_opens_and_leads_to_the_highlighted_passage_and_back(visit: Visit) -> None:
    page = visit()
    ask(page, DIFFER)
    chip = page.locator("a.chip").nth(1)
    expect(chip).to_have_attribute(
        "aria-label", "Quote 2: Press notice, Munro Review of Child Protection: government response"
    )
    chip.click()
    card = page.locator(".quote:has(details[open])")
    expect(card.locator("mark").first).to_be_visible()
    assert "Read it in its passage" in focused(page)
    quoted = card.locator("mark").first.inner_text()
    card.get_by_role("link", name="Open it in the guidance").click()
    passage = page.locator(".asked-for")
    expect(passage).to_be_in_viewport()
    assert quoted.split(",")[0] in passage.inner_text()
    assert "passage=press-release" in page.url
    page.get_by_role("link", name="Ask", exact=True).click()
    expect(page.locator(".asked")).to_have_text(DIFFER)


def test_documents_that_differ_stand_beside_each_other_and_below_on_a_telephone(visit: Visit) -> None:
    for size, beside in (((1280, 900), True), (PHONE, False)):
        page = visit(size=size)
        ask(page, DIFFER)
        first, second = (page.locator(".differ .quote").nth(n).bounding_box() for n in (0, 1))
        assert first
        assert second
        assert (abs(first["y"] - second["y"]) < 2) == beside


def test_a_follow_up_is_completed_and_the_earlier_answer_opens(visit: Visit) -> None:
    page = visit()
    ask(page, "What is the timescale for recommendation 14?")
    ask(page, "and 12?")
    expect(page.locator(".understood")).to_contain_text("Read as")
    page.get_by_text("What is the timescale for recommendation 14?").last.click()
    expect(page.locator(".answer")).to_have_count(2)


def test_the_arrival_of_an_answer_is_announced_once(visit: Visit) -> None:
    page = visit()
    page.evaluate(
        """() => { window.heard = []; new MutationObserver(list => list.forEach(change => {
            const live = (change.target.nodeType === 1 ? change.target : change.target.parentElement)
                ?.closest('[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]');
            const words = live?.textContent.trim();
            if (words) window.heard.push(words);
        })).observe(document.body, {subtree: true, childList: true, characterData: true}) }"""
    )
    ask(page, SET)
    page.wait_for_timeout(500)
    heard = page.evaluate("window.heard")
    assert len(heard) == 1
    assert heard[0].startswith("Answer: Five answered")
    ask(page, "A child next door is being beaten right now, what do I do?")
    page.wait_for_timeout(500)
    heard = page.evaluate("window.heard")
    assert len(heard) == 2
    assert heard[1].startswith("Answer: If a child is in danger now, call 999.")


def test_everything_is_done_by_keyboard_alone(visit: Visit) -> None:
    page = visit()
    box = page.get_by_test_id("stChatInput").locator("textarea")
    box.focus()
    page.keyboard.type(DIFFER)
    page.keyboard.press("Enter")
    page.wait_for_selector("a.chip")
    settle(page)
    page.evaluate("document.querySelector('.answer').focus()")
    page.keyboard.press("Tab")
    assert 'class="chip"' in focused(page)
    page.keyboard.press("Enter")
    expect(page.locator(".quote details[open]")).to_have_count(1)
    assert "<summary>" in focused(page)
    page.keyboard.press("Tab")
    assert "Open it in the guidance" in focused(page)
    page.keyboard.press("Enter")
    page.wait_for_selector(".asked-for")
    page.wait_for_function("document.activeElement.classList.contains('asked-for')")


def test_a_question_by_button_brings_the_focus_to_its_answer(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name=SET).focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement?.classList.contains('asked')")
    expect(page.locator(".asked")).to_be_in_viewport()


def test_a_conversation_is_found_again_after_a_reload_renamed_and_deleted(visit: Visit) -> None:
    page = visit()
    ask(page, SET)
    page.reload()
    expect(page.locator(".asked")).to_have_text(SET)
    page.goto(page.url.partition("?")[0])
    settle(page)
    sidebar = page.get_by_test_id("stSidebar")
    sidebar.get_by_role("button", name=SET).click()
    expect(page.locator(".asked")).to_have_text(SET)
    page.get_by_role("button", name="Rename or delete").click()
    page.get_by_label("Title").fill("For the <b>board</b>")
    page.get_by_label("Title").press("Enter")
    expect(sidebar.get_by_role("button", name="For the <b>board</b>")).to_be_visible()
    page.reload()
    settle(page)
    page.get_by_role("button", name="Rename or delete").click()
    page.get_by_role("button", name="Delete this conversation").click()
    expect(sidebar.get_by_text("Your conversations will be listed here")).to_be_visible()
    expect(page.locator(".asked")).to_have_count(0)


def test_another_browser_sees_nothing_of_it(visit: Visit) -> None:
    page = visit()
    ask(page, SET)
    other = visit(page.url.rpartition("/")[2])
    expect(other.get_by_text("There is no such conversation")).to_be_visible()
    expect(other.locator(".asked")).to_have_count(0)


def test_nothing_is_found_again_of_a_private_conversation(visit: Visit) -> None:
    page = visit()
    page.get_by_text("Private: keep nothing").click()
    settle(page)
    ask(page, SET)
    assert "conversation=" not in page.url
    page.reload()
    settle(page)
    expect(page.locator(".asked")).to_have_count(0)


def test_an_answer_and_its_conversation_are_taken_away(visit: Visit, tmp_path: Path) -> None:
    page = visit()
    ask(page, DIFFER)
    page.get_by_role("button", name="Take it away").click()
    for name, begins in {"Markdown": b"# ", "Word": b"PK", "PDF": b"%PDF"}.items():
        buttons = page.get_by_role("button", name=name, exact=True)
        expect(buttons).to_have_count(2)
        for n in (0, 1):
            with page.expect_download() as waiting:
                buttons.nth(n).click()
            target = tmp_path / f"{name}-{n}"
            waiting.value.save_as(target)
            assert target.read_bytes().startswith(begins)
            assert "chief-social-worker" in waiting.value.suggested_filename


def test_words_become_no_markup(visit: Visit) -> None:
    page = visit()
    ask(page, "<img src=x onerror='window.hurt=1'> recommendation 3?", "recommendation 3?")
    nasty = "1 < 2 & recommendation 3? :red[hot] $x^2$ # :smile: <"
    ask(page, nasty)
    page.reload()
    settle(page)
    expect(page.locator(".asked")).to_have_text(nasty)
    expect(page.get_by_test_id("stSidebar").get_by_role("button", name="recommendation 3?")).to_be_visible()
    page.goto(
        f"{page.url.partition('?')[0]}guidance?passage=%3Cimg%20src%3Dx%20onerror%3D%22window.hurt%3D1%22%3E"
    )
    settle(page)
    page.get_by_label("Find words").fill("<svg onload=window.hurt=1>")
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate("window.hurt") is None
    assert page.locator(".stHtml img, .stHtml svg, .asked script").count() == 0


def test_the_page_fits_a_telephone_and_a_zoom_of_400_per_cent(visit: Visit) -> None:
    for size in (PHONE, (320, 256)):
        page = visit(size=size)
        ask(page, SET)
        overflow = page.evaluate(
            "document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth"
        )
        assert overflow <= 0
        page.wait_for_function(_ON_TOP)


def test_a_question_on_a_warm_page_is_answered_at_once(visit: Visit) -> None:
    page = visit()
    ask(page, "What is the timescale for recommendation 1?")
    taken = []
    for n in range(2, 2 + ASKED_TIMES):
        question = f"What is the timescale for recommendation {n}?"
        page.get_by_test_id("stChatInput").locator("textarea").fill(question)
        page.keyboard.press("Enter")
        taken.append(page.evaluate(_TIMED, question))
        settle(page)
    print(f"median {statistics.median(taken):.0f} ms, n={len(taken)}: {[round(t) for t in taken]}")
    assert statistics.median(taken) < QUICK
