"""The menu, and links between pages that keep the conversation."""

from __future__ import annotations

import pytest
from streamlit.util import calc_hash

from assistant.pages import addresses, browser
from assistant.pages.addresses import passage_address, question_address, recommendation_address, target
from tests.pages.screen import asked, opened, text

QUESTION = "What is the timescale for recommendation 14? & more=1"


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("ask", "The guidance of 2011"),
        ("guidance", "Guidance"),
        ("timeline", "Timeline"),
        ("recommendations", "Recommendations"),
        ("evaluation", "Evaluation"),
    ],
)
def test_every_page_opens_by_its_address(page: str, title: str) -> None:
    assert opened(page).title[0].value == title


def test_addresses_say_what_they_lead_to() -> None:
    assert target(passage_address("a/b c/1")) == ("guidance", {"passage": "a/b c/1"})
    assert target(question_address(QUESTION)) == ("ask", {addresses.ASKED: QUESTION})
    assert target(recommendation_address(3)) == ("recommendations", {"recommendation": "3"})
    assert target("/guidance/?passage=a&passage=b#x") == ("guidance", {"passage": "b"})


def test_a_link_leads_to_its_page_with_its_parameters() -> None:
    screen = asked(opened(), "What is the timescale for recommendation 14?")
    screen.session_state["_go"] = recommendation_address(9)
    screen.run()
    assert screen.title[0].value == "Recommendation 9"
    assert len(screen.session_state["turns"]) == 1
    screen._page_hash = calc_hash("ask")
    screen.run()
    assert "The timescale given for recommendation 14" in text(screen)


def test_a_question_is_handed_on_beside_the_address() -> None:
    screen = opened("recommendations", recommendation="14")
    screen.session_state["_go"] = question_address("What is the timescale for recommendation 14?")
    screen.run()
    assert "The timescale given for recommendation 14" in text(screen)
    assert addresses.ASKED not in screen.query_params


@pytest.mark.parametrize(
    "address", ["https://example.org/guidance-of-2011", "nowhere", "javascript:alert(1)", ""]
)
def test_a_link_to_anywhere_else_leads_nowhere(address: str) -> None:
    screen = opened("guidance")
    screen.session_state["_go"] = address
    screen.run()
    assert not screen.exception
    assert screen.title[0].value == "Guidance"


def test_nothing_is_told_to_the_browser_twice() -> None:
    screen = opened("guidance")
    assert screen.session_state["_told"] == []
    assert browser.PENDING not in screen.session_state or not screen.session_state[browser.PENDING]
