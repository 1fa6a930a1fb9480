"""Answers come back as they were, or say why not."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.conversations.archive import FORMAT, UnreadableAnswer, pack, unpack
from assistant.model import Answer, Citation, DateShown, Explanation, Notice, Outcome, Reason
from corpus.model import Part, Span
from tests.conversations.conftest import answer

_TEXT = st.text(max_size=30)
_NUMBER = st.integers(min_value=0, max_value=10**6)
_SPAN = st.builds(Span, _NUMBER, _NUMBER)
_CITATION = st.builds(
    Citation, _NUMBER, _TEXT, st.none() | _NUMBER, st.sampled_from(Part), st.none() | _NUMBER, _TEXT, _TEXT, _TEXT, _TEXT, _SPAN
)  # fmt: skip
_ANSWER = st.builds(
    Answer,
    question=_TEXT,
    outcome=st.sampled_from(Outcome),
    text=_TEXT,
    citations=st.lists(_CITATION, max_size=3).map(tuple),
    recommendations=st.lists(_NUMBER, max_size=3).map(tuple),
    dates=st.lists(st.builds(DateShown, _TEXT, st.none() | _TEXT), max_size=3).map(tuple),
    notices=st.lists(st.sampled_from(Notice), max_size=3).map(tuple),
    reason=st.none() | st.sampled_from(Reason),
    understood=st.none() | _TEXT,
    suggestions=st.lists(_TEXT, max_size=3).map(tuple),
    model=_TEXT,
    seconds=st.floats(min_value=0, max_value=1e6),
    from_records=st.booleans(),
    explanation=st.none() | st.builds(Explanation, _TEXT, _TEXT, st.lists(_TEXT, max_size=2).map(tuple)),
    error=st.none() | st.text(min_size=1, max_size=30),
)

#: Written by the version that had this form first; it must be read for ever.
FIRST = """{"citations": [{"document": "government-response",
"locator": "Recommendation 14, Timescale", "n": 1, "paragraph": null, "part": "timescale", "passage": "p/1",
"quote": "by *July* 2012", "recommendation": 14, "span": {"end": 19, "start": 5}, "speaker": "The Government"}],
"dates": [{"edtf": "../2012-07", "wording": "by July 2012"}, {"edtf": null, "wording": "soon"}], "error": null,
"model": "quotes", "notices": ["historic_guidance"], "outcome": "answered", "question": "When is it due?",
"reason": null, "recommendations": [14], "seconds": 0.012345678, "suggestions": [],
"text": "It is due **by July 2012**. [1]", "understood": null}"""


@given(_ANSWER)
def test_an_answer_comes_back_as_it_was(given: Answer) -> None:
    assert unpack(FORMAT, pack(given)) == given


def test_the_first_form_is_read_for_ever() -> None:
    assert unpack(1, FIRST) == answer()


def test_what_was_kept_before_a_field_was_added_is_read() -> None:
    """Where this fails, an answer has changed by more than a new field with a default: it needs a new form."""
    required = {f.name for f in fields(Answer) if f.default is MISSING and f.default_factory is MISSING}
    assert required <= set(json.loads(FIRST))
    assert set(json.loads(FIRST)) <= {f.name for f in fields(Answer)}
    assert {f.name for f in fields(Citation)} == set(json.loads(FIRST)["citations"][0])


@pytest.mark.parametrize("form", [0, FORMAT + 1, 99])
def test_an_unknown_form_is_named(form: int) -> None:
    with pytest.raises(
        UnreadableAnswer, match=rf"^This answer was kept by another version .*form {form};.*again\.$"
    ):
        unpack(form, pack(answer()))


@pytest.mark.parametrize(
    "change",
    [
        {"outcome": "guessed"},
        {"notices": ["unheard_of"]},
        {"notices": None},
        {"reason": "because"},
        {"question": None},
        {"text": 5},
        {"seconds": "soon"},
        {"recommendations": ["14"]},
        {"recommendations": [True]},
        {"citations": [{}]},
        {"citations": 5},
        {"dates": [{"wording": "x"}]},
        {"more": 1},
    ],
)
def test_a_damaged_answer_is_none(change: dict[str, object]) -> None:
    with pytest.raises(UnreadableAnswer, match=r"^This answer is damaged.*again\.$"):
        unpack(1, json.dumps(json.loads(FIRST) | change))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "3", '{"answer": "x"}', "[" * 100_000])
def test_what_is_no_answer_is_none(text: str) -> None:
    with pytest.raises(UnreadableAnswer):
        unpack(1, text)
