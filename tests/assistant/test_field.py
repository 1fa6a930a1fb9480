"""Things of the field that a question is about, and that the documents name or not."""

from __future__ import annotations

import pytest

from assistant.language.vocabulary import FUNCTION_STEMS
from assistant.language.words import stems
from assistant.refusals.field import glossary, things, things_elsewhere, things_unknown
from tests.assistant.conftest import AskedOf


def test_the_longest_wording_names_a_thing() -> None:
    named = [
        " ".join(w.text for w in found)
        for _, found in things("Do Looked-After Children need a pupil referral unit?")
    ]
    assert named == ["looked after children", "pupil referral unit"]


def _content_of(wording: str) -> tuple[str, ...]:
    return tuple(s for s in stems(wording) if s not in FUNCTION_STEMS)


def test_a_wording_stands_for_one_thing_alone() -> None:
    found = [pair for pairs in glossary().values() for pair in pairs]
    assert len({wording for wording, _ in found}) == len(found)
    assert all(_content_of(wording) in thing.phrases for wording, thing in found)


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("What do they say about breastfeeding?", ["breastfeeding"]),
        ("Which board looks after Unaccompanied Minors?", ["Unaccompanied Minors"]),
        ("What do they say about health visitors?", []),
        ("As a paediatrician, what do I need to know?", []),
        ("Our school nurse wants to know about obesity", ["obesity"]),
        ("Dentist here: what about the JSNA?", []),
        ("Adoption panel chair - when is the review due?", []),
    ],
)
def test_a_thing_of_which_no_wording_stands_in_the_documents_is_unknown(
    asked: AskedOf, question: str, unknown: list[str]
) -> None:
    assert things_unknown(asked(question)) == unknown


def test_another_wording_of_the_vocabulary_names_the_thing_too(asked: AskedOf) -> None:
    read = asked("What about secure units?")
    assert things_unknown(read) == ["secure units"]
    assert things_unknown(read, frozenset(stems("prisons and detention facilities"))) == []


@pytest.mark.parametrize(
    ("question", "context", "elsewhere"),
    [
        ("What was promised to health visitors?", "school nurses will help", ["health visitors"]),
        ("What was promised to health visitors?", "an extra 4,200 health visitors", []),
        ("What does recommendation 10 promise health visitors?", "school nurses will help", []),
        ("What was promised to zebras?", "school nurses will help", []),
    ],
)
def test_a_thing_that_the_context_leaves_out_stands_elsewhere(
    asked: AskedOf, question: str, context: str, elsewhere: list[str]
) -> None:
    assert things_elsewhere(asked(question), frozenset(stems(context))) == elsewhere
