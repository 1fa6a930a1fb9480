"""Guidance, timeline and recommendations in a real browser."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from corpus import Corpus, load
from corpus.model import PassageKind
from tests.browser.conftest import PHONE, Visit, serving, settle


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load()


def test_an_address_opens_scrolled_to_its_passage(visit: Visit, corpus: Corpus) -> None:
    late = [p for p in corpus.passages if p.recommendation == 9 and p.kind is PassageKind.LIST_ITEM][-1]
    for size in ((1280, 900), PHONE):
        page = visit(f"guidance?passage={late.id}", size=size)
        found = page.locator(".asked-for")
        expect(found).to_be_in_viewport()
        assert found.locator("mark").inner_text() == late.text


def test_the_contents_lead_to_their_heading(visit: Visit) -> None:
    page = visit("guidance")
    page.get_by_role("navigation", name="Contents").get_by_role("link", name="Recommendation 14").click()
    heading = page.get_by_role("heading", name="Recommendation 14", exact=True)
    expect(heading).to_be_in_viewport()
    page.get_by_text("Show the lines of the source").click()
    expect(page.locator(".source-lines").first).to_be_attached()


def test_a_place_on_the_timeline_is_selected_and_read(visit: Visit) -> None:
    page = visit("timeline")
    chart = page.get_by_test_id("stVegaLiteChart")
    chart.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    box = chart.bounding_box()
    assert box
    page.mouse.click(box["x"] + 40, box["y"] + 160)
    picked = page.locator("#picked-commitment")
    expect(picked).to_be_in_viewport()
    assert "commitment=" in page.url
    expect(picked.locator("mark").first).to_be_visible()
    page.reload()
    expect(picked).to_be_visible()
    picked.get_by_role("link", name="Open it in the guidance").click()
    expect(page.locator(".asked-for")).to_be_in_viewport()


def test_the_timeline_is_taken_away(visit: Visit, tmp_path: Path) -> None:
    page = visit("timeline")
    for label, begins in (
        ("Table as CSV", b"\xef\xbb\xbfwho,"),
        ("Chart as PNG", b"\x89PNG"),
        ("Chart as SVG", b"<svg"),
    ):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=label).click()
        target = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(target)
        assert target.read_bytes().startswith(begins)


def test_the_table_leads_to_the_same_passage(visit: Visit) -> None:
    page = visit("timeline")
    page.get_by_role("link", name="by July 2012").first.click()
    expect(page.locator("#picked-commitment")).to_be_in_viewport()


def test_recommendations_lead_to_their_pages_and_to_a_question(visit: Visit) -> None:
    page = visit("recommendations")
    page.get_by_role("link", name="Create a Chief Social Worker").click()
    expect(page.get_by_role("heading", name="Recommendation 15", exact=True)).to_be_visible()
    page.get_by_role("link", name="When is recommendation 15 due?").click()
    expect(page.locator(".asked")).to_have_text("When is recommendation 15 due?")
    settle(page)
    for _ in range(3):
        if "recommendation=15" not in page.url:
            page.go_back()
            page.wait_for_timeout(300)
    expect(page.get_by_role("heading", name="Recommendation 15", exact=True)).to_be_visible()
    page.get_by_role("link", name="Ask", exact=True).click()
    expect(page.locator(".asked")).to_have_count(1)
    expect(page.get_by_text("Earlier in this conversation")).to_have_count(0)


def test_a_problem_is_told_with_its_command_and_no_traceback(
    visit: Visit, built: Path, tmp_path: Path
) -> None:
    corpus = tmp_path / "<b>corpus"
    corpus.mkdir()
    with serving(
        {"ASSISTANT_CORPUS": str(corpus), "ASSISTANT_HOME": str(tmp_path)}, tmp_path / "log"
    ) as address:
        page = visit("", at=address)
        expect(page.get_by_test_id("stAlert")).to_contain_text("<b>corpus")
        expect(page.get_by_test_id("stCode")).to_contain_text("git checkout")
        assert "Traceback" not in page.content()
        page.goto(f"{address}/guidance")
        settle(page)
        expect(page.get_by_test_id("stAlert")).to_be_visible()


def test_an_index_that_is_damaged_is_mended_or_told(visit: Visit, built: Path, tmp_path: Path) -> None:
    """Stale and damaged indexes are built anew; where that is not possible, the page says how."""
    (tmp_path / "index").write_text("no folder", encoding="utf-8")
    environment = {"ASSISTANT_HOME": str(tmp_path), "ASSISTANT_DATA": str(tmp_path / "data")}
    with serving(environment, tmp_path / "log") as address:
        page = visit("", at=address)
        box = page.get_by_test_id("stChatInput").locator("textarea")
        box.fill("Who said that the voice of the young matters most?")
        box.press("Enter")
        expect(page.get_by_test_id("stAlert")).to_contain_text("index", timeout=60_000)
        expect(page.get_by_test_id("stCode")).to_contain_text("assistant index build")
        assert "Traceback" not in page.content()


#: This computer, as the kernel writes it: 127.0.0.1 and ::1.
_LOOPBACK = {"0100007F", "00000000000000000000000001000000"}


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="only Linux lists its sockets in /proc")
def test_the_server_listens_on_this_computer_alone(served: str) -> None:
    port = f"{urlsplit(served).port:04X}"
    lines = [
        line.split()
        for name in ("tcp", "tcp6")
        if (table := Path("/proc/net", name)).exists()
        for line in table.read_text(encoding="ascii").splitlines()[1:]
    ]
    listening = {
        line[1].partition(":")[0] for line in lines if line[3] == "0A" and line[1].endswith(f":{port}")
    }
    assert listening
    assert listening <= _LOOPBACK
