"""How documents, counts and differences are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.answers.compare_documents import _dates_differ, compare_documents
from assistant.answers.places import capital, document_inside, numbers_or_range
from assistant.prepared import Prepared
from corpus.dates import find_whens
from tests.assistant.conftest import AskedOf


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Letter to the NHS", "letter to the NHS"),
        ("Government response", "Government response"),
        ("Press notice", "press notice"),
        ("NHS circular", "NHS circular"),
    ],
)
def test_a_title_inside_a_sentence_keeps_its_names(ready: Prepared, title: str, inside: str) -> None:
    document = replace(ready.library.corpus.document["government-response"], short_title=title)
    assert document_inside(document) == inside


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ((3,), "3"),
        ((3, 4, 5, 6), "3, 4, 5 and 6"),
        (tuple(range(3, 31)), "3 to 30"),
        ((1, 3, 5, 7, 9, 11), "1, 3, 5, 7, 9 and 11"),
    ],
)
def test_a_long_run_of_numbers_is_told_as_a_range(values: tuple[int, ...], shown: str) -> None:
    assert numbers_or_range(values) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("by May", "By May"), ("**by May**", "**By May**"), ("recommendation 2", "Recommendation 2"), ("", "")],
)
def test_a_beginning_gets_its_capital_also_in_bold(text: str, shown: str) -> None:
    assert capital(text) == shown


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("by April 2012 and by July 2012", "by July 2012, first by April 2012", False),
        ("by late 2012", "by the end of 2012", True),
        ("by April 2012", "as they see fit", False),
        ("lasts until May 2012", "runs to May 2012", False),
    ],
)
def test_documents_differ_where_their_dates_are_worded_otherwise(one: str, other: str, differ: bool) -> None:
    written = date(2011, 7, 13)
    assert _dates_differ([find_whens(one, written), find_whens(other, written)]) is differ


def test_two_sections_of_one_document_are_told_apart(asked: AskedOf) -> None:
    told = compare_documents(asked("Compare the notes to editors with the DfE enquiries"))
    assert told is not None
    rows = [line for line in told.lines if line.quotes]
    assert [line.text for line in rows[:2]] == [
        "- Press notice, “Notes to editors”:",
        "- Press notice, “DfE enquiries”:",
    ]
    assert len({line.quotes for line in rows}) == len(rows)


def test_two_documents_need_no_heading(asked: AskedOf) -> None:
    told = compare_documents(
        asked("How does the Government response differ from the press notice on early help?")
    )
    assert told is not None
    assert [line.text for line in told.lines if line.quotes] == ["- Government response:", "- Press notice:"]
