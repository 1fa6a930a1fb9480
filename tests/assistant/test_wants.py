"""What a question wants: a "when" that asks for a time, and one that only joins clauses."""

from __future__ import annotations

import pytest

from assistant.question.facets import Want
from assistant.question.wants import wants, yes_no


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("When do boards report?", True),
        ("Tell me when boards report", True),
        ("Zebras: when?", True),
        ("zebras counted when (keeper's diary)", True),
        ("zebra handover... which keeper, month?", True),
        ("What should be included when boards report?", False),
        ("When a zebra is lost, who finds it?", False),
        ("What was her job when she sat on the group?", False),
        ("What are the assessment timescales?", False),
        ("What is the timescale?", True),
        ("Who wanted to relax the time limits on core assessments?", False),
        ("What took the place of prescribed time limits?", False),
        ("What deadline is there for the assessment of zebras?", True),
        ("Is there any timing on the zebra count?", True),
        ("How much longer will the zebras stay?", True),
        ("How fast should the fence be mended?", True),
        ("On what exact day were the zebras counted?", True),
        ("The zebra plan, what is it waiting for?", True),
        ("What has to happen before the zebras are counted?", True),
        ("What was said of zebras waiting for water?", False),
        ("Is the fence due to be mended by?", True),
        ("What should the zebra count be informed by?", False),
    ],
)
def test_a_when_asks_for_a_time_or_joins_clauses(text: str, asks: bool) -> None:
    assert (Want.WHEN in wants(text)[0]) is asks


@pytest.mark.parametrize(
    ("text", "undated"),
    [
        ("Which zebras have no date?", True),
        ("Is an assessment of zebras without a deadline allowed?", False),
        ("Who trialled assessing zebras with no set time limits?", False),
        ("Which of the recommendations about assessments has no deadline?", True),
    ],
)
def test_an_assessment_without_a_limit_is_no_question_of_dates(text: str, undated: bool) -> None:
    assert (Want.UNDATED in wants(text)[0]) is undated


def test_words_that_only_ask_are_marked_and_topics_are_not() -> None:
    text = "When is the herd's salary due?"
    found, spans = wants(text)
    marked = {text[start:end].lower() for start, end in spans}
    assert {Want.WHEN, Want.AMOUNT} <= found
    assert any("when" in m for m in marked)
    assert not any("salary" in m for m in marked)


@pytest.mark.parametrize(
    ("text", "either"),
    [
        ("Has the herd moved?", True),
        ("The herd moved, right?", True),
        ("Of the zebras, is one striped?", True),
        ("Where did the herd move?", False),
    ],
)
def test_what_yes_or_no_answers(text: str, either: bool) -> None:
    assert yes_no(text) is either
