"""Clauses that hold nothing but masked personal data are not read as part of the question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.assistant import Assistant, asks_beside_a_case, asks_of_guidance
from assistant.evidence.asked import Asked
from assistant.message import without_markers
from assistant.prepared import Prepared


@pytest.mark.parametrize(
    ("masked", "read"),
    [
        ("Status of rec 7? My mobile is [phone number], thanks.", "Status of rec 7? thanks."),
        ("Call me on [phone number] - what does rec 4 say?", "what does rec 4 say?"),
        ("I am [name], reach me at [email address]. When is the census due?", "When is the census due?"),
    ],
)
def test_a_clause_that_only_holds_a_marker_goes(masked: str, read: str) -> None:
    assert without_markers(masked) == read


def test_a_clause_that_asks_keeps_its_words_without_the_marker() -> None:
    assert without_markers("Does [name] lead the herd?").split() == ["Does", "lead", "the", "herd?"]


def test_a_message_of_nothing_else_is_kept() -> None:
    assert without_markers("my phone is [phone number]").split() == ["my", "phone", "is"]


@pytest.mark.parametrize(
    ("text", "of_guidance"),
    [
        ("Was recommendation 8 accepted?", True),
        ("What did the Government promise?", True),
        ("Should zebras be fed at night?", False),
        ("Who chairs the LSCB?", True),
        ("Who should I tell, the LSCB?", False),
        ("When do we have to ring the local authority?", False),
    ],
)
def test_a_question_of_the_guidance_is_told_from_others(
    asked: Callable[[str], Asked], text: str, of_guidance: bool
) -> None:
    assert asks_of_guidance(asked(text)) is of_guidance


def test_what_is_taken_from_an_earlier_question_holds_no_personal_data(ready: Prepared) -> None:
    far = {u.passage.id: 0.1 for u in ready.library.units}
    assistant = Assistant(ready.library, ready.speller, lambda *queries: (far, {}), ready.public_names)
    earlier = "What did Wayne Harbottle, NHS number 943 476 5919, born 3 May 2004, say about zebras?"
    shown = str(assistant.ask("and when?", [earlier]).as_dict()).lower()
    assert "zebra" in shown
    for secret in ("harbottle", "943", "5919", "3 may 2004"):
        assert secret not in shown


@pytest.mark.parametrize(
    ("text", "case", "of_guidance"),
    [
        ("Was the Chief Social Worker to be in post by late 2012?", 0.0, True),
        ("Was the Chief Social Worker to be in post by late 2012?", 0.3, False),
        ("Was his Chief Social Worker to be in post by late 2012?", 0.0, False),
    ],
)
def test_what_the_guidance_answers_is_asked_of_it_unless_it_sounds_like_a_case(
    asked: Callable[[str], Asked], text: str, case: float, of_guidance: bool
) -> None:
    kinds = {"case_advice": case, "live_concern": 0.0}
    assert asks_beside_a_case(replace(asked(text), tell=lambda query: kinds)) is of_guidance
