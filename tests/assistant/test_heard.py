"""What a question asks for by its sound, beside what its wordings show."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from assistant.evidence.asked import Asked
from assistant.opening import open_assistant
from assistant.pipeline import draft
from assistant.question.facets import Want
from assistant.question.heard import SEVERAL, heard, several
from assistant.question.question import read


@pytest.mark.parametrize(
    ("kinds", "wanted"),
    [
        ({"when": 0.99}, {Want.WHEN}),
        ({"when": 0.99, "status": 0.99}, {Want.WHEN, Want.STATUS}),
        ({"when": 0.3, "status": 0.5}, set()),
        ({"weight": 0.99}, set()),
        ({}, set()),
    ],
)
def test_what_sounds_likely_is_heard(kinds: Mapping[str, float], wanted: set[Want]) -> None:
    assert heard(kinds) == wanted


def test_several_are_heard_where_it_is_likely() -> None:
    assert several({SEVERAL: 0.9})
    assert not several({SEVERAL: 0.5})
    assert not several({})


def _nothing_found(question: str, lexical: str) -> tuple[dict[str, float], dict[str, float]]:
    return {}, {}


def _drafted(text: str, kinds: Mapping[str, float]) -> tuple[str, ...]:
    assistant = open_assistant()
    question = read(text, assistant.library, assistant.speller)
    made = draft(Asked(question, assistant.library, _nothing_found, lambda query: kinds))
    return tuple(w.wording for w in made.whens)


def test_a_time_that_is_only_heard_is_answered_with_dates() -> None:
    asked = "Must directors be patient about the amended Working Together on boards monitoring early help?"
    assert not _drafted(asked, {"when": 0.0})
    assert _drafted(asked, {"when": 0.99}) == ("by December 2011",)
