"""Recommendations set beside each other by their dates."""

from __future__ import annotations

import pytest

from assistant.answers.compare import answer_compare
from assistant.answers.compare_dates import asks_dates
from assistant.model import Notice
from tests.assistant.conftest import AskedOf


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
    ("text", "numbers"),
    [
        ("Was the capabilities framework to be ready before the Chief Social Worker?", (11, 15)),
        ("Which recommendation is undated: the annual reports or the Chief Social Worker?", (5, 15)),
        ("Is the LSCB amendment due in the same month as the interim changes to Working Together?", (1, 6)),
    ],
)
def test_two_subjects_set_beside_each_other_in_time_are_both_dated(
    asked: AskedOf, text: str, numbers: tuple[int, ...]
) -> None:
    draft = answer_compare(asked(text))
    assert draft is not None
    assert tuple(sorted(draft.recommendations)) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Is there a national deadline for early help, or do councils set their own pace?",
        "Did she visit councils before writing to the Chief Social Worker?",
    ],
)
def test_clauses_that_ask_by_themselves_are_no_two_subjects(asked: AskedOf, text: str) -> None:
    assert answer_compare(asked(text)) is None


@pytest.mark.parametrize(
    ("text", "head"),
    [("Do recs 4 and 14 come under the same theme?", "different themes"), ("Are recs 11 and 14 under one theme?", "the same theme")],
)  # fmt: skip
def test_the_themes_of_two_stand_side_by_side(asked: AskedOf, text: str, head: str) -> None:
    draft = answer_compare(asked(text))
    assert draft is not None
    assert head in draft.lines[0].text
    assert "**theme 3**" in draft.lines[2].text


def test_what_was_decided_is_told_beside_the_dates(asked: AskedOf) -> None:
    draft = answer_compare(asked("recs 6 and 8 beside each other: the decision and the due date"))
    assert draft is not None
    assert all("**Accept in principle**" in line.text for line in draft.lines[-2:])
    assert {"by December 2011", "by September 2011"} <= {w.wording for w in draft.whens}


def test_two_documents_said_to_differ_are_shown_by_their_dates(asked: AskedOf) -> None:
    text = (
        "On when a Chief Social Worker is in post, the press notice says one thing and the response another?"
    )
    draft = answer_compare(asked(text))
    assert draft is not None
    assert Notice.DOCUMENTS_DIFFER in draft.notices
    assert [w.wording for w in draft.whens] == ["by late 2012", "by the end of 2012"]


def test_the_same_timescale_says_what_else_is_asked_of_it(asked: AskedOf) -> None:
    draft = answer_compare(asked("Which recs have an identical timescale that Ofsted set?"))
    assert draft is not None
    assert draft.recommendations == (2, 3)
    assert answer_compare(asked("Which recs share a zebra's timescale?")) is None


@pytest.mark.parametrize(
    "text",
    [
        "My paper is about recs 11 and 15. Is either of them due in 2012?",
        "Recs 11 and 15 are both for the workforce. When was each to be done?",
    ],
)
def test_numbers_in_a_sentence_beside_the_question_say_which_are_meant(asked: AskedOf, text: str) -> None:
    draft = answer_compare(asked(text))
    assert draft is not None
    assert draft.recommendations == (11, 15)


def test_a_number_beside_the_question_rules_where_words_fit_another(asked: AskedOf) -> None:
    draft = answer_compare(asked("Who is sooner: Ofsted with its framework or the Chief Social Worker? I mean recs 3 and 15."))  # fmt: skip
    assert draft is not None
    assert draft.recommendations == (3, 15)


def test_steps_of_one_thing_are_dated_where_that_thing_stands(asked: AskedOf) -> None:
    draft = answer_compare(asked("Which comes earlier for the capabilities framework, the transfer to the College or implementing it?"))  # fmt: skip
    assert draft is not None
    assert draft.recommendations == (11,)
    assert {"around November 2011", "by Autumn 2012"} == {w.wording for w in draft.whens}
