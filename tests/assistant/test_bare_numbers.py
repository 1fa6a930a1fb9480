"""Numbers without a noun of theirs: some name recommendations, others count something."""

from __future__ import annotations

import pytest

from assistant.question.bare_numbers import bare_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("what about 6?", [(6,)]),
        ("8 v 10", [(8,), (10,)]),
        ("are 6 to 9 all accepted?", [(6, 7, 8, 9)]),
        ("and 8-10?", [(8, 9, 10)]),
        ("the 8, 10 and 13 timescales", [(8,), (10,), (13,)]),
        ("8-10 weeks", []),
        ("5 to 10 weeks", []),
        ("4.5%, £6 and 7 million", []),
        ("8 zebras", []),
        ("7 small striped zebras", []),
        ("12 July", []),
        ("2011", []),
    ],
)
def test_a_number_that_counts_something_names_nothing(text: str, numbers: list[tuple[int, ...]]) -> None:
    assert [r.numbers for r in bare_numbers(text, ())] == numbers


def test_what_is_read_already_is_not_read_again() -> None:
    assert bare_numbers("rec 6", ((0, 5),)) == ()
