"""Recommendations set beside each other by their dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.compare import answer_compare
from assistant.answers.compare_dates import asks_dates, which_first
from assistant.evidence.asked import Asked
from assistant.model import Notice

AskedOf = Callable[[str], Asked]


@pytest.mark.parametrize(
    "text",
    [
        "Which had to be ready first: the skills framework (rec 11) or the placements (rec 12)?",
        "Was rec 12 to follow rec 11?",
        "Rec 12 before or after rec 11?",
        "Is the timetable of rec 11 ahead of that of rec 12?",
    ],
)
def test_the_order_of_two_that_are_named_is_told_by_the_dates_of_both(asked: AskedOf, text: str) -> None:
    draft = answer_compare(asked(text))
    assert draft is not None
    assert draft.recommendations == (11, 12)
    assert {"by Autumn 2012", "by the end of 2012"} <= {w.wording for w in draft.whens}


@pytest.mark.parametrize(
    "text", ["Rec 5 and rec 8: which stands first in the document?", "What do recs 2 and 3 have in common?"]
)
def test_an_order_that_is_not_of_time_asks_for_no_dates(asked: AskedOf, text: str) -> None:
    assert not asks_dates(asked(text))


def test_a_date_that_another_document_words_otherwise_is_shown_with_it(asked: AskedOf) -> None:
    draft = answer_compare(asked("Rec 12 or rec 15, which is the later?"))
    assert draft is not None
    assert Notice.DOCUMENTS_DIFFER in draft.notices
    wordings = [w.wording for w in draft.whens]
    assert (
        wordings.index("by late 2012")
        < len(wordings) - 1
        == len(wordings) - 1 - wordings[::-1].index("by the end of 2012")
    )


def test_dates_that_interleave_are_not_said_to_come_first(asked: AskedOf) -> None:
    draft = answer_compare(asked("Out of 6 and 10, whose date comes round first?"))
    assert draft is not None
    assert "Recommendation 10 has the first date" in draft.lines[0].text


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Which was due sooner, the audit or the review?", True),
        ("What has to be settled before the audit or the review?", False),
        ("Did she see staff before or after the audit?", False),
    ],
)
def test_which_of_two_is_first(text: str, asks: bool) -> None:
    assert which_first(text) is asks
