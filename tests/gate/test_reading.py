"""What a sentence claims: its figures, its statuses, the parts that it speaks of, and who is said to speak."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.gate.claims import PartClaim, SpeakerClaim
from assistant.gate.figures import figures
from assistant.gate.reading import understand
from assistant.gate.statuses import claimed
from assistant.gate.text import make
from corpus import load
from corpus.model import Part, Status


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Fifteen and 15 and FIFTEEN", ["15", "15", "15"]),
        ("£2,000 or 4.5 per cent, twenty per cent", ["£2000", "4.5%", "20%"]),
        ("two thirds, a quarter, half, twice, ninety", ["2", "n/3", "1/4", "1/2", "2", "90"]),
        ("the 3rd of seventeen", ["3", "17"]),
        ("one first tenfold x2 2x 3/a often", ["3"]),
    ],
)
def test_figures(text: str, values: list[str]) -> None:
    assert [f.value for f in figures(text)] == values


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Was it accepted?", {Status.ACCEPT}),
        ("Was it accepted only in principle?", {Status.ACCEPT_IN_PRINCIPLE}),
        ("Did they accept this in principle?", {Status.ACCEPT_IN_PRINCIPLE}),
        ("Was it only half accepted?", {Status.ACCEPT_IN_PRINCIPLE}),
        ("Is it to be considered further?", {Status.CONSIDER_FURTHER}),
        ("Was it accepted or accepted in principle?", {Status.ACCEPT, Status.ACCEPT_IN_PRINCIPLE}),
        ("Was it turned down?", set()),
        ("Is it acceptable?", None),
    ],
)
def test_statuses(text: str, statuses: set[Status] | None) -> None:
    assert claimed(text) == statuses


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("The REPLY TO recommendation 5 was short.", Part.GOVERNMENT_RESPONSE, None),
        ("Munro’s response to recommendation 5 was short.", Part.GOVERNMENT_RESPONSE, "Munro"),
        ("The timescale set for recommendation 5 was short.", Part.TIMESCALE, None),
        (
            "The Government's arguments for recommendation 5 were short.",
            Part.MUNRO_ARGUMENT,
            "The Government",
        ),
        ("The council's recommendation 5 was short.", Part.RECOMMENDATION, "The council"),
        ("Professor Munro, as ever, argued for recommendation 5.", None, "Professor Munro, as ever"),
    ],
)
def test_parts_and_speakers(text: str, part: Part | None, speaker: str | None) -> None:
    claims = understand(make(text), load(), date(2011, 7, 13), frame=False).claims
    assert [c.part for c in claims if isinstance(c, PartClaim)] == ([part] if part else [])
    assert [c.wording for c in claims if isinstance(c, SpeakerClaim)] == ([speaker] if speaker else [])
