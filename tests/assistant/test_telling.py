"""How documents, counts and differences are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.answers.compare_documents import _dates_differ
from assistant.answers.members import in_words
from assistant.answers.places import capital, document_inside
from assistant.prepared import Prepared
from corpus.dates import find_whens


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
    ("text", "shown"),
    [("by May", "By May"), ("**by May**", "**By May**"), ("recommendation 2", "Recommendation 2"), ("", "")],
)
def test_a_beginning_gets_its_capital_also_in_bold(text: str, shown: str) -> None:
    assert capital(text) == shown


@pytest.mark.parametrize(("count", "shown"), [(0, "none"), (15, "fifteen"), (16, "16")])
def test_a_count_beyond_the_words_is_told_in_figures(count: int, shown: str) -> None:
    assert in_words(count) == shown


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
