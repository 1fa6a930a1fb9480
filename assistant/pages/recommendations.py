"""The page of the recommendations: all in one table, and a page for each with its parts in full."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from assistant.answers.places import PART_NAMES
from assistant.pages import browser
from assistant.pages.addresses import (
    RECOMMENDATIONS,
    commitment_address,
    passage_address,
    question_address,
    recommendation_address,
)
from assistant.pages.commitments import NOBODY, Row, moment, rows
from assistant.pages.html import element, page_link, plain, rich, status_badge, table
from assistant.pages.next_questions import about_recommendation
from assistant.pages.shared import corpus_of
from corpus import Corpus
from corpus.corpus import RESPONSE_PARTS
from corpus.model import Part, Passage, PassageKind, Recommendation

_COLUMNS = ("Number", "Recommendation", "Theme", "Status", "Who", "When")


def render() -> None:
    """The table, or the recommendation that the address names."""
    corpus = corpus_of()
    named = st.query_params.get("recommendation")
    if named is None:
        _all(corpus)
    elif recommendation := corpus.recommendations.get(
        int(named) if named.isdecimal() and len(named) < 9 else 0
    ):
        _one(recommendation, corpus)
    else:
        st.title("Recommendations", anchor=False)
        st.info(
            f"There is no recommendation of this number: they are numbered 1 to {max(corpus.recommendations, default=0)}."
        )
        st.html(element("p", page_link(RECOMMENDATIONS, "All recommendations")))


def _all(corpus: Corpus) -> None:
    st.title("Recommendations", anchor=False)
    count = len(corpus.recommendations)
    st.caption(
        f"The {count} recommendations of the Munro review and what the Government said to each in July 2011."
    )
    everything = rows(corpus)
    lines = [_line(r, everything, corpus) for r in corpus.recommendations.values()]
    st.html(table("All recommendations", _COLUMNS, lines))


def _line(recommendation: Recommendation, everything: tuple[Row, ...], corpus: Corpus) -> tuple[str, ...]:
    promised = timescale_rows(recommendation.number, everything)
    who = dict.fromkeys(r.who for r in promised if r.who != NOBODY) or [NOBODY]
    when = dict.fromkeys(r.commitment.when.wording for r in promised) or ["No date given"]
    theme = corpus.themes.get(recommendation.theme, "")
    return (
        plain(str(recommendation.number)),
        page_link(recommendation_address(recommendation.number), plain(recommendation.title)),
        plain(f"{recommendation.theme}: {theme}"),
        status_badge(recommendation.status),
        "<br>".join(map(plain, who)),
        "<br>".join(map(plain, when)),
    )


def timescale_rows(number: int, everything: tuple[Row, ...]) -> list[Row]:
    """What the timescale of a recommendation promises, the earliest first."""
    places = ((r, r.commitment.place) for r in everything if not r.commitment.past)
    found = [r for r, p in places if p.recommendation == number and p.part is Part.TIMESCALE]
    return sorted(found, key=moment)


def _one(recommendation: Recommendation, corpus: Corpus) -> None:
    number = recommendation.number
    st.title(f"Recommendation {number}", anchor=False)
    theme = f"Theme {recommendation.theme}: {corpus.themes.get(recommendation.theme, '')}"
    head = (
        element("p", plain(recommendation.title), class_="title")
        + element("p", status_badge(recommendation.status) + " " + plain(theme))
        + _around(number, corpus)
    )
    promised = [
        r for r in rows(corpus) if r.commitment.place.recommendation == number and not r.commitment.past
    ]
    parts = "".join(_part(part, recommendation.passages[part]) for part in RESPONSE_PARTS)
    dates = element("section", element("h2", "Who and when") + _dates(promised))
    asking = element("section", element("h2", "Ask about it") + _questions(number))
    st.html(
        element(
            "div", head + dates + parts + asking, class_="recommendation", id="recommendation", tabindex="-1"
        )
    )
    browser.tell(
        f"recommendation {browser.arrivals()} {number}",
        say=f"Recommendation {number}: {recommendation.title}",
    )


def _around(number: int, corpus: Corpus) -> str:
    links = [page_link(RECOMMENDATIONS, "All recommendations")]
    for name, other in (("Previous", number - 1), ("Next", number + 1)):
        if other in corpus.recommendations:
            links.append(page_link(recommendation_address(other), f"{name}: recommendation {other}"))
    return element("nav", " · ".join(links), aria_label="Recommendations")


def _dates(promised: list[Row]) -> str:
    if not promised:
        return element("p", "No date is given.")
    lines = [
        (
            page_link(commitment_address(r.key), plain(r.commitment.when.wording)),
            plain(r.who),
            plain(r.commitment.what.replace("*", "")),
            plain(PART_NAMES[r.commitment.place.part]),
        )
        for r in promised
    ]
    return table("Who promised what, and when", ("When", "Who", "What", "Part"), lines)


def _part(part: Part, passages: tuple[Passage, ...]) -> str:
    made = []
    for listed, group in groupby(passages, key=lambda p: p.kind is PassageKind.LIST_ITEM):
        shown = "".join(_passage(p, part, "li" if listed else "p") for p in group)
        made.append(element("ul", shown) if listed else shown)
    return element("section", element("h2", PART_NAMES[part]) + "".join(made))


def _passage(passage: Passage, part: Part, tag: str) -> str:
    label = f"Open this passage in the guidance: {PART_NAMES[part]}"
    link = page_link(passage_address(passage.id), "#", label, "permalink")
    return element(tag, element("span", rich(passage.text), class_="words") + link, class_="passage")


def _questions(number: int) -> str:
    links = (element("li", page_link(question_address(q), plain(q))) for q in about_recommendation(number))
    return element("ul", "".join(links))
