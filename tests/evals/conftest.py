"""A corpus of one document, and items about it, small enough to work every figure out by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.model import Answer, Citation, DateShown, Outcome, Reason
from corpus import Corpus
from corpus.model import Document, Part, Passage, PassageKind, Place, Span
from evals.items import GoldPlace, Item
from evals.judge import judge
from evals.lines import Line, line_of
from evals.measures import Result
from evals.scores import Reference, score

EDITION = "Menus will be published by May 2013. Roads will be mended in the autumn."


def _passage(name: str, recommendation: int, start: int, end: int) -> Passage:
    place = Place("response", recommendation, Part.TIMESCALE, None, Span(start, end), ())
    return Passage(name, place, EDITION[start:end], PassageKind.PARAGRAPH, "The Government", (), None, None)


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    document = Document(
        *(
            "response",
            "The response",
            "A ministry",
            date(2012, 1, 1),
            "January 2012",
            "cooks",
            "The Government",
        ),
        *("OGL", "0" * 64, "Response", False),
    )
    passages = (_passage("menus", 5, 0, 36), _passage("roads", 6, 37, 72))
    return Corpus((document,), {"response": EDITION}, passages, {}, {}, "c" * 64, Path("data"))


@pytest.fixture(scope="session")
def make_item() -> Callable[..., Item]:
    def make(**changes: Any) -> Item:
        values: dict[str, Any] = {
            "id": "i1",
            "set": "timescales",
            "question": "When are the menus due?",
            "history": (),
            "outcome": "answered",
            "reason": None,
            "notices": (),
            "recommendations": (5,),
            "places": (GoldPlace("response", 5, "timescale", None),),
            "all_places": False,
            "evidence": ("published by May 2013",),
            "dates": ("by May 2013",),
            "other_dates": (),
            "must_say": (),
            "must_not_say": (),
            "twin": None,
        }
        return Item(**(values | changes))

    return make


@pytest.fixture(scope="session")
def right_answer() -> Answer:
    citation = Citation(
        *(
            1,
            "response",
            5,
            Part.TIMESCALE,
            None,
            EDITION[0:36],
            "The Government",
            "Recommendation 5",
            "menus",
        ),
        Span(0, 36),
    )
    shown = (DateShown("by May 2013", "../2013-05"),)
    text = "**By May 2013.** [1]"
    return Answer("q", Outcome.ANSWERED, text, (citation,), (5,), shown, seconds=0.010)


@pytest.fixture(scope="session")
def wrong_answer() -> Answer:
    """Of another recommendation, with another date, and a quote that its edition does not hold."""
    citation = Citation(
        *(
            1,
            "response",
            6,
            Part.TIMESCALE,
            None,
            "Roads will be mended by 2014.",
            "The Government",
            "x",
            "roads",
        ),
        Span(37, 72),
    )
    shown = (DateShown("by 2014", "../2014"),)
    return Answer("q", Outcome.ANSWERED, "By 2014. [1]", (citation,), (6,), shown, seconds=0.030)


@pytest.fixture(scope="session")
def refusal() -> Answer:
    return Answer("q", Outcome.NOT_IN_GUIDANCE, "No.", reason=Reason.OUT_OF_RANGE, seconds=0.020)


@pytest.fixture(scope="session")
def results(
    corpus: Corpus,
    make_item: Callable[..., Item],
    right_answer: Answer,
    wrong_answer: Answer,
    refusal: Answer,
) -> tuple[Result, ...]:
    """Right; all wrong; a right refusal; a refusal for the wrong reason."""
    absent: dict[str, Any] = {
        "set": "refuse",
        "outcome": "not_in_guidance",
        "recommendations": (),
        "places": (),
        "evidence": (),
        "dates": (),
    }
    pairs = (
        (make_item(), right_answer),
        (make_item(id="i2", must_say=("by May 2013",)), wrong_answer),
        (make_item(id="i3", reason="out_of_range", **absent), refusal),
        (make_item(id="i4", reason="case_advice", **absent), refusal),
    )
    return tuple(Result(item, answer, judge(item, answer, corpus)) for item, answer in pairs)


@pytest.fixture(scope="session")
def make_line() -> Callable[..., Line]:
    """A line of a run; ``gold`` and ``answer`` change some of their keys only."""

    def make(
        gold: dict[str, Any] | None = None, answer: dict[str, Any] | None = None, **changes: Any
    ) -> Line:
        values: dict[str, Any] = {
            "suite": "guidance",
            "id": "i1",
            "set": "timescales",
            "question": "When are the menus due?",
            "history": (),
            "base": None,
            "variant": None,
            "twin": None,
            "right": True,
            "checks": {},
            "scores": {},
        }
        values |= changes
        values["checks"] = {"right": values["right"], **values["checks"]}
        plain_gold: dict[str, Any] = {
            "outcome": "answered",
            "reason": None,
            "notices": [],
            "recommendations": [5],
            "places": [],
            "all_places": False,
            "evidence": [],
            "dates": [],
            "other_dates": [],
            "must_say": [],
            "must_not_say": [],
        }
        plain_answer: dict[str, Any] = {
            "outcome": "answered",
            "reason": None,
            "answer": "By May 2013. [1]",
            "citations": [],
            "recommendations": [5],
            "dates": [],
            "notices": [],
            "seconds": 0.01,
        }
        return Line(**values, gold=plain_gold | (gold or {}), answer=plain_answer | (answer or {}))

    return make


@pytest.fixture(scope="session")
def lines(results: tuple[Result, ...], corpus: Corpus) -> tuple[Line, ...]:
    """The four results as lines, scored."""
    return tuple(
        line_of(r, "guidance", score(r.item, r.answer, r.verdict, Reference(corpus))) for r in results
    )
