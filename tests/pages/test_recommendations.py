"""The table of the recommendations, and a page for each."""

from __future__ import annotations

import re

import pytest

from assistant.answers.places import STATUS_NAMES
from assistant.pages.addresses import target
from corpus import Corpus
from corpus.model import Part
from tests.pages.screen import Shown, bodies, opened, shown, text


def lines(screen_bodies: list[str]) -> list[str]:
    table = next(body for body in screen_bodies if "<table" in body)
    return re.findall(r"<tr role=\"row\">(.*?)</tr>", table)[1:]


def test_the_table_has_every_recommendation_with_title_theme_status_who_and_when(corpus: Corpus) -> None:
    made = lines(bodies(opened("recommendations")))
    assert len(made) == len(corpus.recommendations) == 15
    for line, recommendation in zip(made, corpus.recommendations.values(), strict=True):
        words = Shown(line).words
        assert words.startswith(f"{recommendation.number}{recommendation.title}{recommendation.theme}: ")
        assert STATUS_NAMES[recommendation.status] in words
    fourteen = Shown(made[13]).words
    assert fourteen.endswith("Most local authoritiesAllby April 2012by July 2012")
    assert Shown(made[4]).words.endswith("as soon as practicable")


@pytest.mark.parametrize("number", [1, 9, 13, 14])
def test_each_has_a_page_with_its_four_parts_in_full(corpus: Corpus, number: int) -> None:
    screen = opened("recommendations", recommendation=str(number))
    words = text(screen)
    recommendation = corpus.recommendations[number]
    assert screen.title[0].value == f"Recommendation {number}"
    assert recommendation.title in words
    for part, passages in recommendation.passages.items():
        assert part is not Part.NARRATIVE
        for passage in passages:
            assert re.sub(r"\s+", " ", passage.text.replace("*", "")) in words
    headings = [tag for tag, _ in shown(screen).tags].count("h2")
    assert headings == 6


def test_pages_lead_to_each_other_to_the_guidance_the_timeline_and_the_chat() -> None:
    found = {a["href"] for a in shown(opened("recommendations", recommendation="1")).having("data-page")}
    pages = [target(address)[0] for address in found]
    assert {"recommendations", "guidance", "timeline", "ask"} == set(pages)
    assert "recommendations?recommendation=2" in found
    assert "recommendations?recommendation=0" not in found


@pytest.mark.parametrize("number", ["16", "0", "-1", "x", "٣", "9" * 5000])
def test_a_number_that_there_is_not_is_told(number: str) -> None:
    screen = opened("recommendations", recommendation=number)
    if number == "٣":
        assert screen.title[0].value == "Recommendation 3"
    else:
        assert "numbered 1 to 15" in screen.info[0].value
