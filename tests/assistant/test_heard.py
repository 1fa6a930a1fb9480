"""What a question asks for by its sound, beside what its wordings show."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from assistant.evidence.asked import Asked
from assistant.opening import open_assistant
from assistant.pipeline import draft
from assistant.question.facets import Want
from assistant.question.heard import HEARD, SEVERAL, as_heard, several
from assistant.question.question import read

WHEN = frozenset({Want.WHEN})
NOTHING: frozenset[Want] = frozenset()


@pytest.mark.parametrize(
    ("wanted", "kinds", "heard"),
    [
        (NOTHING, {"when": 0.99}, WHEN),
        (NOTHING, {"when": 0.4}, NOTHING),
        (WHEN, {"when": 0.4}, WHEN),
        (WHEN, {"when": 0.01}, NOTHING),
        (WHEN, {}, WHEN),
        (NOTHING, {"weight": 0.99}, NOTHING),
        (frozenset({Want.STATUS}), {"status": 0.0}, frozenset({Want.STATUS})),
    ],
)
def test_sound_and_wordings_are_heard_together(
    wanted: frozenset[Want], kinds: Mapping[str, float], heard: frozenset[Want]
) -> None:
    assert as_heard(wanted, kinds) == heard


def test_wordings_need_less_than_their_absence() -> None:
    assert all(0 <= t.shown < t.unshown <= 1 for t in HEARD.values())


def test_several_are_heard_where_it_is_likely() -> None:
    assert several({SEVERAL: 0.9})
    assert not several({SEVERAL: 0.5})
    assert not several({})


def _drafted(text: str, kinds: Mapping[str, float]) -> tuple[str, ...]:
    assistant = open_assistant()
    question = read(text, assistant.library, assistant.speller)
    nothing_found = lambda question, lexical: ({}, {})  # noqa: E731
    made = draft(Asked(question, assistant.library, nothing_found, lambda query: kinds))
    return tuple(w.wording for w in made.whens)


def test_a_time_that_is_only_heard_is_answered_with_dates() -> None:
    asked = "Must directors be patient about the amended Working Together on boards monitoring early help?"
    assert not _drafted(asked, {"when": 0.0})
    assert _drafted(asked, {"when": 0.99}) == ("by December 2011",)
