"""The questions to a changed corpus: sixty for each change, made from what was typed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corpus.model import Status
from evals.changes import EXCHANGED, RESPONSE, SWAPPED, shifted
from evals.items import GoldPlace, Item
from evals.known import KnownRecommendation, known_recommendations, known_timescales

_SAID = {
    Status.ACCEPT: ("Accept",),
    Status.ACCEPT_IN_PRINCIPLE: ("Accept in principle",),
    Status.CONSIDER_FURTHER: ("Consider further",),
}
_WHEN = (
    "What is the timescale for recommendation {n}?",
    "By when is recommendation {n} to be carried out?",
    "What timescale was given for {topic}?",
    "Which dates did the Government give for recommendation {n}, on {topic}?",
)
_STATUS = (
    "Was recommendation {n} accepted?",
    "What was the Government's response to recommendation {n}?",
    "How did the Government respond to the recommendation about {topic}?",
    "Did ministers accept, accept in principle or defer recommendation {n}?",
)
_CONTENT = {
    "recommendation": "What does recommendation {n} say?",
    "munro_argument": "What was Professor Munro's argument for recommendation {n}?",
    "government_response": "What did the Government say in its response to recommendation {n}?",
    "timescale": "What is the timescale for recommendation {n}?",
}


def dates_items() -> tuple[Item, ...]:
    """What is due when, after the dates were shifted."""
    return tuple(
        _item("changed-dates", f"cd-{r.number}-{n}", text, r, r.number, **_shifted_gold(r))
        for r in known_recommendations().values()
        for n, text in enumerate(_WHEN)
    )


def statuses_items() -> tuple[Item, ...]:
    """What was accepted, after the statuses were swapped."""
    return tuple(
        _item("changed-statuses", f"cs-{r.number}-{n}", text, r, r.number, **_swapped_gold(r))
        for r in known_recommendations().values()
        for n, text in enumerate(_STATUS)
    )


def recommendations_items() -> tuple[Item, ...]:
    """What a recommendation says, after each was put under the number of another."""
    return tuple(_exchanged_items())


def _exchanged_items() -> Iterator[Item]:
    known = known_recommendations()
    for number, other in EXCHANGED.items():
        for part, text in _CONTENT.items():
            said = known[other]
            gold = _timescale_gold(said) if part == "timescale" else {"evidence": (said.evidence[part],)}
            gold |= {"places": (GoldPlace(RESPONSE, number, part, None),)}
            yield _item("changed-recommendations", f"cr-{number}-{part}", text, said, number, **gold)


def _item(name: str, id: str, text: str, said: KnownRecommendation, number: int, **gold: Any) -> Item:
    values: dict[str, Any] = {
        "history": (),
        "outcome": "answered",
        "reason": None,
        "notices": (),
        "all_places": False,
        "evidence": (),
        "dates": (),
        "other_dates": (),
        "must_say": (),
        "must_not_say": (),
        "twin": None,
        "variant": name.removeprefix("changed-"),
    }
    question = text.format(n=number, topic=said.topic)
    return Item(id=id, set=name, question=question, recommendations=(number,), **(values | gold))


def _timescale_gold(r: KnownRecommendation) -> dict[str, Any]:
    others = tuple(
        t.wording for t in known_timescales() if t.recommendation == r.number or t.document == "press-release"
    )
    evidence = tuple(
        t.evidence
        for t in known_timescales()
        if t.recommendation == r.number and t.part == "timescale" and t.wording in r.timescales
    )
    return {"dates": r.timescales, "other_dates": others, "evidence": evidence, "notices": r.notices}


def _shifted_gold(r: KnownRecommendation) -> dict[str, Any]:
    gold = {name: tuple(map(shifted, values)) for name, values in _timescale_gold(r).items()}
    return gold | {"places": (GoldPlace(RESPONSE, r.number, "timescale", None),)}


def _swapped_gold(r: KnownRecommendation) -> dict[str, Any]:
    status = SWAPPED[Status(r.status)]
    return {
        "must_say": _SAID[status],
        "evidence": (
            f"Government response - {_SAID[status][0]}",
            f"Government response – {_SAID[status][0]}",
        ),
        "places": (GoldPlace(RESPONSE, r.number, "government_response", None),),
    }
